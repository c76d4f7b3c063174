"""Whose log, and which days of it, a report counts; and what the level below gives it.

A plain report counts its unit's own log. Of a unit that others were merged into, it counts theirs
too, but for days that were accepted with a report of theirs. Of an authority that a regime below
reports to, it counts the frozen sum of that regime, and of its own log, with that of its offices,
what nobody below reported: nothing twice, nothing lost.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import QuerySet

from haidang import clock
from haidang.activities.enums import Aggregation
from haidang.activities.models import Indicator
from haidang.activities.queries import logged_values
from haidang.orgs.models import Succession, Unit
from haidang.plans.cascade import predecessors_of
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Consolidation, Report, Round
from haidang.reporting.queries.evidence import Behind, amounts_behind, joint_among
from haidang.reporting.sheet import Sheet, Total

CENT = Decimal("0.01")
LISTED = frozenset({Aggregation.COUNT, Aggregation.SUM})


@dataclass(frozen=True, slots=True)
class Source:
    """The log of one unit, over some days."""

    unit: Unit
    data_from: dt.date
    data_to: dt.date


def sources_of(report: Report) -> list[Source]:
    """Whose log a report counts, its own unit first."""
    assert report.counted_to is not None
    data_from, data_to = report.round.data_from, report.counted_to
    own = [Source(report.unit, data_from, data_to)]
    offices = [Source(unit, data_from, data_to) for unit in _offices(report)]
    return [*own, *offices, *_inherited(report, data_from, data_to)]


def heir_of(unit: Unit) -> Unit:
    """The unit that answers today for what another one logged; the unit itself where it goes on.

    Of a unit that was split it is the first that was named.
    """
    seen = {unit.pk}
    while unit.valid_to is not None and unit.valid_to < clock.today():
        rows = Succession.objects.filter(predecessor=unit).exclude(successor__in=seen)
        row = rows.select_related("successor").order_by("pk").first()
        if row is None:
            break
        unit = row.successor
        seen.add(unit.pk)
    return unit


def ended_in(round: Round) -> list[tuple[Report, Unit]]:
    """The reports of a round whose units ended before they were accepted, each with the heir."""
    rows = Report.objects.standing().filter(round=round, unit__valid_to__lt=clock.today())
    rows = rows.exclude(status=ReportStatus.ACCEPTED).select_related("unit", "round__regime")
    pairs = [(report, heir_of(report.unit)) for report in rows.order_by("pk")]
    return [(report, heir) for report, heir in pairs if heir.pk != report.unit_id]


def newest_sum(report: Report) -> Consolidation | None:
    """What the level below froze last for the same period; None where nothing feeds the report."""
    rounds = rounds_below(report)
    if rounds is None:
        return None
    rows = Consolidation.objects.filter(round__in=rounds)
    return rows.order_by("-frozen_at", "-pk").first()


def rounds_below(report: Report) -> QuerySet[Round] | None:
    """The rounds of the same period whose reports the unit received; None where none feed it.

    Every authority of a level has a regime of its own: it is known by its name.
    """
    fed_by = report.round.regime.fed_by
    if fed_by is None:
        return None
    return Round.objects.filter(
        regime__name=fed_by.name,
        regime__receiver=report.unit_id,
        period=report.round.period_id,
        number=report.round.number,
    )


def logged_of(report: Report, indicators: Iterable[Indicator]) -> dict[int, Decimal]:
    """What the log, and the level below, give for each indicator of a report."""
    rows, sources = list(indicators), sources_of(report)
    if len(sources) == 1 and report.fed_from is None:
        return _plain(sources[0], rows)
    listed = [row for row in rows if row.aggregation in LISTED]
    behind = behind_of(report, listed, sources)
    found = {row.pk: _shown(behind.get(row.pk, []), row) for row in listed}
    for row in rows:
        if row.aggregation not in LISTED:
            found[row.pk] = _largest(sources, row)
    below = given_below(report)
    for row in rows:
        if row.code in below:
            added = found[row.pk] if row.aggregation in LISTED else Decimal(0)
            found[row.pk] = below[row.code] + added
    return found


def behind_of(
    report: Report, indicators: Iterable[Indicator], sources: list[Source] | None = None
) -> dict[int, list[Behind]]:
    """The activities behind each figure by indicator, each once, without what stands below."""
    rows, reported = list(indicators), _reported_below(report)
    found: dict[int, dict[str, Behind]] = {row.pk: {} for row in rows}
    for source in sources or sources_of(report):
        behind = amounts_behind(
            units=[source.unit],
            indicators=rows,
            data_from=source.data_from,
            data_to=source.data_to,
        )
        for (_, indicator), entries in behind.items():
            found[indicator] |= {str(one.activity): one for one in entries}
    codes = {row.pk: row.code for row in rows}
    return {
        pk: sorted(
            (one for key, one in entries.items() if key not in reported.get(codes[pk], ())),
            key=lambda one: (one.on, str(one.activity)),
        )
        for pk, entries in found.items()
        if entries
    }


def given_below(report: Report) -> dict[str, Decimal]:
    """By code, the frozen totals that fill a report; what nobody below gave is not among them."""
    if report.fed_from is None:
        return {}
    return {code: total.value for code, total in _totals_of(report.fed_from).items()}


def expected_below(report: Report) -> dict[str, Decimal]:
    """By code, how much more those below expect to the end of the period."""
    if report.fed_from is None:
        return {}
    totals = _totals_of(report.fed_from)
    return {code: total.estimate - total.value for code, total in totals.items()}


def fed_rows(report: Report, codes: Iterable[str]) -> dict[str, Any]:
    """By code, which frozen sum a figure was filled from, as it is kept when the report is sent."""
    frozen = report.fed_from
    if frozen is None:
        return {}
    below = given_below(report)
    return {
        code: {
            "consolidation": frozen.pk,
            "round": frozen.round_id,
            "ordinal": frozen.ordinal,
            "sha256": frozen.sha256,
            "value": f"{below[code]:f}",
        }
        for code in codes
        if code in below
    }


def joint_below(report: Report) -> dict[str, list[list[Any]]]:
    """By code, the joint activities in the sums that fill a report, each once."""
    found: dict[str, dict[str, int]] = {}
    if report.fed_from:
        for unit in Sheet(report.fed_from.kept).reported:
            for code, rows in unit.get("joint", {}).items():
                kept = found.setdefault(code, {})
                for activity, amount in rows:
                    kept[activity] = max(kept.get(activity, 0), amount)
    return {code: [list(row) for row in sorted(rows.items())] for code, rows in found.items()}


def joint_in(report: Report) -> set[str]:
    """The activities that the units behind a report did together with others."""
    return {
        pk
        for source in sources_of(report)
        for pk in joint_among(source.unit, source.data_from, source.data_to)
    }


def _totals_of(frozen: Consolidation) -> dict[str, Total]:
    sheet = Sheet(frozen.kept)
    totals = {row["code"]: sheet.total(row["code"]) for row in sheet.indicators}
    return {code: total for code, total in totals.items() if not total.is_missing}


def _plain(source: Source, rows: list[Indicator]) -> dict[int, Decimal]:
    values = logged_values(
        units=[source.unit],
        indicators=rows,
        data_from=source.data_from,
        data_to=source.data_to,
    )
    return {row.pk: values.get((source.unit.pk, row.pk), Decimal(0)) for row in rows}


def _shown(entries: list[Behind], indicator: Indicator) -> Decimal:
    total = sum(one.amount for one in entries)
    return (Decimal(total) / indicator.divisor).quantize(CENT, ROUND_HALF_UP)


def _largest(sources: list[Source], indicator: Indicator) -> Decimal:
    # What cannot be added up is a person's to say; the largest is offered to him.
    return max(_plain(source, [indicator])[indicator.pk] for source in sources)


def _offices(report: Report) -> list[Unit]:
    """The offices of an authority that a level below feeds, but those that report themselves."""
    rounds = rounds_below(report)
    if rounds is None:
        return []
    reporting = Report.objects.filter(round__in=rounds)
    offices = Unit.objects.filter(acts_for=report.unit_id)
    return list(offices.exclude(pk__in=reporting.values("unit")).order_by("pk"))


def _inherited(report: Report, data_from: dt.date, data_to: dt.date) -> list[Source]:
    before = [one for one in predecessors_of(report.unit) if heir_of(one).pk == report.unit_id]
    if not before:
        return []
    reports = Report.objects.filter(round=report.round_id, unit__in=before)
    stood = {one.unit_id: one for one in reports}
    found = []
    for unit in before:
        own = stood.get(unit.pk)
        if own is None or own.status == ReportStatus.HANDED_OVER:
            found.append(Source(unit, data_from, data_to))
        elif own.status == ReportStatus.ACCEPTED and own.counted_to is not None:
            found.append(Source(unit, own.counted_to + dt.timedelta(days=1), data_to))
    return [source for source in found if source.data_from <= source.data_to]


def _reported_below(report: Report) -> dict[str, set[str]]:
    return {code: {row[0] for row in rows} for code, rows in joint_below(report).items()}
