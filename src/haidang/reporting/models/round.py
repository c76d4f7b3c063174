"""A round: one regime run for one period."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import F, Q

from haidang.orgs.models import Period, User
from haidang.plans.models import Task
from haidang.reporting.enums import ROUND_MOVES, Preset, RegimeKind, ReportStatus, RoundStatus
from haidang.reporting.models.regime import Regime


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep rounds that the person's authority receives, or in which its unit reports."""
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        receives = Q(regime__receiver__path__startswith=user.seat.path)
        # Not joined: a round of the country would come once for each of its 3,321 reports.
        asked = Round.objects.filter(reports__unit__in=[user.unit_id, user.seat.pk])
        return self.filter(receives | Q(pk__in=asked.order_by().values("pk")))

    def unfinished(self) -> Self:
        """Keep rounds that are not frozen, or were frozen while a report was still to come."""
        before_acceptance = set(ReportStatus) - {ReportStatus.ACCEPTED}
        to_come = Q(reports__status__in=before_acceptance)
        return self.filter(Q(status=RoundStatus.OPEN) | to_come).distinct()


class Round(models.Model):
    """One period of a regime, with its data window, the deadline as written and as read.

    `count_to` is the last day that a programme's report counts, where it is sent before the window
    ends. A deadline that was moved keeps the first one, and why. `number` tells apart the thematic
    and ad hoc reports that are asked for in one year; it is 1 where the regime is periodic.
    """

    regime = models.ForeignKey(
        Regime, models.PROTECT, related_name="rounds", verbose_name="chế độ báo cáo"
    )
    period = models.ForeignKey(Period, models.PROTECT, related_name="rounds", verbose_name="kỳ")
    task = models.ForeignKey(
        Task, models.PROTECT, null=True, blank=True, related_name="rounds", verbose_name="nhiệm vụ"
    )
    status = models.CharField(
        "trạng thái", max_length=12, choices=RoundStatus, default=RoundStatus.OPEN
    )
    number = models.PositiveSmallIntegerField("lần trong kỳ", default=1)
    data_from = models.DateField("số liệu từ ngày")
    data_to = models.DateField("đến ngày")
    count_to = models.DateField("số thực hiện tính đến hết ngày", null=True, blank=True)
    due_phrase = models.CharField("hạn, theo văn bản", max_length=300, blank=True)
    due_on = models.DateField("chậm nhất hết ngày")
    first_due_on = models.DateField("hạn lúc mở kỳ", null=True, blank=True)
    moved_because = models.CharField("lý do dời hạn", max_length=300, blank=True)
    opened_at = models.DateTimeField("mở lúc")
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người mở")

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = "kỳ báo cáo"
        ordering = ["-data_to", "-pk"]
        constraints = [
            models.UniqueConstraint("regime", "period", "number", name="round_once_per_period"),
            models.CheckConstraint(
                condition=Q(data_to__gte=F("data_from")), name="round_window_is_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regime} {self.period}"

    @property
    def title(self) -> str:
        """What the round is called among people: "Báo cáo năm 2024"; if once, by its name."""
        again = f", lần {self.number}" if self.number > 1 else ""
        return f"Báo cáo {self.about}{again}"

    @property
    def about(self) -> str:
        """Its period; what is asked for once is about its theme, and about the days it names."""
        regime = self.regime
        if regime.kind == RegimeKind.PERIODIC:
            return str(self.period)
        name = regime.name.removeprefix("Báo cáo ")
        return f"{name} ({self.data_from:%d/%m} – {self.data_to:%d/%m/%Y})"

    @property
    def last_counted(self) -> dt.date:
        """The last day of the log that its reports may count."""
        return self.count_to or self.data_to

    @property
    def has_estimate(self) -> bool:
        """Whether its reports say what the whole window comes to, beside what was done."""
        return self.regime.preset == Preset.PROGRAMME

    def can_become(self, status: RoundStatus) -> bool:
        """Whether the round may move to this state."""
        return status in ROUND_MOVES[RoundStatus(self.status)]
