"""Targets (chỉ tiêu) that a plan sets: a quantity to be reached, of what, by when, and by whom."""

from django.db import models
from django.db.models import F, Q

from haidang.plans.enums import Certainty
from haidang.plans.models.plan import Item, Plan
from haidang.plans.models.task import Task


class Target(models.Model):
    """A quantity that the text wants reached, its place, and the task that rests there, if any."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="targets", verbose_name="kế hoạch")
    item = models.ForeignKey(
        Item, models.CASCADE, null=True, related_name="targets", verbose_name="câu"
    )
    task = models.ForeignKey(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name="nhiệm vụ",
    )
    text = models.TextField("nguyên văn")
    start = models.PositiveIntegerField("từ ký tự")
    end = models.PositiveIntegerField("đến ký tự")
    quantity = models.DecimalField("số lượng", max_digits=24, decimal_places=4, null=True)
    upper = models.DecimalField("đến", max_digits=24, decimal_places=4, null=True, blank=True)
    measure = models.CharField("đơn vị tính", max_length=100, blank=True)
    bound = models.CharField("mức", max_length=20, blank=True)
    scope = models.CharField("phạm vi", max_length=500, blank=True)
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    certainty = models.CharField(
        "mức chắc chắn", max_length=6, choices=Certainty, default=Certainty.HIGH
    )

    class Meta:
        verbose_name = "chỉ tiêu"
        ordering = ["plan", "start", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="target_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.text
