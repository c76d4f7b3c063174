"""The log: what a unit did on a day, with whom, how much of it, and whether it was taken back."""

import uuid
from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Q

from haidang.activities.enums import Language
from haidang.activities.models.catalogue import Kind, Measure
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task

RECEIPT_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that are mistaken for another


def receipt_code(identifier: uuid.UUID) -> str:
    """Return six letters and digits that stand for an activity on a receipt."""
    return "".join(RECEIPT_LETTERS[identifier.int >> 5 * at & 31] for at in range(5, -1, -1))


class ActivityQuerySet(models.QuerySet["Activity"]):
    """Activities that a person may see, and those that count."""

    def visible_to(self, user: User) -> Self:
        """Keep activities of the units that the person may see, alone or together with others."""
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        seen = Q(path__startswith=user.seat.path) | Q(pk=user.unit_id)
        return self.by_any_of(Unit.objects.filter(seen).order_by())

    def by_any_of(self, units: Iterable[Unit]) -> Self:
        """Keep activities that one of these units did, as host or together with the host."""
        together = Participation.objects.filter(unit__in=units).values("activity")
        return self.filter(Q(unit__in=units) | Q(pk__in=together))

    def standing(self) -> Self:
        """Leave out entries that were taken back: they count nowhere."""
        return self.filter(withdrawn_at=None)


class Activity(models.Model):
    """Something a unit did on a day. Its identifier is made on the device that logged it.

    Units that did it together with the host (`unit`) stand in `participations`. An entry that was
    taken back stays as a tombstone that says who did so and why.
    """

    id = models.UUIDField("mã", primary_key=True, default=uuid.uuid4)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="activities", verbose_name="đơn vị")
    kind = models.ForeignKey(Kind, models.PROTECT, verbose_name="loại")
    title = models.CharField("nội dung", max_length=300)
    on = models.DateField("ngày")
    language = models.CharField(
        "ngôn ngữ", max_length=2, choices=Language, default=Language.VIETNAMESE
    )
    task = models.ForeignKey(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="nhiệm vụ",
    )
    link = models.URLField("đường dẫn", max_length=300, blank=True)
    is_simulated = models.BooleanField("số liệu mô phỏng", default=False)
    logged_at = models.DateTimeField("ghi lúc")
    logged_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    version = models.PositiveIntegerField("số lần đổi", default=0)
    is_after_closing = models.BooleanField("ghi sau khi chốt", default=False)
    withdrawn_at = models.DateTimeField("rút lại lúc", null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người rút lại"
    )
    withdrawal_reason = models.CharField("lý do rút lại", max_length=300, blank=True)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        verbose_name = "hoạt động"
        ordering = ["-on", "-logged_at"]
        indexes = [
            models.Index(fields=["unit", "on", "withdrawn_at"], name="activity_unit_day"),
            models.Index(fields=["-on", "-logged_at"], name="activity_newest_day"),
            models.Index(fields=["unit", "kind", "-logged_at"], name="activity_last_of_kind"),
            models.Index(
                fields=["unit", "kind", "on", "withdrawn_at", "language"],
                name="activity_unit_kind_day",
            ),
            models.Index(fields=["unit", "-logged_at"], name="activity_last_of_unit"),
            models.Index(fields=["task", "unit", "withdrawn_at", "on"], name="activity_task_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None, withdrawal_reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~Q(withdrawal_reason=""),
                name="withdrawn_activity_says_who_and_why",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def receipt(self) -> str:
        """A short code to say over the telephone, made from the identifier."""
        return receipt_code(self.id)

    @property
    def is_on_behalf(self) -> bool:
        """Whether somebody of another unit entered it for this one."""
        return self.logged_by.unit_id != self.unit_id

    @property
    def is_withdrawn(self) -> bool:
        """Whether the entry was taken back and counts nowhere."""
        return self.withdrawn_at is not None

    @property
    def partners(self) -> list[Unit]:
        """The units that did it together with the host, in the order of their names."""
        units = (row.unit for row in self.participations.all())
        return sorted(units, key=lambda unit: (unit.name, unit.pk))


class WithUnits(models.Manager["Participation"]):
    """Rows that bring their unit along: nobody asks for one without it."""

    def get_queryset(self) -> "models.QuerySet[Participation]":
        return super().get_queryset().select_related("unit")


class Participation(models.Model):
    """A unit that did something together with the host of the activity."""

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="participations", verbose_name="hoạt động"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="participations", verbose_name="đơn vị cùng làm"
    )

    objects = WithUnits()

    class Meta:
        verbose_name = "đơn vị cùng làm"
        constraints = [models.UniqueConstraint("activity", "unit", name="participation_once")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.activity}"


class Quantity(models.Model):
    """How much of one measure an activity had."""

    activity = models.ForeignKey(
        Activity, models.CASCADE, related_name="quantities", verbose_name="hoạt động"
    )
    measure = models.ForeignKey(Measure, models.PROTECT, verbose_name="số lượng")
    amount = models.PositiveIntegerField("bao nhiêu")

    class Meta:
        verbose_name = "số lượng đã ghi"
        constraints = [models.UniqueConstraint("activity", "measure", name="quantity_once")]

    def __str__(self) -> str:
        return f"{self.amount} {self.measure.unit_name}"
