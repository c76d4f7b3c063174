"""By what a task is measured, what shows that it was done, and how much a unit is to reach."""

from django.db import models
from django.db.models import Q

from haidang.activities.models.catalogue import Indicator, Kind
from haidang.orgs.models import Unit, User
from haidang.plans.models import Target, Task


class Expectation(models.Model):
    """The indicators by which a task is measured and the kinds of activity that show it."""

    task = models.OneToOneField(
        Task, models.CASCADE, related_name="expectation", verbose_name="nhiệm vụ"
    )
    indicators = models.ManyToManyField(
        Indicator, blank=True, related_name="expectations", verbose_name="đo bằng chỉ tiêu"
    )
    kinds = models.ManyToManyField(
        Kind, blank=True, related_name="expectations", verbose_name="minh chứng là hoạt động"
    )
    set_at = models.DateTimeField("đặt lúc")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người đặt")

    class Meta:
        verbose_name = "cách đo một nhiệm vụ"

    def __str__(self) -> str:
        return str(self.task)


class Goal(models.Model):
    """How much of an indicator a unit is to reach in a year, or in a quarter of it."""

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="goals", verbose_name="chỉ tiêu"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="goals", verbose_name="đơn vị")
    year = models.PositiveSmallIntegerField("năm")
    quarter = models.PositiveSmallIntegerField("quý", null=True, blank=True)
    quantity = models.DecimalField("phải đạt", max_digits=24, decimal_places=2)
    task = models.ForeignKey(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="goals",
        verbose_name="nhiệm vụ",
    )
    target = models.ForeignKey(
        Target,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="goals",
        verbose_name="chỉ tiêu trong văn bản",
    )
    set_at = models.DateTimeField("đặt lúc")
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người đặt")

    class Meta:
        verbose_name = "mức phải đạt"
        ordering = ["unit", "year", "indicator", "quarter"]
        constraints = [
            models.UniqueConstraint(
                "indicator", "unit", "year", "quarter", name="goal_of_a_quarter_once"
            ),
            models.UniqueConstraint(
                "indicator", "unit", "year", condition=Q(quarter=None), name="goal_of_a_year_once"
            ),
            models.CheckConstraint(
                condition=Q(quarter=None) | Q(quarter__range=(1, 4)), name="goal_quarter_is_one"
            ),
            models.CheckConstraint(condition=Q(quantity__gte=0), name="goal_is_no_debt"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.indicator}, {self.year}"
