"""Which activities stand behind figures, and how much each adds: two queries whatever the size."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q

from haidang.activities.enums import Aggregation
from haidang.activities.models import Activity, Indicator, Quantity
from haidang.orgs.models import Unit


@dataclass(frozen=True, slots=True)
class Behind:
    """One activity behind a figure, and the amount it adds before the indicator's divisor."""

    activity: UUID
    on: dt.date
    amount: int


Key = tuple[int, int]


def amounts_behind(
    *,
    units: Iterable[Unit],
    indicators: Iterable[Indicator],
    data_from: dt.date,
    data_to: dt.date,
) -> dict[Key, list[Behind]]:
    """The activities behind each figure, by unit and indicator, in order of their days."""
    found: dict[Key, list[Behind]] = defaultdict(list)
    window = (list(units), list(indicators), data_from, data_to)
    for unit, indicator, activity, on, amount in (*_summed(*window), *_counted(*window)):
        found[unit, indicator].append(Behind(activity, on, amount))
    for rows in found.values():
        rows.sort(key=lambda row: (row.on, str(row.activity)))
    return dict(found)


def _summed(
    units: list[Unit], indicators: list[Indicator], data_from: dt.date, data_to: dt.date
) -> Iterable[tuple[int, int, UUID, dt.date, int]]:
    kind = "activity__kind__indicator"
    return Quantity.objects.filter(
        Q(**{f"{kind}__language": ""}) | Q(**{f"{kind}__language": F("activity__language")}),
        **{f"{kind}__in": indicators, f"{kind}__measure": F("measure")},
        activity__unit__in=units,
        amount__gt=0,
        activity__on__range=(data_from, data_to),
    ).values_list("activity__unit", kind, "activity", "activity__on", "amount")


def _counted(
    units: list[Unit], indicators: list[Indicator], data_from: dt.date, data_to: dt.date
) -> Iterable[tuple[int, int, UUID, dt.date, int]]:
    rows = Activity.objects.filter(
        Q(kind__indicator__language="") | Q(kind__indicator__language=F("language")),
        kind__indicator__in=indicators,
        kind__indicator__aggregation=Aggregation.COUNT,
        unit__in=units,
        on__range=(data_from, data_to),
    ).values_list("unit", "kind__indicator", "pk", "on")
    return ((unit, indicator, pk, on, 1) for unit, indicator, pk, on in rows)
