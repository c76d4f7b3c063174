"""What the log adds up to: the value of an indicator, and the entries behind it.

An activity of several units counts for each of them, and once over all of them (promise N11).
What was taken back counts nowhere.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import F, Q

from haidang.activities.enums import DERIVED
from haidang.activities.models import Activity, Indicator, Participation
from haidang.activities.queries.raw import guest_amounts, hits, host_amounts, keys_of
from haidang.activities.queries.unsummed import derived, operands_of, over_units, unsummed
from haidang.orgs.models import Unit

CENT = Decimal("0.01")
BESIDE = ("kind", "unit", "logged_by__unit", "task")  # what a list of entries shows


@dataclass(frozen=True, slots=True)
class Contribution:
    """An activity and what it adds to an indicator, in the indicator's own unit of measure."""

    activity: Activity
    amount: Decimal


def logged_values(
    *, units: Iterable[Unit], indicators: Iterable[Indicator], data_from: dt.date, data_to: dt.date
) -> dict[tuple[int, int], Decimal]:
    """Return what the log gives for each unit and indicator, first and last day included.

    Keyed by (unit, indicator); every pair has a value, and nothing logged is 0. What several units
    did together counts for each of them. Four queries at most where all are sums and counts, two
    more for means and extremes, one or two for what derived ones are made of.
    """
    rows, pks, window = list(indicators), [unit.pk for unit in units], (data_from, data_to)
    every = [*rows, *operands_of(rows)]
    divisors = {indicator.pk: indicator.divisor for indicator in every}
    raw = {(unit, indicator): 0 for unit in pks for indicator in divisors}
    for hit in hits(pks, every, window):
        raw[hit.unit, hit.indicator] += hit.amount
    values = {key: _shown(amount, divisors[key[1]]) for key, amount in raw.items()}
    values |= unsummed(pks, every, window)
    if any(row.aggregation in DERIVED for row in rows):
        for unit in pks:
            own = derived({pk: values[unit, pk] for pk in divisors}, every)
            values |= {(unit, pk): value for pk, value in own.items()}
    asked = {row.pk for row in rows}
    return {key: value for key, value in values.items() if key[1] in asked}


def distinct_total(
    *, units: Iterable[Unit], indicators: Iterable[Indicator], data_from: dt.date, data_to: dt.date
) -> dict[int, Decimal]:
    """Return by indicator what these units did, each activity once: the sum less what is shared.

    It depends on the set of units alone, not on their order or grouping; it is rounded once. Of a
    mean or an extreme it is that of the units' figures; a ratio is made of the totals.
    """
    rows, keys, window = list(indicators), keys_of(units), (data_from, data_to)
    every = [*rows, *operands_of(rows)]
    totals = dict.fromkeys((row.pk for row in every), 0)
    for indicator, amount in host_amounts(keys, every, window):
        totals[indicator] += amount
    for indicator, amount in guest_amounts(keys, every, window):
        totals[indicator] += amount
    values = {row.pk: _shown(totals[row.pk], row.divisor) for row in every}
    values |= over_units(unsummed(keys, every, window), every)
    values |= derived(values, every)
    return {row.pk: values[row.pk] for row in rows}


def entries_behind(
    *, unit: Unit, indicator: Indicator, data_from: dt.date, data_to: dt.date
) -> list[Contribution]:
    """Return the activities of a unit that an indicator counts, newest first, with amounts."""
    window = (data_from, data_to)
    joint = Participation.objects.filter(unit=unit, activity__on__range=window)
    counted = Activity.objects.standing().filter(
        # Known keys, and no question inside the question: the database reads both by an index.
        Q(unit=unit) | Q(pk__in=list(joint.values_list("activity", flat=True))),
        on__range=window,
        kind__indicator=indicator,
        **({"language": indicator.language} if indicator.language else {}),
    )
    counted = counted.select_related(*BESIDE).prefetch_related("participations__unit")
    if indicator.measure_id is None:
        return [Contribution(activity, _shown(1, indicator.divisor)) for activity in counted]
    summed = counted.filter(quantities__measure=indicator.measure_id, quantities__amount__gt=0)
    added = summed.annotate(added=F("quantities__amount"))
    return [
        Contribution(activity, _shown(activity.added, indicator.divisor))  # type: ignore[attr-defined]
        for activity in added
    ]


def _shown(total: int, divisor: int) -> Decimal:
    return (Decimal(total) / divisor).quantize(CENT, ROUND_HALF_UP)
