"""The routing slip (Phiếu trình): who must agree to a draft, and what they said."""

from typing import Self

from django.db import models
from django.db.models import Q

from haidang.documents.authority import of_own
from haidang.documents.enums import SLIP_MOVES, STEP_MOVES, SlipStatus, StepStatus
from haidang.documents.models.document import Revision
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User


class RouteStop(models.Model):
    """A post that drafts of an authority pass, in order: data, so that each has its own route."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="route", verbose_name="cơ quan")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    post = models.CharField("chức danh", max_length=100)
    role = models.CharField("vai trò", max_length=30, choices=Role)
    at = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ở đơn vị"
    )
    checks_layout = models.BooleanField("kiểm tra thể thức", default=False)

    class Meta:
        verbose_name = "chặng trình"
        ordering = ["unit", "ordinal"]
        constraints = [models.UniqueConstraint("unit", "ordinal", name="route_stop_once")]

    def __str__(self) -> str:
        return self.post


class SlipQuerySet(models.QuerySet["Slip"]):
    """Slips that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep the slips of documents of the authority that the person works for."""
        if user.sees_everything():
            return self
        return self.filter(of_own(user, "revision__edition__document__unit"))


class Slip(models.Model):
    """One passage of one revision through the posts that must agree to it."""

    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="slips", verbose_name="lần sửa"
    )
    status = models.CharField(
        "trạng thái", max_length=10, choices=SlipStatus, default=SlipStatus.OPEN
    )
    opened_at = models.DateTimeField("lúc trình")
    opened_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người trình"
    )
    note = models.TextField("ý kiến trình", blank=True)
    closed_at = models.DateTimeField("lúc đóng", null=True, blank=True)

    objects = SlipQuerySet.as_manager()

    class Meta:
        verbose_name = "phiếu trình"
        constraints = [
            models.UniqueConstraint(
                "revision",
                condition=Q(status=SlipStatus.OPEN),
                name="one_open_slip_of_a_revision",
            ),
            models.CheckConstraint(
                condition=Q(status=SlipStatus.OPEN, closed_at=None)
                | ~Q(status=SlipStatus.OPEN) & Q(closed_at__isnull=False),
                name="closed_slip_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"Phiếu trình {self.revision}"

    def can_become(self, status: SlipStatus) -> bool:
        """Whether this move is one of the table."""
        return status in SLIP_MOVES[SlipStatus(self.status)]


class Step(models.Model):
    """One post on a slip, and what it said."""

    slip = models.ForeignKey(Slip, models.PROTECT, related_name="steps", verbose_name="phiếu trình")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    post = models.CharField("chức danh", max_length=100)
    role = models.CharField("vai trò", max_length=30, choices=Role)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    checks_layout = models.BooleanField("kiểm tra thể thức", default=False)
    faults = models.PositiveSmallIntegerField("số lỗi thể thức", null=True, blank=True)
    advice = models.PositiveSmallIntegerField("số điều nên sửa", null=True, blank=True)
    status = models.CharField(
        "trạng thái", max_length=10, choices=StepStatus, default=StepStatus.WAITING
    )
    remark = models.TextField("ý kiến", blank=True)
    at = models.DateTimeField("lúc", null=True, blank=True)
    by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người cho ý kiến",
    )

    class Meta:
        verbose_name = "bước trình"
        ordering = ["slip", "ordinal"]
        constraints = [
            models.UniqueConstraint("slip", "ordinal", name="step_once"),
            models.CheckConstraint(
                condition=Q(status=StepStatus.WAITING, at=None, by=None)
                | ~Q(status=StepStatus.WAITING) & Q(at__isnull=False, by__isnull=False),
                name="answered_step_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(status=StepStatus.SENT_BACK) | ~Q(remark=""),
                name="step_sent_back_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordinal}. {self.post}"

    def can_become(self, status: StepStatus) -> bool:
        """Whether this move is one of the table."""
        return status in STEP_MOVES[StepStatus(self.status)]
