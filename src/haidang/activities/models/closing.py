"""Days of a unit whose figures were accepted: from then on entries are amended, with a reason."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Self

from django.db import models
from django.db.models import F, Q

from haidang.orgs.models import Unit, User
from haidang.prepared import prepared


class ClosingQuerySet(models.QuerySet["Closing"]):
    """Closed days."""

    def over(self, units: Iterable[Unit], *days: dt.date) -> Self:
        """Keep those of some units that one of these days falls into."""
        within = [Q(data_from__lte=day, data_to__gte=day) for day in days]
        return self.filter(reduce(or_, within), unit__in=list(units))


class Closing(models.Model):
    """The first and the last day, both included, whose figures one unit handed in for good."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="closings", verbose_name="đơn vị")
    data_from = models.DateField("từ ngày")
    data_to = models.DateField("đến hết ngày")
    closed_at = models.DateTimeField("chốt lúc")
    closed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người chốt")
    reason = models.CharField("vì", max_length=200)

    objects = ClosingQuerySet.as_manager()

    class Meta:
        verbose_name = "ngày đã chốt số liệu"
        ordering = ["unit", "data_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(data_to__gte=F("data_from")), name="closing_ends_after_it_begins"
            ),
            models.UniqueConstraint("unit", "data_from", "data_to", name="closing_once"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.data_from:%d/%m/%Y} – {self.data_to:%d/%m/%Y}"


@prepared
def closed_on(units: list[int], day: dt.date) -> models.QuerySet[Closing, int]:
    """The keys of what closes this day for one of some units; each entry asks it."""
    closed = Closing.objects.filter(unit__in=units, data_from__lte=day, data_to__gte=day)
    keys: models.QuerySet[Closing, int] = closed.order_by().values_list("pk", flat=True)
    return keys
