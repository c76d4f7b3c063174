"""A report as one value: what is kept when it is sent."""

from decimal import Decimal
from typing import Any

from haidang.reporting.models import Figure, Report
from haidang.reporting.numerals import shortest
from haidang.reporting.queries.evidence import Behind, amounts_behind

FORMAT = 1


def account_of(report: Report) -> dict[str, Any]:
    """The figures of a report with the activities behind each, and its prose, as plain values."""
    assert report.counted_to is not None
    rows = list(report.figures.select_related("indicator").order_by("indicator__position"))
    behind = amounts_behind(
        units=[report.unit],
        indicators=[row.indicator for row in rows],
        data_from=report.round.data_from,
        data_to=report.counted_to,
    )
    prose = report.prose.select_related("section").order_by("section__ordinal")
    return {
        "format": FORMAT,
        "counted_from": report.round.data_from.isoformat(),
        "counted_to": report.counted_to.isoformat(),
        "figures": {
            row.indicator.code: _figure(row, behind.get((report.unit_id, row.indicator_id), []))
            for row in rows
        },
        "prose": {str(row.section.ordinal): row.text for row in prose},
    }


def _figure(row: Figure, behind: list[Behind]) -> dict[str, Any]:
    return {
        "value": plain(row.value),
        "estimate": plain(row.estimate),
        "logged": plain(row.logged),
        "is_none": row.is_none,
        "reason": row.reason,
        "note": row.note,
        "behind": [[str(one.activity), one.amount] for one in behind],
    }


def plain(number: Decimal | None) -> str | None:
    """A number as text that reads back to the same number."""
    return None if number is None else f"{shortest(number):f}"
