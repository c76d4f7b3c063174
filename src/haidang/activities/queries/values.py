"""What the log adds up to: the value of an indicator, and the entries behind it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.db.models import Count, F, Q, Sum

from haidang.activities.enums import Aggregation
from haidang.activities.models import Activity, Indicator, Quantity
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

    Keyed by (unit, indicator); every pair has a value, and nothing logged is 0. One query for the
    indicators that sum and one for those that count, whatever their number.
    """
    rows = list(indicators)
    divisors = {indicator.pk: indicator.divisor for indicator in rows}
    pks = [unit.pk for unit in units]
    values = {(unit, indicator): Decimal(0) for unit in pks for indicator in divisors}
    sums = {row.pk for row in rows if row.aggregation == Aggregation.SUM}
    window = (data_from, data_to)
    for unit, indicator, total in [
        *_sums(pks, sums, window),
        *_counts(pks, divisors.keys() - sums, window),
    ]:
        values[unit, indicator] = _shown(total, divisors[indicator])
    return values


def entries_behind(
    *, unit: Unit, indicator: Indicator, data_from: dt.date, data_to: dt.date
) -> list[Contribution]:
    """Return the activities of a unit that an indicator counts, newest first, with amounts."""
    window = (data_from, data_to)
    if indicator.measure_id is None:
        counted = _of(unit, window, indicator, "")
        found = Activity.objects.filter(**counted).select_related(*BESIDE)
        return [Contribution(activity, _shown(1, indicator.divisor)) for activity in found]
    quantities = (
        Quantity.objects.filter(**_of(unit, window, indicator, "activity__"), amount__gt=0)
        .filter(measure=indicator.measure_id)
        .select_related("activity", *(f"activity__{name}" for name in BESIDE))
        .order_by("-activity__on", "-activity__logged_at")
    )
    return [Contribution(row.activity, _shown(row.amount, indicator.divisor)) for row in quantities]


def _of(
    unit: Unit, window: tuple[dt.date, dt.date], indicator: Indicator, prefix: str
) -> dict[str, object]:
    wanted: dict[str, object] = {
        "unit": unit,
        "on__range": window,
        "kind__indicator": indicator,
        **({"language": indicator.language} if indicator.language else {}),
    }
    return {f"{prefix}{name}": value for name, value in wanted.items()}


def _sums(
    units: list[int], indicators: Iterable[int], window: tuple[dt.date, dt.date]
) -> Iterable[tuple[int, int, int]]:
    pks = list(indicators)
    if not pks:
        return []
    return (
        Quantity.objects.filter(
            _same_language("activity__"),
            activity__unit__in=units,
            activity__on__range=window,
            activity__kind__indicator__in=pks,
            activity__kind__indicator__measure=F("measure"),
        )
        .values_list("activity__unit", "activity__kind__indicator")
        .annotate(Sum("amount"))
        .order_by()
    )


def _counts(
    units: list[int], indicators: Iterable[int], window: tuple[dt.date, dt.date]
) -> Iterable[tuple[int, int, int]]:
    pks = list(indicators)
    if not pks:
        return []
    return (
        Activity.objects.filter(
            _same_language(""), unit__in=units, on__range=window, kind__indicator__in=pks
        )
        .values_list("unit", "kind__indicator")
        .annotate(Count("pk"))
        .order_by()
    )


def _same_language(prefix: str) -> Q:
    language = f"{prefix}kind__indicator__language"
    return Q(**{language: ""}) | Q(**{language: F(f"{prefix}language")})


def _shown(total: int, divisor: int) -> Decimal:
    return (Decimal(total) / divisor).quantize(CENT, ROUND_HALF_UP)
