"""Plans and their sentences, which cover the text exactly."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q

from haidang.documents.models import Revision
from haidang.orgs.models import Unit, User
from haidang.plans.enums import PLAN_MOVES, Bucket, PlanStatus

# In force, now or once.
STOOD = (PlanStatus.ADOPTED, PlanStatus.REPLACED)


class PlanQuerySet(models.QuerySet["Plan"]):
    """Plans that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep plans of the person's authority, below it, and of those that set it tasks.

        What was given to a unit that came to an end is seen by its successor.
        """
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        own = Q(unit__path__startswith=user.seat.path)
        mine = Q(pk=user.unit_id) | Q(successions__successor=user.unit_id)
        units = Unit.objects.filter(mine).values("pk")
        given = Plan.objects.filter(tasks__assignments__unit__in=units).order_by().values("pk")
        return self.filter(own | Q(status__in=STOOD, pk__in=given))


class Plan(models.Model):
    """A document that was read in as a plan for one year."""

    revision = models.OneToOneField(
        Revision, models.PROTECT, related_name="plan", verbose_name="văn bản"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="plans", verbose_name="cơ quan ban hành"
    )
    year = models.PositiveSmallIntegerField("năm")
    status = models.CharField(
        "trạng thái", max_length=10, choices=PlanStatus, default=PlanStatus.IN_REVIEW
    )
    withdrawal_reason = models.CharField("lý do rút", max_length=300, blank=True)
    amends = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        verbose_name="sửa đổi kế hoạch",
    )
    header = models.JSONField("phần đầu và phần cuối văn bản")
    warnings = models.JSONField("điều chưa chắc", default=list)
    adopted_at = models.DateTimeField("đưa vào thực hiện lúc", null=True, blank=True)
    adopted_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người quyết định",
    )

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "kế hoạch"
        ordering = ["-year", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=STOOD)
                & Q(adopted_at__isnull=False, adopted_by__isnull=False)
                | ~Q(status__in=STOOD) & Q(adopted_at=None, adopted_by=None),
                name="adopted_plan_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(status=PlanStatus.WITHDRAWN) & ~Q(withdrawal_reason="")
                | ~Q(status=PlanStatus.WITHDRAWN) & Q(withdrawal_reason=""),
                name="withdrawn_plan_says_why",
            ),
        ]

    def __str__(self) -> str:
        return str(self.revision.edition)

    @property
    def first_day(self) -> dt.date:
        """The day from which it is followed, on which units and groups are what they are then.

        A plan issued within its own year speaks of the units of that day: of the new ones where
        a reform came in between.
        """
        begins = dt.date(self.year, 1, 1)
        return max(begins, self.revision.edition.issued_on or begins)

    def can_become(self, status: PlanStatus) -> bool:
        """Whether the plan may move to this state."""
        return status in PLAN_MOVES[PlanStatus(self.status)]


class Item(models.Model):
    """A stretch of a plan's text and what it is for. The items of a plan cover its text exactly.

    The database refuses to move one.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items", verbose_name="kế hoạch")
    ordinal = models.PositiveIntegerField("thứ tự")
    start = models.PositiveIntegerField("từ ký tự")
    end = models.PositiveIntegerField("đến ký tự")
    bucket = models.CharField("loại câu", max_length=12, choices=Bucket)
    is_sentence = models.BooleanField("là câu của phần nội dung", default=False)
    section = models.CharField("mục", max_length=40, blank=True)
    version = models.PositiveIntegerField("số lần đổi", default=0)

    class Meta:
        verbose_name = "câu"
        ordering = ["plan", "ordinal"]
        constraints = [
            models.UniqueConstraint("plan", "ordinal", name="item_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="item_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.start}–{self.end}"
