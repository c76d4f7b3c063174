"""What changes when a plan is amended: which item became which, and what each unit answers."""

from django.db import models
from django.db.models import Q

from haidang.orgs.models import Unit, User
from haidang.plans.enums import Amended, How
from haidang.plans.models.plan import Plan
from haidang.plans.models.task import Task


class Amendment(models.Model):
    """A plan that changes another one (`plan.amends`): as a whole, or only the items it names.

    In force from `since`; whoever carries a changed item is to answer by `answer_by`. Both are
    set when it is adopted.
    """

    plan = models.OneToOneField(
        Plan,
        models.PROTECT,
        primary_key=True,
        related_name="amendment",
        verbose_name="kế hoạch sửa đổi",
    )
    is_partial = models.BooleanField("chỉ sửa các mục được nêu", default=False)
    since = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    answer_by = models.DateField("trả lời chậm nhất hết ngày", null=True, blank=True)
    version = models.PositiveIntegerField("số lần đổi", default=0)

    class Meta:
        verbose_name = "sửa đổi kế hoạch"
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None, answer_by=None) | Q(since__isnull=False),
                name="adopted_amendment_says_since_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} sửa đổi {self.plan.amends}"


class AmendedItem(models.Model):
    """One item of the comparison: what it was, what it becomes; new or gone where one is missing.

    `likeness` (of 100) says how sure the reader is that both are one item; what a person matched
    is `by_hand`. `facts` (name, before, after) are frozen when the amendment is adopted.
    """

    amendment = models.ForeignKey(
        Amendment, models.PROTECT, related_name="items", verbose_name="sửa đổi"
    )
    ordinal = models.PositiveIntegerField("thứ tự")
    kind = models.CharField("thay đổi", max_length=8, choices=Amended)
    before = models.ForeignKey(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amended_in",
        verbose_name="mục cũ",
    )
    after = models.ForeignKey(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amended_from",
        verbose_name="mục mới",
    )
    likeness = models.PositiveSmallIntegerField("giống nhau, phần trăm", default=0)
    by_hand = models.BooleanField("do người ghép", default=False)
    facts = models.JSONField("điều khác", default=list)

    class Meta:
        verbose_name = "mục được sửa đổi"
        ordering = ["amendment", "ordinal"]
        constraints = [
            models.UniqueConstraint("amendment", "before", name="amended_from_once"),
            models.UniqueConstraint("amendment", "after", name="amended_to_once"),
            models.CheckConstraint(
                condition=Q(before__isnull=False) | Q(after__isnull=False),
                name="amended_item_has_a_side",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.task}"

    @property
    def task(self) -> Task:
        """The item as it is now, or was last."""
        task = self.after or self.before
        assert task is not None  # by the constraint
        return task


class Asked(models.Model):
    """What one unit is to answer on one changed item, and what it answered (promise N5)."""

    item = models.ForeignKey(
        AmendedItem, models.PROTECT, related_name="asked", verbose_name="mục được sửa đổi"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="asked_amendments", verbose_name="đơn vị"
    )
    due_on = models.DateField("chậm nhất hết ngày")
    how = models.CharField("trả lời", max_length=8, choices=How, blank=True)
    words = models.TextField("nội dung, lý do", blank=True)
    version = models.PositiveIntegerField("số lần đổi", default=0)
    at = models.DateTimeField("lúc", null=True, blank=True)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người trả lời"
    )

    class Meta:
        verbose_name = "trả lời mục sửa đổi"
        ordering = ["item", "unit"]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(how=""), name="asked_and_unanswered")
        ]
        constraints = [
            models.UniqueConstraint("item", "unit", name="asked_once"),
            models.CheckConstraint(
                condition=Q(how="", words="", at=None, by=None)
                | ~Q(how="") & Q(at__isnull=False, by__isnull=False),
                name="answered_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(how__in=["", How.TAKEN_UP]) | ~Q(words=""),
                name="adapted_or_waived_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.item}"
