"""Numbers of outgoing documents: series by unit, year and code, and every number handed out.

A used number is a line of the register of outgoing documents (NĐ 30/2020, Điều 15, Phụ lục IV).
"""

from typing import Self

from django.db import models
from django.db.models import F, Q

from haidang.documents.enums import NUMBER_MOVES, NumberStatus, Priority
from haidang.documents.models.document import Edition
from haidang.orgs.models import Unit, User


class SeriesRule(models.Model):
    """Which series a type of document is numbered in, from a year on: the head of the body says."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="cơ quan")
    document_type = models.CharField("tên loại", max_length=60)
    from_year = models.PositiveSmallIntegerField("từ năm")
    code = models.CharField("mã sổ số", max_length=60)

    class Meta:
        verbose_name = "quy định sổ số"
        constraints = [
            models.UniqueConstraint(
                "unit", "document_type", "from_year", name="series_rule_once_a_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_type} → {self.code}"


class Series(models.Model):
    """One run of numbers, from 1 January to 31 December; `last` is the highest handed out.

    `begins_at` is above 1 where the numbers before it stand in a register on paper.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="series", verbose_name="cơ quan")
    year = models.PositiveSmallIntegerField("năm")
    code = models.CharField("mã sổ số", max_length=60)
    begins_at = models.PositiveIntegerField("bắt đầu từ số", default=1)
    last = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "sổ số"
        constraints = [
            models.UniqueConstraint("unit", "year", "code", name="series_once"),
            models.CheckConstraint(
                condition=Q(begins_at__gte=1) & Q(last__gte=F("begins_at") - 1),
                name="series_counts_from_where_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}, năm {self.year}"


class NumberQuerySet(models.QuerySet["Number"]):
    """Numbers that a person may see."""

    def visible_to(self, user: User) -> Self:
        """Keep the registers of the authority that the person works for; an auditor sees all."""
        if user.sees_everything():
            return self
        if user.unit_id is None:
            return self.none()
        return self.filter(series__unit__in={user.unit_id, user.seat.pk})


class Number(models.Model):
    """One number of a series, reserved, used or cancelled; never removed, never handed out twice.

    The columns from `symbol` on are what the register prints, frozen when the number was used.
    """

    series = models.ForeignKey(Series, models.PROTECT, related_name="numbers", verbose_name="sổ số")
    value = models.PositiveIntegerField("số")
    status = models.CharField(
        "trạng thái", max_length=10, choices=NumberStatus, default=NumberStatus.RESERVED
    )
    purpose = models.CharField("giữ cho", max_length=500, blank=True)
    reserved_at = models.DateTimeField("lúc giữ")
    reserved_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="người giữ"
    )
    edition = models.OneToOneField(
        Edition, models.PROTECT, null=True, blank=True, related_name="given", verbose_name="bản"
    )
    used_at = models.DateTimeField("lúc cấp", null=True, blank=True)
    used_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người cấp"
    )
    cancelled_at = models.DateTimeField("lúc hủy", null=True, blank=True)
    cancelled_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người hủy"
    )
    reason = models.CharField("lý do hủy", max_length=500, blank=True)

    symbol = models.CharField("ký hiệu", max_length=60, blank=True)
    issued_on = models.DateField("ngày tháng", null=True, blank=True)
    document_type = models.CharField("tên loại", max_length=60, blank=True)
    subject = models.CharField("trích yếu", max_length=500, blank=True)
    signer = models.CharField("người ký", max_length=200, blank=True)
    signer_post = models.CharField("chức vụ người ký", max_length=200, blank=True)
    recipients = models.TextField("nơi nhận", blank=True)
    filed_with = models.CharField("đơn vị nhận bản lưu", max_length=200, blank=True)
    copies = models.PositiveSmallIntegerField("số lượng bản", default=1)
    pages = models.PositiveSmallIntegerField("số trang", null=True, blank=True)
    priority = models.PositiveSmallIntegerField(
        "mức độ khẩn", choices=Priority, default=Priority.USUAL
    )
    note = models.CharField("ghi chú", max_length=500, blank=True)
    folded = models.TextField("để tìm", blank=True, editable=False)

    objects = NumberQuerySet.as_manager()

    class Meta:
        verbose_name = "số văn bản"
        constraints = [
            models.UniqueConstraint("series", "value", name="number_once"),
            models.CheckConstraint(condition=Q(value__gte=1), name="number_counts_from_one"),
            models.CheckConstraint(
                condition=Q(
                    status=NumberStatus.USED,
                    edition__isnull=False,
                    used_at__isnull=False,
                    used_by__isnull=False,
                    issued_on__isnull=False,
                )
                | ~Q(status=NumberStatus.USED)
                & Q(edition=None, used_at=None, used_by=None, issued_on=None),
                name="used_number_says_for_what_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=NumberStatus.CANCELLED,
                    cancelled_at__isnull=False,
                    cancelled_by__isnull=False,
                )
                & ~Q(reason="")
                | ~Q(status=NumberStatus.CANCELLED)
                & Q(cancelled_at=None, cancelled_by=None, reason=""),
                name="cancelled_number_says_why_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.written}/{self.symbol}" if self.symbol else self.written

    def can_become(self, status: NumberStatus) -> bool:
        """Whether this move is one of the table."""
        return status in NUMBER_MOVES[NumberStatus(self.status)]

    @property
    def written(self) -> str:
        """The number as it is printed: a leading zero below 10 (Phụ lục I, mục II.3)."""
        return f"{self.value:02d}"
