"""Of which figures of a section it may still be said that nothing happened."""

from haidang.activities.enums import DERIVED
from haidang.reporting.models import Figure
from haidang.reporting.queries.filling import Step


def unfilled_in(step: Step) -> list[Figure]:
    """The empty figures of a section that is open, of which the log knows nothing either.

    Those that are reckoned nobody fills; one that was emptied beside a log that has a number waits
    for a number.
    """
    if not step.is_open:
        return []
    return [row for row in step.rows if row.value is None and row.logged <= 0 and _is_filled(row)]


def _is_filled(row: Figure) -> bool:
    return row.indicator.aggregation not in DERIVED
