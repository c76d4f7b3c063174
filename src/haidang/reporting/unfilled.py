"""Which figures of a section wait for a number or for “không phát sinh”."""

from haidang.activities.enums import DERIVED
from haidang.reporting.models import Figure
from haidang.reporting.queries.filling import Step


def unfilled_in(step: Step) -> list[Figure]:
    """The empty figures of a section that is open; those that are reckoned nobody fills."""
    if not step.is_open:
        return []
    return [
        row for row in step.rows if row.value is None and row.indicator.aggregation not in DERIVED
    ]
