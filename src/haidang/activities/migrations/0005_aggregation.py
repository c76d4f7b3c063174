"""How an indicator is added up: last, mean, ratio, smallest, largest, a formula; parts of it."""

from typing import ClassVar

import django.core.validators
from django.db import migrations, models
from django.db.models import PROTECT, Q

from haidang.ledger.columns import Columns

MEASURED = ["last", "max", "mean", "min", "sum"]
WAYS = [
    ("count", "đếm hoạt động"),
    ("sum", "cộng số lượng"),
    ("last", "số cuối kỳ"),
    ("mean", "trung bình"),
    ("min", "nhỏ nhất"),
    ("max", "lớn nhất"),
    ("ratio", "tỷ số của hai chỉ tiêu"),
    ("formula", "công thức từ chỉ tiêu khác"),
]


def another(words: str, related_name: str = "+") -> models.ForeignKey:
    return models.ForeignKey(
        "activities.indicator",
        PROTECT,
        null=True,
        blank=True,
        related_name=related_name,
        verbose_name=words,
    )


FIELDS = {
    "numerator": another("tử số"),
    "denominator": another("mẫu số"),
    "part_of": another("là một phần của", "pieces"),
    "per": models.PositiveIntegerField(
        "nhân với", default=1, validators=[django.core.validators.MinValueValidator(1)]
    ),
    "formula": models.CharField("công thức", max_length=200, blank=True),
    # What the database holds of these two stays as it is.
    "aggregation": models.CharField("cách tính", max_length=10, choices=WAYS),
    "kinds": models.ManyToManyField("activities.kind", blank=True, verbose_name="loại hoạt động"),
}
MADE_OF_SOMETHING = models.CheckConstraint(
    condition=Q(aggregation="count", measure=None)
    | Q(aggregation__in=MEASURED, measure__isnull=False)
    | Q(
        aggregation="ratio",
        measure=None,
        numerator__isnull=False,
        denominator__isnull=False,
    )
    | Q(aggregation="formula", measure=None) & ~Q(formula=""),
    name="indicator_is_made_of_something",
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("activities", "0004_headlines")]

    operations: ClassVar = [
        Columns("indicator", FIELDS, [MADE_OF_SOMETHING], without=["indicator_sums_a_measure"])
    ]
