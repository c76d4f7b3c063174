"""One unit's report in a round: where it stands, how far it is, who may see it."""

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from haidang import clock
from haidang.orgs.models import Unit, User
from haidang.reporting.enums import (
    EDITABLE,
    REPORT_MOVES,
    ReportStatus,
    SectionKind,
)
from haidang.reporting.models.figure import Figure, Prose
from haidang.reporting.models.regime import Line, Section
from haidang.reporting.models.round import Round
from haidang.reporting.models.sending import Submission


class ReportQuerySet(models.QuerySet["Report"]):
    """Reports that a person may see, and how far each is."""

    def visible_to(self, user: User) -> Self:
        """Keep the reports of the person's unit and authority, and those that it receives.

        A unit that goes on for others sees theirs; a body that is asked for its opinion sees what
        was sent.
        """
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        receives = Q(round__regime__receiver__path__startswith=user.seat.path)
        before = Unit.objects.filter(successions__successor=user.unit_id).values("pk")
        reviewer = Q(round__regime__reviewer=user.unit_id) | Q(round__regime__reviewer=user.seat.pk)
        asked = reviewer & Q(submitted_at__isnull=False)
        own = Q(unit=user.unit_id) | Q(unit=user.seat.pk) | Q(unit__in=before)
        return self.filter(receives | own | asked)

    def standing(self) -> Self:
        """Leave out those that were handed over: the unit that goes on reports in their place."""
        return self.exclude(status=ReportStatus.HANDED_OVER)

    def with_progress(self) -> Self:
        """Add how many of its items are done, of how many, and when it was first sent.

        An item is an indicator or a piece of prose. A figure is done once it has a value, with a
        reason where it differs from the log; prose once a person wrote it or took the suggestion.
        """
        figures = Figure.objects.filter(report=OuterRef("pk"), value__isnull=False)
        figures = figures.filter(Q(value=F("logged")) | ~Q(reason=""))
        prose = Prose.objects.filter(report=OuterRef("pk"), is_suggested=False).exclude(text="")
        lines = Line.objects.filter(section__regime=OuterRef("round__regime"))
        asked = Section.objects.filter(regime=OuterRef("round__regime"), kind=SectionKind.PROSE)
        # What was taken back was never sent.
        sent = Submission.objects.filter(report=OuterRef("pk"), recall=None).order_by("attempt")
        return self.annotate(
            done=_count(figures) + _count(prose),
            asked=_count(lines) + _count(asked),
            first_sent_at=Subquery(sent.values("at")[:1]),
        )


def _count(rows: models.QuerySet[Any]) -> Coalesce:
    """The number of rows of a subquery, without joining them to the outer rows."""
    counted = rows.order_by().values(every=Value(1)).annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number"), output_field=models.IntegerField()), 0)


class Report(models.Model):
    """One unit's account of one round.

    `counted_to` is the last day of the log that its figures count: the day of writing, at most the
    end of the round's window. It stands still once the report was sent. `fed_from` is the frozen
    sum of the level below that fills it; `version` goes up with every move, so that of two who
    decide at once the later one is told.
    """

    round = models.ForeignKey(
        Round, models.PROTECT, related_name="reports", verbose_name="kỳ báo cáo"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reports", verbose_name="đơn vị")
    status = models.CharField(
        "trạng thái", max_length=12, choices=ReportStatus, default=ReportStatus.NOT_STARTED
    )
    attempt = models.PositiveSmallIntegerField("lần gửi", default=0)
    receipt = models.CharField("mã biên nhận", max_length=20, blank=True)
    submitted_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    submitted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người gửi"
    )
    decided_at = models.DateTimeField("tiếp nhận hoặc trả lại lúc", null=True, blank=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người xem xét"
    )
    mend_by = models.DateField("bổ sung chậm nhất ngày", null=True, blank=True)
    counted_to = models.DateField("số liệu tính đến hết ngày", null=True, blank=True)
    fed_from = models.ForeignKey(
        "Consolidation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="fed",
        verbose_name="lấy số từ lần chốt",
    )
    version = models.PositiveIntegerField("số lần đổi", default=0)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = "báo cáo"
        ordering = ["round", "unit__kind__rank", "unit"]
        constraints = [
            models.UniqueConstraint("round", "unit", name="report_once_per_round"),
            models.CheckConstraint(
                condition=Q(submitted_at=None, submitted_by=None)
                | Q(submitted_at__isnull=False, submitted_by__isnull=False),
                name="sent_report_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="decided_report_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.unit}"

    def can_become(self, status: ReportStatus) -> bool:
        """Whether the report may move to this state."""
        return status in REPORT_MOVES[ReportStatus(self.status)]

    @property
    def is_editable(self) -> bool:
        """Whether its own unit may still write in it."""
        return self.status in EDITABLE

    @property
    def is_late(self) -> bool:
        """Whether it was first sent after the deadline, or was not sent and the day is over.

        Asks for a report that came `with_progress`; sending again after a return is not late.
        """
        first: dt.datetime | None = getattr(self, "first_sent_at")  # noqa: B009 - an annotation
        day = clock.today() if first is None else timezone.localdate(first)
        return day > self.round.due_on

    @property
    def is_returned(self) -> bool:
        """Whether it came back with remarks and waits for its unit."""
        return self.status == ReportStatus.RETURNED
