"""What a unit makes of the plan above it: one answer an item, items of its own, the document."""

from django.db import models
from django.db.models import Q

from haidang.documents.models import Edition
from haidang.orgs.models import Unit, User
from haidang.plans.enums import DETAILED_MOVES, DetailedStatus, How
from haidang.plans.models.plan import Plan
from haidang.plans.models.task import Task

WORDED = {How.TAKEN_UP: (False, False), How.ADAPTED: (True, True), How.WAIVED: (False, True)}


class Detailed(models.Model):
    """The detailed plan of one unit for one plan above it, from the first answer on.

    `version` counts what was changed, `written_version` is the one that the draft was written from.
    """

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="detailed_plans", verbose_name="đơn vị"
    )
    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="detailed", verbose_name="kế hoạch cấp trên"
    )
    year = models.PositiveSmallIntegerField("năm")
    status = models.CharField(
        "trạng thái", max_length=10, choices=DetailedStatus, default=DetailedStatus.DRAFTING
    )
    signer_post = models.CharField("chức vụ người ký", max_length=200, blank=True)
    signer_name = models.CharField("họ tên người ký", max_length=100, blank=True)
    version = models.PositiveIntegerField("số lần đổi", default=0)
    written_version = models.PositiveIntegerField("lập văn bản từ lần đổi", null=True, blank=True)
    edition = models.OneToOneField(
        Edition,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="detailed_plan",
        verbose_name="văn bản",
    )
    result = models.OneToOneField(
        Plan,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="made_from",
        verbose_name="kế hoạch của đơn vị",
    )
    took_over = models.ManyToManyField(
        "self",
        blank=True,
        symmetrical=False,
        related_name="heirs",
        verbose_name="nhận tiếp từ",
    )

    class Meta:
        verbose_name = "kế hoạch chi tiết"
        ordering = ["-year", "pk"]
        constraints = [
            models.UniqueConstraint("unit", "plan", name="detailed_plan_once"),
            models.CheckConstraint(
                condition=Q(
                    status=DetailedStatus.ISSUED, edition__isnull=False, result__isnull=False
                )
                | ~Q(status=DetailedStatus.ISSUED) & Q(result=None),
                name="issued_detailed_plan_has_its_document_and_plan",
            ),
        ]

    def __str__(self) -> str:
        return f"kế hoạch chi tiết của {self.unit} cho {self.plan}"

    @property
    def is_stale(self) -> bool:
        """Whether the draft was written before the last change."""
        return self.edition_id is not None and self.written_version != self.version

    def can_become(self, status: DetailedStatus) -> bool:
        """Whether this move is one of the table."""
        return status in DETAILED_MOVES[DetailedStatus(self.status)]


def _worded() -> Q:
    allowed = Q()
    for how, (has_words, has_reason) in WORDED.items():
        words = ~Q(words="") if has_words else Q(words="")
        reason = ~Q(reason="") if has_reason else Q(reason="")
        allowed |= Q(how=how) & words & reason
    return allowed


class Answer(models.Model):
    """What a unit does with one item of the plan above; an item without a row is silent (N4).

    `words` are those of the unit where it adapts the item, `reason` what differs, or why it waives.
    """

    detailed = models.ForeignKey(
        Detailed, models.CASCADE, related_name="answers", verbose_name="kế hoạch chi tiết"
    )
    task = models.ForeignKey(
        Task, models.PROTECT, related_name="answers", verbose_name="mục của cấp trên"
    )
    how = models.CharField("trả lời", max_length=8, choices=How)
    words = models.TextField("nội dung của đơn vị", blank=True)
    owner = models.CharField("người thực hiện", max_length=300, blank=True)
    due_on = models.DateField("hạn của đơn vị", null=True, blank=True)
    reason = models.TextField("khác ở đâu, vì sao", blank=True)
    version = models.PositiveIntegerField("số lần đổi", default=1)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người trả lời")

    class Meta:
        verbose_name = "trả lời một mục"
        ordering = ["detailed", "task"]
        constraints = [
            models.UniqueConstraint("detailed", "task", name="one_answer_an_item"),
            models.CheckConstraint(condition=_worded(), name="answer_has_its_words"),
            models.CheckConstraint(
                condition=~Q(how=How.WAIVED) | Q(due_on=None, owner=""),
                name="waived_item_has_no_day_and_nobody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task.label}: {self.get_how_display()}"


class OwnItem(models.Model):
    """Something that a unit adds of its own accord."""

    detailed = models.ForeignKey(
        Detailed, models.CASCADE, related_name="own_items", verbose_name="kế hoạch chi tiết"
    )
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    title = models.CharField("việc", max_length=300)
    words = models.TextField("nội dung", blank=True)
    owner = models.CharField("người thực hiện", max_length=300, blank=True)
    due_on = models.DateField("hạn", null=True, blank=True)
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người thêm")

    class Meta:
        verbose_name = "mục riêng của đơn vị"
        ordering = ["detailed", "ordinal"]
        constraints = [
            models.UniqueConstraint("detailed", "ordinal", name="own_item_once"),
            models.CheckConstraint(condition=~Q(title=""), name="own_item_has_a_title"),
        ]

    def __str__(self) -> str:
        return self.title
