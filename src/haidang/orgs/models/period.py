"""Periods of time that reports are about."""

from django.db import models
from django.db.models import F

from haidang.orgs.enums import Frequency

QUARTERS = ("I", "II", "III", "IV")
HALF = 6


class Period(models.Model):
    """A month, quarter, half-year or year of the calendar; data windows are a round's own."""

    frequency = models.CharField("loại kỳ", max_length=10, choices=Frequency)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến ngày")

    class Meta:
        verbose_name = "kỳ"
        ordering = ["-starts_on"]
        constraints = [
            models.UniqueConstraint("frequency", "starts_on", name="period_once"),
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=F("starts_on")), name="period_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        words = {
            Frequency.MONTH: f"tháng {self.ends_on.month}",
            Frequency.QUARTER: f"quý {QUARTERS[self.ends_on.month // 3 - 1]}",
            Frequency.HALF: f"6 tháng {'đầu' if self.ends_on.month == HALF else 'cuối'}",
            Frequency.YEAR: "",
        }
        return f"{words[Frequency(self.frequency)]} năm {self.year}".strip()

    @property
    def year(self) -> int:
        """The year that the period belongs to."""
        return self.ends_on.year
