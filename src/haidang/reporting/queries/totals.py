"""Totals of a round, added up by the database from the accepted figures."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, Min, QuerySet, Sum
from django.db.models.functions import Coalesce

from haidang.activities.adding import Amounts, is_derived
from haidang.activities.enums import ADDITIVE, Aggregation
from haidang.activities.models import Indicator
from haidang.orgs.models import Unit
from haidang.reporting.models import Round, Value
from haidang.reporting.models.hundredths import Hundredths
from haidang.reporting.sheet import Content, Total, plain_total

MOST_PERIODS = 24
Both = tuple[Amounts, Amounts]  # as done, as expected of the whole year
# No estimate says that nothing more is expected this year.
EXPECTED = Coalesce("estimate", "value")
OWNERS: dict[str, QuerySet[Any]] = {
    "unit": Unit.objects.all(),
    "indicator": Indicator.objects.all(),
}
TOGETHER = Coalesce("weighted", "value")
SUMS = {
    "units": Count("unit"),
    "value_sum": Sum("value"),
    "estimate_sum": Sum(EXPECTED, output_field=Hundredths()),
}
MEANS = {
    "units": Count("unit"),
    "weight_sum": Sum("weight"),
    "value_sum": Sum(TOGETHER, output_field=Hundredths()),
    "estimate_sum": Sum(EXPECTED * F("weight"), output_field=Hundredths()),
}
EXTREMES = {
    "units": Count("unit"),
    "value_min": Min("value"),
    "value_max": Max("value"),
    "estimate_min": Min(EXPECTED, output_field=Hundredths()),
    "estimate_max": Max(EXPECTED, output_field=Hundredths()),
}
ASKED: dict[str, dict[str, Any]] = {
    Aggregation.MEAN: MEANS,
    Aggregation.MIN: EXTREMES,
    Aggregation.MAX: EXTREMES,
}


def totals_of(
    round: Round, indicators: Sequence[Content], units: Collection[int] | None = None
) -> Content:
    """The totals of a round's indicators, but for those derived from others, as plain values.

    Of some units where they are named. One query, one more where there are means, and one where
    there are extremes.
    """
    values = Value.objects.filter(round=round)
    if units is not None:
        values = values.filter(unit__in=units)
    found: dict[str, Both] = {}
    hows = {row["code"]: row["how"] for row in indicators}
    codes = {row["id"]: row["code"] for row in indicators}
    for asked in (SUMS, MEANS, EXTREMES):
        keys = [pk for pk, code in codes.items() if asked is _asked(hows[code])]
        if keys:
            rows = values.filter(indicator__in=keys)
            for row in rows.values("indicator").annotate(**asked).order_by():
                found[codes[row["indicator"]]] = _both(row)
    none = (Amounts(), Amounts())
    plain = (code for code, how in hows.items() if not is_derived(how))
    return {code: plain_total(hows[code], *found.get(code, none)) for code in plain}


def _asked(how: Content) -> dict[str, Any] | None:
    return None if is_derived(how) else ASKED.get(how["aggregation"], SUMS)


def _both(row: Mapping[str, Any]) -> Both:
    done, expected = (
        Amounts(
            units=row["units"],
            weight=row.get("weight_sum", row["units"]),
            sum=row.get(f"{name}_sum", Decimal(0)),
            least=row.get(f"{name}_min"),
            most=row.get(f"{name}_max"),
        )
        for name in ("value", "estimate")
    )
    return done, expected


def spread(rounds: Iterable[int], indicators: Iterable[int], by: str) -> dict[Any, Total]:
    """Totals over rounds in parts: by "round", by "unit__parent", or by "indicator__group".

    Its cost follows what is asked, not what is stored. Only of what is added up. The database adds
    up by whole numbers that its index has; what these belong to is one query more.
    """
    near, _, far = by.partition("__")
    sums = Indicator.objects.filter(pk__in=list(indicators), aggregation__in=sorted(ADDITIVE))
    keys, of = list(sums.values_list("pk", flat=True)), list(rounds)
    totals: dict[Any, Total] = {}
    # A database that is asked for much of many rounds reads all of them; round by round it reads
    # what is asked.
    for some in [of] if len(keys) == 1 else [[pk] for pk in of]:
        rows = Value.objects.filter(round__in=some, indicator__in=keys)
        for row in rows.values(near).annotate(**SUMS).order_by(near):
            more = Total(row["value_sum"], row["estimate_sum"], row["units"])
            totals[row[near]] = totals.get(row[near], Total()) + more
    return _joined(totals, OWNERS[near].order_by(far), far) if far else totals


def _joined(totals: Mapping[int, Total], rows: QuerySet[Any], name: str) -> dict[Any, Total]:
    """The totals of what has the same name, in the order of the rows."""
    found: dict[Any, Total] = {}
    for pk, said in rows.filter(pk__in=totals).values_list("pk", name):
        found[said] = found.get(said, Total()) + totals[pk]
    return found


def through_periods(round: Round, indicator: int) -> list[tuple[Round, Total]]:
    """One indicator in the rounds of the same regime up to this one, newest first; two queries."""
    rounds = Round.objects.filter(regime=round.regime_id, data_to__lte=round.data_to)
    newest = list(rounds.select_related("regime", "period")[:MOST_PERIODS])
    found = spread([one.pk for one in newest], [indicator], "round")
    return [(one, found[one.pk]) for one in newest if one.pk in found]


def by_parent(round: Round, indicator: int) -> list[tuple[str, Total]]:
    """One indicator by the units above those that reported; nothing where all have the same."""
    found = spread([round.pk], [indicator], "unit__parent__grid_name")
    return list(found.items()) if len(found) > 1 else []
