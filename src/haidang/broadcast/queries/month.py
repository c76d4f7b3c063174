"""A station's month: its log, what was drawn up of it, and hours on air by month."""

import datetime as dt
from typing import Any

from django.db.models import Sum
from django.db.models.functions import ExtractMonth

from haidang.activities.models import Quantity
from haidang.broadcast.counting import RADIO
from haidang.broadcast.models import Station
from haidang.broadcast.month_log import last_day, month_log
from haidang.broadcast.queries.as_run import as_run
from haidang.orgs.models import Unit


def log_of_month(station: Station, first: dt.date) -> dict[str, Any]:
    """What the log of a month says now."""
    sittings = as_run([station], first, last_day(first))[station.pk]
    return month_log(station.name, first, sittings)


def hours_by_month(unit: Unit, year: int) -> dict[int, dict[str, float]]:
    """Hours on air of a unit in each month of a year, by language: those that reports count."""
    found = Quantity.objects.filter(
        activity__unit=unit,
        activity__kind=RADIO,
        activity__withdrawn_at=None,
        activity__on__year=year,
        measure="minutes",
    )
    rows = found.order_by().annotate(month=ExtractMonth("activity__on"))
    hours: dict[int, dict[str, float]] = {}
    for month, language, minutes in rows.values_list("month", "activity__language").annotate(
        Sum("amount")
    ):
        hours.setdefault(month, {})[language] = minutes / 60
    return hours
