"""Which occasion a task was started from."""

from django.db import models

from haidang.occasions.models import Occasion
from haidang.plans.models.task import Task


class OccasionTask(models.Model):
    """A task that was started for an occasion of one year; the direction it serves is its text."""

    task = models.OneToOneField(
        Task,
        models.CASCADE,
        primary_key=True,
        related_name="from_occasion",
        verbose_name="nhiệm vụ",
    )
    occasion = models.ForeignKey(
        Occasion, models.PROTECT, related_name="started", verbose_name="dịp"
    )
    year = models.PositiveSmallIntegerField("năm")
    on = models.DateField("ngày của dịp")

    class Meta:
        verbose_name = "nhiệm vụ theo dịp"

    def __str__(self) -> str:
        return f"{self.occasion}, {self.on:%d/%m/%Y}"
