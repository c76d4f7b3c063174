"""A report as values: what is kept when it is sent."""

from decimal import Decimal
from typing import Any

from haidang.reporting.models import Figure, Report
from haidang.reporting.numerals import shortest
from haidang.reporting.queries.evidence import amounts_behind, joint_among
from haidang.reporting.queries.filling import open_indicators

FORMAT = 1
Plain = dict[str, Any]


def account_of(report: Report) -> Plain:
    """The figures and the words of a report as plain values.

    A figure is [value, estimate, what the log gave] and, where it differs, [reason, note] more.
    """
    assert report.counted_to is not None
    prose = report.prose.select_related("section").order_by("section__ordinal")
    return {
        "format": FORMAT,
        "counted_from": report.round.data_from.isoformat(),
        "counted_to": report.counted_to.isoformat(),
        "figures": {row.indicator.code: _figure(row) for row in _rows(report)},
        "prose": {str(row.section.ordinal): row.text for row in prose},
    }


def evidence_of(report: Report) -> Plain:
    """The activities behind each figure of a report: [identifier, amount] in order of days.

    A figure that was closed to its unit since it was sent before keeps what stood behind it then.
    """
    assert report.counted_to is not None
    reopened = open_indicators(report)
    rows = {row.indicator_id: row.indicator for row in _rows(report)}
    indicators = {pk: row for pk, row in rows.items() if pk in reopened}
    closed = {row.code for pk, row in rows.items() if pk not in reopened}
    behind = amounts_behind(
        units=[report.unit],
        indicators=indicators.values(),
        data_from=report.round.data_from,
        data_to=report.counted_to,
    )
    fresh = {
        indicators[indicator].code: [[str(one.activity), one.amount] for one in rows]
        for (_, indicator), rows in behind.items()
    }
    return fresh | _kept(report, closed)


def joint_of(report: Report, evidence: Plain) -> Plain:
    """What of the evidence the unit did together with others, so that it is summed only once.

    Nothing at all where there is none: most reports have none.
    """
    assert report.counted_to is not None
    together = joint_among(report.unit, report.round.data_from, report.counted_to)
    joint = {code: [row for row in rows if row[0] in together] for code, rows in evidence.items()}
    kept = {code: rows for code, rows in joint.items() if rows}
    return {"joint": kept} if kept else {}


def _kept(report: Report, codes: set[str]) -> Plain:
    last = report.submissions.order_by("attempt").last()
    return {code: rows for code, rows in last.evidence.items() if code in codes} if last else {}


def _rows(report: Report) -> list[Figure]:
    return list(report.figures.select_related("indicator").order_by("indicator__position"))


def _figure(row: Figure) -> list[str | None]:
    said: list[str | None] = [plain(row.value), plain(row.estimate), plain(row.logged)]
    return [*said, row.reason, row.note] if row.reason else said


def plain(number: Decimal | None) -> str | None:
    """A number as text that reads back to the same number."""
    return None if number is None else f"{shortest(number):f}"
