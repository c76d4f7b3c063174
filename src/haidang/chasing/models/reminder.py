"""Reminders: one row for each thing that a unit was reminded of, so that they form its history."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from haidang.chasing.enums import Channel, LackKind
from haidang.documents.enums import EditionStatus
from haidang.documents.models import Edition
from haidang.orgs.models import Unit, User


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Reminders of an authority: those that reached somebody, and those on their way."""

    def standing(self) -> Self:
        """Keep what was not taken back."""
        return self.filter(taken_back_at=None)

    def given(self) -> Self:
        """Keep what the unit got: a letter counts once it is issued, not while it is a draft."""
        issued = Q(edition=None) | Q(edition__status=EditionStatus.ISSUED)
        return self.standing().filter(issued)

    def drafted(self) -> Self:
        """Keep what stands in a letter that was not issued yet."""
        return self.standing().filter(edition__status=EditionStatus.DRAFT)


class Reminder(models.Model):
    """An authority reminded a unit of one thing. `batch` holds together what was sent at once.

    `kind` and `ref` name the thing: the report, the task, the plan. A reminder by letter has the
    letter's `edition`.
    """

    batch = models.UUIDField("lần nhắc")
    authority = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="reminders", verbose_name="đơn vị được nhắc"
    )
    kind = models.CharField("thiếu gì", max_length=10, choices=LackKind)
    ref = models.PositiveBigIntegerField("mã của việc")
    words = models.CharField("lời nhắc", max_length=500)
    channel = models.CharField("cách nhắc", max_length=10, choices=Channel)
    edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="công văn"
    )
    at = models.DateTimeField("lúc")
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người nhắc")
    taken_back_at = models.DateTimeField("rút lúc", null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = "lời nhắc"
        ordering = ["at", "pk"]
        indexes = [
            models.Index(fields=["authority", "unit", "at"], name="reminder_of_unit"),
            models.Index(fields=["batch"], name="reminder_batch"),
        ]
        constraints = [
            models.UniqueConstraint("batch", "unit", "kind", "ref", name="reminder_once_a_batch"),
            models.CheckConstraint(
                condition=Q(channel=Channel.LETTER, edition__isnull=False)
                | ~Q(channel=Channel.LETTER) & Q(edition=None),
                name="reminder_by_letter_names_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.words}"

    @property
    def on(self) -> dt.date:
        """The day on which the unit was reminded: of a letter the day of its issue."""
        issued_on = self.edition.issued_on if self.edition else None
        return issued_on or timezone.localtime(self.at).date()
