"""By what the figures of a report may be expected to grow."""

from collections.abc import Sequence

from haidang.activities.models import Indicator
from haidang.reporting.expecting import Growth
from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.sources import expected_below


def growth_of(report: Report, rows: Sequence[Figure]) -> Growth:
    """The kinds of activity behind the figures of a report, and what those below expect."""
    if not report.round.has_estimate:
        return Growth({}, {}, is_asked=False)
    return Growth(kinds_behind(rows), expected_below(report))


def kinds_behind(rows: Sequence[Figure]) -> dict[int, set[str]]:
    """By indicator, the kinds of activity that some figures count; one query."""
    kinds: dict[int, set[str]] = {row.indicator_id: set() for row in rows}
    behind = Indicator.kinds.through.objects.filter(indicator__in=kinds)
    for indicator, kind in behind.values_list("indicator", "kind"):
        kinds[indicator].add(kind)
    return kinds
