"""Plans, their sentences, the tasks they set and the units that carry them."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q

from haidang.documents.models import Revision
from haidang.orgs.models import Unit, UnitGroup, User
from haidang.plans.enums import (
    PLAN_MOVES,
    TASK_MOVES,
    Bucket,
    Certainty,
    Part,
    PlanStatus,
    TaskKind,
    TaskStatus,
)


class PlanQuerySet(models.QuerySet["Plan"]):
    """Plans that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep plans of the person's authority, below it, and of those that set it tasks."""
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        own = Q(unit__path__startswith=user.seat.path)
        adopted = Q(status=PlanStatus.ADOPTED, tasks__assignments__unit=user.unit_id)
        return self.filter(own | adopted).distinct()


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
                condition=Q(status=PlanStatus.IN_REVIEW, adopted_at=None, adopted_by=None)
                | Q(status=PlanStatus.ADOPTED, adopted_at__isnull=False, adopted_by__isnull=False),
                name="adopted_plan_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return str(self.revision.edition)

    @property
    def first_day(self) -> dt.date:
        """The day on which groups of units are counted out into their members."""
        return dt.date(self.year, 1, 1)

    def can_become(self, status: PlanStatus) -> bool:
        """Whether the plan may move to this state."""
        return status in PLAN_MOVES[PlanStatus(self.status)]


class Item(models.Model):
    """A stretch of a plan's text and what it is for. The items of a plan cover its text exactly."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items", verbose_name="kế hoạch")
    ordinal = models.PositiveIntegerField("thứ tự")
    start = models.PositiveIntegerField("từ ký tự")
    end = models.PositiveIntegerField("đến ký tự")
    bucket = models.CharField("loại câu", max_length=12, choices=Bucket)
    is_sentence = models.BooleanField("là câu của phần nội dung", default=False)
    section = models.CharField("mục", max_length=40, blank=True)

    class Meta:
        verbose_name = "câu"
        ordering = ["plan", "ordinal"]
        constraints = [
            models.UniqueConstraint("plan", "ordinal", name="item_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="item_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.start}–{self.end}"


class Task(models.Model):
    """Something that the plan wants done, with its place in the text and all that was read of it.

    A deadline is a phrase, the rule that read it, a window, and who confirmed it.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="tasks", verbose_name="kế hoạch")
    kind = models.CharField("loại", max_length=10, choices=TaskKind)
    label = models.CharField("mục", max_length=40)
    title = models.CharField("việc", max_length=300)
    text = models.TextField("nguyên văn")
    start = models.PositiveIntegerField("từ ký tự")
    end = models.PositiveIntegerField("đến ký tự")
    unit_phrase = models.CharField("đơn vị, theo văn bản", max_length=500, blank=True)
    lead_phrase = models.CharField("chủ trì, theo văn bản", max_length=500, blank=True)
    coordinate_phrases = models.JSONField("phối hợp, theo văn bản", default=list)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị"
    )
    group = models.ForeignKey(
        UnitGroup,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="nhóm đơn vị",
    )
    coordinators = models.ManyToManyField(
        Unit, blank=True, related_name="+", verbose_name="đơn vị phối hợp"
    )
    recurrence = models.CharField("nhịp", max_length=100, blank=True)
    deadline_phrase = models.CharField("hạn, theo văn bản", max_length=300, blank=True)
    deadline_start = models.PositiveIntegerField("hạn: từ ký tự", null=True, blank=True)
    deadline_end = models.PositiveIntegerField("hạn: đến ký tự", null=True, blank=True)
    deadline_rule = models.CharField("cách hiểu hạn", max_length=60, blank=True)
    due_on = models.DateField("chậm nhất hết ngày", null=True, blank=True)
    due_year_from = models.CharField("năm lấy từ", max_length=10, blank=True)
    due_confirmed_at = models.DateTimeField("xác nhận hạn lúc", null=True, blank=True)
    due_confirmed_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người xác nhận hạn",
    )
    certainty = models.CharField(
        "mức chắc chắn", max_length=6, choices=Certainty, default=Certainty.HIGH
    )
    status = models.CharField(
        "trạng thái", max_length=10, choices=TaskStatus, default=TaskStatus.PROPOSED
    )
    refusal_reason = models.CharField("lý do bỏ", max_length=300, blank=True)

    class Meta:
        verbose_name = "nhiệm vụ"
        ordering = ["plan", "start", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="task_text_is_not_empty"),
            models.CheckConstraint(
                condition=Q(due_confirmed_at=None, due_confirmed_by=None)
                | Q(due_confirmed_at__isnull=False, due_confirmed_by__isnull=False),
                name="confirmed_deadline_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(status=TaskStatus.REFUSED) | ~Q(refusal_reason=""),
                name="refused_task_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.title}"

    @property
    def has_owner(self) -> bool:
        """Whether a unit, or a group of units, is to do it."""
        return self.unit_id is not None or self.group_id is not None

    @property
    def borrows_its_year(self) -> bool:
        """Whether the text gives a day without its year, so that we took the year elsewhere."""
        return self.due_on is not None and bool(self.due_year_from)

    def can_become(self, status: TaskStatus) -> bool:
        """Whether the task may move to this state."""
        return status in TASK_MOVES[TaskStatus(self.status)]


class Assignment(models.Model):
    """One unit's part in one task of an adopted plan."""

    task = models.ForeignKey(
        Task, models.PROTECT, related_name="assignments", verbose_name="nhiệm vụ"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="assignments", verbose_name="đơn vị"
    )
    part = models.CharField("vai", max_length=10, choices=Part)

    class Meta:
        verbose_name = "giao nhiệm vụ"
        ordering = ["task", "unit"]
        constraints = [models.UniqueConstraint("task", "unit", name="assignment_once")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.task}"
