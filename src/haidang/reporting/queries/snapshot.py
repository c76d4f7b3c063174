"""A report as values: what is kept when it is sent."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from haidang.activities.enums import ADDITIVE
from haidang.reporting.models import Figure, Report
from haidang.reporting.numerals import shortest
from haidang.reporting.queries.filling import open_indicators
from haidang.reporting.queries.sources import behind_of, fed_rows, joint_below, joint_in

FORMAT = 1
Plain = dict[str, Any]


def figures_of(report: Report) -> list[Figure]:
    """The figures of a report with their indicators, in order; functions here are given them."""
    order = ("indicator__position", "indicator__code")
    return list(report.figures.select_related("indicator").order_by(*order))


def account_of(report: Report, rows: Sequence[Figure]) -> Plain:
    """The figures and the words of a report as plain values.

    A figure is [value, estimate, what the log gave] and, where something was said of it,
    [reason, note] more: why it differs from the log, or what answers a warning.
    """
    assert report.counted_to is not None
    prose = report.prose.select_related("section").order_by("section__ordinal")
    return {
        "format": FORMAT,
        "counted_from": report.round.data_from.isoformat(),
        "counted_to": report.counted_to.isoformat(),
        "figures": {row.indicator.code: _figure(row) for row in rows},
        "prose": {str(row.section.ordinal): row.text for row in prose},
        **_none(rows),
    }


def evidence_of(report: Report, rows: Sequence[Figure]) -> Plain:
    """The activities behind each figure of a report: [identifier, amount] in order of days.

    A figure that was closed to its unit since it was sent before keeps what stood behind it then.
    """
    reopened = open_indicators(report)
    indicators = {row.indicator_id: row.indicator for row in rows if row.indicator_id in reopened}
    behind = behind_of(report, indicators.values())
    fresh = {
        indicators[indicator].code: [[str(one.activity), one.amount] for one in entries]
        for indicator, entries in behind.items()
    }
    return fresh | _kept(report, _closed_codes(report), "evidence")


def joint_of(report: Report, evidence: Plain) -> Plain:
    """What of the evidence the unit did together with others, so that it is summed only once.

    Nothing at all where there is none: most reports have none. A figure that was closed since it
    was sent before shares what it shared then.
    """
    together, below, closed = joint_in(report), joint_below(report), _closed_codes(report)
    joint = {
        code: [row for row in evidence.get(code, []) if row[0] in together] + below.get(code, [])
        for code in [*evidence, *(code for code in below if code not in evidence)]
        if code not in closed
    } | _kept(report, closed, "joint")
    kept = {code: rows for code, rows in joint.items() if rows}
    return {"joint": kept} if kept else {}


def fed_of(report: Report, rows: Sequence[Figure]) -> Plain:
    """Which frozen sum of the level below each figure was filled from; nothing where none was."""
    reopened = open_indicators(report)
    codes = [row.indicator.code for row in rows if row.indicator_id in reopened]
    last = report.submissions.order_by("attempt").last()
    before = last.content.get("fed", {}) if last and report.is_returned else {}
    fed = before | fed_rows(report, codes)
    return {"fed": fed} if fed else {}


def _none(rows: Sequence[Figure]) -> Plain:
    """Of what cannot be a 0, what the unit says there was nothing of; most reports have none."""
    said = [row.indicator for row in rows if row.is_none]
    codes = [indicator.code for indicator in said if indicator.aggregation not in ADDITIVE]
    return {"none": codes} if codes else {}


def _closed_codes(report: Report) -> set[str]:
    """The figures of a returned report that nothing was remarked on."""
    if not report.is_returned:
        return set()
    rows = report.figures.exclude(indicator__in=open_indicators(report))
    return set(rows.values_list("indicator__code", flat=True))


def _kept(report: Report, codes: set[str], what: str) -> Plain:
    """What was kept of some figures when they were sent last: their evidence, or what is joint."""
    last = report.submissions.order_by("attempt").last() if codes else None
    if last is None:
        return {}
    kept = last.evidence if what == "evidence" else last.content.get("joint", {})
    return {code: rows for code, rows in kept.items() if code in codes}


def _figure(row: Figure) -> list[str | None]:
    said: list[str | None] = [plain(row.value), plain(row.estimate), plain(row.logged)]
    return [*said, row.reason, row.note] if row.reason or row.note else said


def plain(number: Decimal | None) -> str | None:
    """A number as text that reads back to the same number."""
    return None if number is None else f"{shortest(number):f}"
