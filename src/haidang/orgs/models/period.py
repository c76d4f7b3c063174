"""Periods of time that reports are about."""

from django.db import models
from django.db.models import F

from haidang.orgs.enums import Frequency


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
        return (
            f"năm {self.year}"
            if self.frequency == Frequency.YEAR
            else f"từ {self.starts_on:%d/%m/%Y}"
        )

    @property
    def year(self) -> int:
        """The year that the period belongs to."""
        return self.ends_on.year
