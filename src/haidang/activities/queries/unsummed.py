"""Indicators that are not sums: last of the days, mean, extremes; and those derived from others."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import F, Q

from haidang.activities.adding import (
    amounts_of,
    figure_of,
    is_derived,
    joined,
    named_by,
    with_derived,
)
from haidang.activities.enums import DERIVED, LISTED, MEASURED
from haidang.activities.models import Indicator, Quantity
from haidang.activities.queries.raw import HOST, PARTNER, Keys, Window

MEASURED_ALONE = MEASURED - LISTED
Key = tuple[int, int]
Entry = tuple[dt.date, str, int]


def operands_of(indicators: Iterable[Indicator]) -> list[Indicator]:
    """What derived indicators are made of and was not asked for; no query where none is derived."""
    known = {row.code: row for row in indicators}
    found: list[Indicator] = []
    waiting = [row for row in known.values() if row.aggregation in DERIVED]
    while waiting:
        codes = {code for row in waiting for code in named_by(how_of(row))} - known.keys()
        rows = Indicator.objects.filter(code__in=codes).select_related("numerator", "denominator")
        named = [row for row in rows if row.code not in known]
        known |= {row.code: row for row in named}
        found += named
        waiting = [row for row in named if row.aggregation in DERIVED]
    return found


def how_of(indicator: Indicator) -> dict[str, object]:
    """How an indicator is added up, as plain values."""
    how: dict[str, object] = {"aggregation": indicator.aggregation}
    if indicator.numerator and indicator.denominator:
        how |= {"numerator": indicator.numerator.code, "denominator": indicator.denominator.code}
        how["per"] = indicator.per
    return how | ({"formula": indicator.formula} if indicator.formula else {})


def unsummed(units: Keys, indicators: Sequence[Indicator], window: Window) -> dict[Key, Decimal]:
    """The last, mean, smallest or largest that each unit logged; none where it logged nothing."""
    asked = {row.pk: row for row in indicators if row.aggregation in MEASURED_ALONE}
    entries: dict[Key, list[Entry]] = defaultdict(list)
    if asked:
        for unit, indicator, on, activity, amount in _entries(units, list(asked), window):
            entries[unit, indicator].append((on, str(activity), amount))
    found = {
        key: figure_of(
            asked[key[1]].aggregation, asked[key[1]].divisor, [row[2] for row in sorted(rows)]
        )
        for key, rows in entries.items()
    }
    return {key: value for key, value in found.items() if value is not None}


def over_units(
    values: Mapping[Key, Decimal], indicators: Iterable[Indicator]
) -> dict[int, Decimal]:
    """What the units' own figures come to, for indicators that are not summed over activities."""
    found: dict[int, Decimal] = {}
    for row in indicators:
        if row.aggregation in MEASURED_ALONE:
            own = (amounts_of(value) for (_, pk), value in values.items() if pk == row.pk)
            found[row.pk] = joined(own).shown(row.aggregation) or Decimal(0)
    return found


def derived(
    values: Mapping[int, Decimal | None], indicators: Sequence[Indicator]
) -> dict[int, Decimal]:
    """Ratios and formulas from the figures of one unit, or of several; 0 where it is unknown."""
    hows = {row.code: how_of(row) for row in indicators}
    if not any(map(is_derived, hows.values())):
        return {}
    known = with_derived({row.code: values.get(row.pk) for row in indicators}, hows)
    rows = [row for row in indicators if row.aggregation in DERIVED]
    return {row.pk: known[row.code] or Decimal(0) for row in rows}


def _entries(units: Keys, indicators: list[int], window: Window) -> Iterable[Any]:
    kind = "activity__kind__indicator"
    rows = Quantity.objects.filter(
        Q(**{f"{kind}__language": ""}) | Q(**{f"{kind}__language": F("activity__language")}),
        **{f"{kind}__in": indicators, f"{kind}__measure": F("measure")},
        amount__gt=0,
        activity__on__range=window,
        activity__withdrawn_at=None,
    ).order_by()
    for doer in (f"activity__{HOST}", f"activity__{PARTNER}"):
        done = rows.filter(**{f"{doer}__in": units})
        yield from done.values_list(doer, kind, "activity__on", "activity", "amount")
