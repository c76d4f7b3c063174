"""Tasks, the units that carry them, and what each is given once a plan is adopted."""

from collections.abc import Sequence
from typing import Self

from django.db import models
from django.db.models import F, Prefetch, Q

from haidang.orgs.models import Unit, UnitGroup, User
from haidang.plans.enums import TASK_MOVES, Certainty, Part, TaskKind, TaskStatus
from haidang.plans.models.plan import Plan

Owner = Unit | UnitGroup


class TaskQuerySet(models.QuerySet["Task"]):
    """Tasks with what is shown of each."""

    def with_owners(self) -> Self:
        """Fetch the units and groups of every task at once, in three questions."""
        further = Prefetch("further", FurtherOwner.objects.select_related("unit", "group"))
        return self.select_related("unit", "group").prefetch_related(further, "coordinators")


class Carried(models.Model):
    """What a unit or a group of units carries."""

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

    class Meta:
        abstract = True


class Task(Carried):
    """Something that the plan wants done, with its place in the text and all that was read of it.

    A deadline is a phrase, the rule that read it, a window, and who confirmed it. A task given to
    several units or groups has the first of them here and the others beside it (`further`).
    Whatever a person changes later, the words it came from stay: the database refuses to touch
    them, so a task is saved by the names of the fields that change. Where the plan was amended, a
    task `continues` an earlier one and takes over its work; of one that was replaced, `current` is
    the task that stands in its place today, if any does.
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
    coordinators = models.ManyToManyField(
        Unit, blank=True, related_name="+", verbose_name="đơn vị phối hợp"
    )
    recurrence = models.CharField("nhịp", max_length=100, blank=True)
    deadline_phrase = models.CharField("hạn, theo văn bản", max_length=300, blank=True)
    deadline_start = models.PositiveIntegerField("hạn: từ ký tự", null=True, blank=True)
    deadline_end = models.PositiveIntegerField("hạn: đến ký tự", null=True, blank=True)
    deadline_rule = models.CharField("cách hiểu hạn", max_length=60, blank=True)
    due_on = models.DateField("chậm nhất hết ngày", null=True, blank=True)
    due_or_on = models.DateField("hoặc chậm nhất hết ngày", null=True, blank=True)
    window_from = models.DateField("thời gian nêu: từ ngày", null=True, blank=True)
    window_until = models.DateField("thời gian nêu: đến hết ngày", null=True, blank=True)
    counted_from = models.CharField("hạn tính theo", max_length=20, blank=True)
    rhythm = models.JSONField("nhịp, theo cách hiểu", null=True, blank=True)
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
    continues = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="continued_by",
        verbose_name="nối tiếp việc",
    )
    current = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="earlier",
        verbose_name="nay là việc",
    )
    replaced_on = models.DateField("không còn hiệu lực từ ngày", null=True, blank=True)
    version = models.PositiveIntegerField("số lần đổi", default=0)
    above = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="below",
        verbose_name="mục của kế hoạch cấp trên",
    )

    objects = TaskQuerySet.as_manager()

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
                condition=Q(status=TaskStatus.REPLACED, replaced_on__isnull=False)
                | ~Q(status=TaskStatus.REPLACED) & Q(replaced_on=None, current=None),
                name="replaced_task_says_since_when",
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
    def owners(self) -> list[Owner]:
        """Those who are to do it, in the order in which the text names them."""
        first = self.unit or self.group
        others = [row.owner for row in self.further.all()]
        return [first, *others] if first else []

    def take_first(self, owners: Sequence[Owner]) -> None:
        """Take the first of several owners as this row's own, and nobody where there are none."""
        first = owners[0] if owners else None
        self.unit = first if isinstance(first, Unit) else None
        self.group = first if isinstance(first, UnitGroup) else None

    def can_become(self, status: TaskStatus) -> bool:
        """Whether the task may move to this state."""
        return status in TASK_MOVES[TaskStatus(self.status)]


class FurtherOwner(Carried):
    """A unit or a group that a task was given to beside the first one."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="further", verbose_name="nhiệm vụ")
    ordinal = models.PositiveSmallIntegerField("thứ tự")

    class Meta:
        verbose_name = "đơn vị cùng thực hiện"
        ordering = ["task", "ordinal"]
        constraints = [
            models.UniqueConstraint("task", "ordinal", name="further_owner_once"),
            models.CheckConstraint(
                condition=Q(unit=None, group__isnull=False) | Q(unit__isnull=False, group=None),
                name="further_owner_is_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return str(self.owner)

    @classmethod
    def rows_for(cls, task: Task, owners: Sequence[Owner]) -> list[Self]:
        """The rows of all owners but the first, which is the task's own; not saved yet."""
        return [
            cls(
                task=task,
                ordinal=ordinal,
                unit=owner if isinstance(owner, Unit) else None,
                group=owner if isinstance(owner, UnitGroup) else None,
            )
            for ordinal, owner in enumerate(owners[1:], start=2)
        ]

    @property
    def owner(self) -> Owner:
        """The unit, or else the group."""
        owner = self.unit or self.group
        assert owner is not None  # by the constraint
        return owner


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
