"""The catalogue: measures, kinds of activity, indicators. Data that an administrator edits.

What was used is retired, never removed: old entries and old reports keep their words.
"""

from typing import Self, TypeVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from haidang.activities.enums import MEASURED, Aggregation, Channel, Language

Row = TypeVar("Row", bound=models.Model)


class CatalogueQuerySet(models.QuerySet[Row]):
    """Rows of the catalogue, with or without those that were retired."""

    def in_use(self) -> Self:
        """Keep what may still be chosen."""
        return self.filter(is_retired=False)


class Measure(models.Model):
    """Something that is counted of an activity: sessions, minutes, attendances."""

    code = models.SlugField("mã", primary_key=True)
    name = models.CharField("tên", max_length=60)
    unit_name = models.CharField("đơn vị tính", max_length=30)
    example = models.PositiveIntegerField("ví dụ", default=1)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    is_retired = models.BooleanField("thôi dùng", default=False)

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        verbose_name = "số lượng"
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit_name})"


class Kind(models.Model):
    """A kind of activity, with the quantities that its form asks for."""

    code = models.SlugField("mã", primary_key=True)
    name = models.CharField("tên", max_length=60)
    icon = models.CharField("hình", max_length=30)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    example = models.CharField("ví dụ về nội dung", max_length=120, blank=True)
    asks_language = models.BooleanField("hỏi ngôn ngữ", default=False)
    asks_link = models.BooleanField("hỏi đường dẫn", default=False)
    measures = models.ManyToManyField(Measure, blank=True, verbose_name="số lượng phải ghi")
    form = models.CharField("hình thức thông tin cơ sở", max_length=12, choices=Channel, blank=True)
    is_retired = models.BooleanField("thôi dùng", default=False)

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        verbose_name = "loại hoạt động"
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name


class Indicator(models.Model):
    """A number that reports ask for, and how it comes from the log.

    Its value is the count of activities of its kinds, or the sum (last, mean, smallest, largest)
    of one measure over them, divided by `divisor` (60 turns minutes into hours); `language` keeps
    one language only. A ratio is its numerator over its denominator, times `per`; a formula names
    other indicators by their codes: "[3.2] / [3.1]". `part_of` says that it never exceeds another.
    """

    code = models.CharField("mã số", max_length=10, unique=True)
    name = models.CharField("tên chỉ tiêu", max_length=100)
    unit_name = models.CharField("đơn vị tính", max_length=30)
    group = models.CharField("nhóm", max_length=60)
    position = models.PositiveSmallIntegerField("thứ tự", default=0)
    aggregation = models.CharField("cách tính", max_length=10, choices=Aggregation)
    kinds = models.ManyToManyField(Kind, blank=True, verbose_name="loại hoạt động")
    measure = models.ForeignKey(
        Measure, models.PROTECT, null=True, blank=True, verbose_name="số lượng được cộng"
    )
    divisor = models.PositiveSmallIntegerField(
        "chia cho", default=1, validators=[MinValueValidator(1)]
    )
    language = models.CharField("chỉ tính tiếng", max_length=2, choices=Language, blank=True)
    numerator = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tử số"
    )
    denominator = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="mẫu số"
    )
    per = models.PositiveIntegerField("nhân với", default=1, validators=[MinValueValidator(1)])
    formula = models.CharField("công thức", max_length=200, blank=True)
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pieces",
        verbose_name="là một phần của",
    )
    is_retired = models.BooleanField("thôi dùng", default=False)

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        verbose_name = "chỉ tiêu"
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(aggregation=Aggregation.COUNT, measure=None)
                | Q(aggregation__in=sorted(MEASURED), measure__isnull=False)
                | Q(
                    aggregation=Aggregation.RATIO,
                    measure=None,
                    numerator__isnull=False,
                    denominator__isnull=False,
                )
                | Q(aggregation=Aggregation.FORMULA, measure=None) & ~Q(formula=""),
                name="indicator_is_made_of_something",
            ),
            models.CheckConstraint(condition=Q(divisor__gte=1), name="indicator_divisor_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
