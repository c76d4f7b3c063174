"""What a report says: a value for each indicator, and words for each section of prose."""

from decimal import Decimal

from django.db import models
from django.db.models import Q

from haidang.activities.models import Indicator
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models.regime import Section


class Figure(models.Model):
    """The value of one indicator in one report.

    `logged` is what the log gives for the round's window when the figure was last saved; `value`
    is what the unit reports (null: nothing entered yet); where they differ the unit says why.
    `is_none` is "không phát sinh", which is not the same as a missing value.
    """

    report = models.ForeignKey(
        "Report", models.CASCADE, related_name="figures", verbose_name="báo cáo"
    )
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="+", verbose_name="chỉ tiêu"
    )
    logged = models.DecimalField("từ nhật ký", max_digits=14, decimal_places=2, default=Decimal(0))
    value = models.DecimalField(
        "số thực hiện", max_digits=14, decimal_places=2, null=True, blank=True
    )
    estimate = models.DecimalField(
        "ước thực hiện cả năm", max_digits=14, decimal_places=2, null=True, blank=True
    )
    is_none = models.BooleanField("không phát sinh", default=False)
    reason = models.CharField(
        "lý do khác nhật ký", max_length=20, choices=DifferenceReason, blank=True
    )
    note = models.CharField("ghi chú", max_length=300, blank=True)
    saved_at = models.DateTimeField("lưu lúc", null=True, blank=True)

    class Meta:
        verbose_name = "số liệu"
        constraints = [
            models.UniqueConstraint("report", "indicator", name="figure_once"),
            models.CheckConstraint(
                condition=Q(value=None) | Q(value__gte=0), name="figure_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(is_none=False) | Q(value=0), name="nothing_to_report_is_zero"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"

    @property
    def difference(self) -> Decimal:
        """How far the reported value is from the log."""
        return Decimal(0) if self.value is None else self.value - self.logged


class Prose(models.Model):
    """The words of one report for one section, and what stands behind those that were suggested.

    `sources` has a row for each line that still holds suggested words: its number from 1, its
    first words, and the activities, documents and figures that they were made from.
    """

    report = models.ForeignKey(
        "Report", models.CASCADE, related_name="prose", verbose_name="báo cáo"
    )
    section = models.ForeignKey(Section, models.PROTECT, related_name="+", verbose_name="mục")
    text = models.TextField("nội dung", blank=True)
    is_suggested = models.BooleanField("còn là bản gợi ý", default=False)
    sources = models.JSONField("nguồn của từng câu", default=list, blank=True)
    saved_at = models.DateTimeField("lưu lúc")

    class Meta:
        verbose_name = "phần lời"
        constraints = [models.UniqueConstraint("report", "section", name="prose_once")]

    def __str__(self) -> str:
        return self.text[:60]
