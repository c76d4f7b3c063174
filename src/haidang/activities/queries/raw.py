"""Whole numbers as they were measured, added up by the database: no divisor, no rounding."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.db.models import Count, F, Model, Q, QuerySet, Sum

from haidang.activities.enums import Aggregation
from haidang.activities.models import Activity, Indicator, Participation, Quantity
from haidang.orgs.models import Unit

Window = tuple[dt.date, dt.date]
Keys = list[int] | QuerySet[Any]
HOST, PARTNER = "unit", "participations__unit"


class Hit(NamedTuple):
    """What one unit has of one indicator."""

    unit: int
    indicator: int
    amount: int


def keys_of(units: Iterable[Unit]) -> Keys:
    """The keys of units: a question stays a question, so that thousands are not listed."""
    if isinstance(units, QuerySet):
        return units.order_by().values("pk")
    return [unit.pk for unit in units]


def hits(units: Keys, indicators: Sequence[Indicator], window: Window) -> Iterator[Hit]:
    """What each unit has, as host and as partner; a unit and indicator may come twice."""
    for rows, prefix, total in _of(indicators, window):
        for doer in (HOST, PARTNER):
            counted = rows.filter(**{f"{prefix}{doer}__in": units})
            grouped = counted.values_list(f"{prefix}{doer}", f"{prefix}kind__indicator")
            yield from map(Hit._make, grouped.annotate(total=total).order_by())


def host_amounts(
    units: Keys, indicators: Sequence[Indicator], window: Window
) -> Iterator[tuple[int, int]]:
    """By indicator, what units have as hosts."""
    for rows, prefix, total in _of(indicators, window):
        yield from _by_indicator(rows.filter(**{f"{prefix}{HOST}__in": units}), prefix, total)


def guest_amounts(
    units: Keys, indicators: Sequence[Indicator], window: Window
) -> Iterator[tuple[int, int]]:
    """By indicator, what some of these units did as guests of a host that is none of them."""
    joint = Participation.objects.filter(unit__in=units).values("activity")
    for rows, prefix, total in _of(indicators, window):
        guests = rows.filter(**{f"{prefix}pk__in": joint}).exclude(**{f"{prefix}unit__in": units})
        yield from _by_indicator(guests, prefix, total)


def _by_indicator(
    rows: "QuerySet[Model]", prefix: str, total: "Sum | Count"
) -> "QuerySet[Model, tuple[int, int]]":
    pairs: QuerySet[Model, tuple[int, int]]
    pairs = rows.values_list(f"{prefix}kind__indicator").annotate(total=total).order_by()
    return pairs


def _of(
    indicators: Iterable[Indicator], window: Window
) -> "Iterator[tuple[QuerySet[Model], str, Sum | Count]]":
    """The rows that count for the indicators that sum, and for those that count."""
    rows = list(indicators)
    sums = [row.pk for row in rows if row.aggregation == Aggregation.SUM]
    counts = [row.pk for row in rows if row.aggregation == Aggregation.COUNT]
    if sums:
        measured = Q(activity__kind__indicator__measure=F("measure"))
        found = Quantity.objects.filter(measured, _standing("activity__", sums, window))
        yield found, "activity__", Sum("amount")
    if counts:
        yield Activity.objects.filter(_standing("", counts, window)), "", Count("*")


def _standing(prefix: str, indicators: list[int], window: Window) -> Q:
    asked = f"{prefix}kind__indicator"
    every_language = Q(**{f"{asked}__language": ""})
    return Q(
        every_language | Q(**{f"{asked}__language": F(f"{prefix}language")}),
        **{
            f"{asked}__in": indicators,
            f"{prefix}on__range": window,
            f"{prefix}withdrawn_at": None,
        },
    )
