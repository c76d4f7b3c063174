"""Tasks, the units that carry them, and what each is given once a plan is adopted."""

from django.db import models
from django.db.models import F, Q

from haidang.orgs.models import Unit, UnitGroup, User
from haidang.plans.enums import TASK_MOVES, Certainty, Part, TaskKind, TaskStatus
from haidang.plans.models.plan import Plan


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
