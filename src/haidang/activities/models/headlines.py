"""Which numbers the leader of an authority reads first: chosen by it, not by the code."""

from django.db import models

from haidang.activities.models.catalogue import Indicator
from haidang.orgs.models import Unit


class Headline(models.Model):
    """One of the indicators that stand on the one page of an authority's leader."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="headlines", verbose_name="cơ quan")
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="+", verbose_name="chỉ tiêu"
    )
    position = models.PositiveSmallIntegerField("thứ tự")

    class Meta:
        verbose_name = "con số chính"
        ordering = ["unit", "position"]
        constraints = [models.UniqueConstraint("unit", "indicator", name="headline_once")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.indicator}"
