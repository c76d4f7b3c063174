"""Which activities stand behind figures, and how much each adds: four queries whatever the size."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q

from haidang.activities.enums import Aggregation
from haidang.activities.models import Activity, Indicator, Participation, Quantity
from haidang.orgs.models import Unit


@dataclass(frozen=True, slots=True)
class Behind:
    """One activity behind a figure, and the amount it adds before the indicator's divisor."""

    activity: UUID
    on: dt.date
    amount: int


Key = tuple[int, int]
Found = tuple[int, int, UUID, dt.date, int]


def amounts_behind(
    *,
    units: Iterable[Unit],
    indicators: Iterable[Indicator],
    data_from: dt.date,
    data_to: dt.date,
) -> dict[Key, list[Behind]]:
    """The activities behind each figure, by unit and indicator, in order of their days.

    What several units did together stands behind the figure of each; what was taken back, behind
    none.
    """
    found: dict[Key, list[Behind]] = defaultdict(list)
    window = (list(units), list(indicators), data_from, data_to)
    for unit, indicator, activity, on, amount in (*_summed(*window), *_counted(*window)):
        found[unit, indicator].append(Behind(activity, on, amount))
    for rows in found.values():
        rows.sort(key=lambda row: (row.on, str(row.activity)))
    return dict(found)


def joint_among(unit: Unit, data_from: dt.date, data_to: dt.date) -> set[str]:
    """The identifiers of what a unit did together with others in these days."""
    took_part = Q(unit=unit) | Q(activity__unit=unit)
    joint = Participation.objects.filter(took_part, activity__on__range=(data_from, data_to))
    return {str(pk) for pk in joint.values_list("activity", flat=True)}


def _summed(
    units: list[Unit], indicators: list[Indicator], data_from: dt.date, data_to: dt.date
) -> Iterator[Found]:
    kind = "activity__kind__indicator"
    rows = Quantity.objects.filter(
        Q(**{f"{kind}__language": ""}) | Q(**{f"{kind}__language": F("activity__language")}),
        **{f"{kind}__in": indicators, f"{kind}__measure": F("measure")},
        amount__gt=0,
        activity__on__range=(data_from, data_to),
        activity__withdrawn_at=None,
    )
    for doer in ("activity__unit", "activity__participations__unit"):
        done = rows.filter(**{f"{doer}__in": units})
        yield from done.values_list(doer, kind, "activity", "activity__on", "amount")


def _counted(
    units: list[Unit], indicators: list[Indicator], data_from: dt.date, data_to: dt.date
) -> Iterator[Found]:
    rows = Activity.objects.standing().filter(
        Q(kind__indicator__language="") | Q(kind__indicator__language=F("language")),
        kind__indicator__in=indicators,
        kind__indicator__aggregation=Aggregation.COUNT,
        on__range=(data_from, data_to),
    )
    for doer in ("unit", "participations__unit"):
        done = rows.filter(**{f"{doer}__in": units})
        for unit, indicator, pk, on in done.values_list(doer, "kind__indicator", "pk", "on"):
            yield unit, indicator, pk, on, 1
