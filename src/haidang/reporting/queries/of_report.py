"""What stands behind one figure of one report, before it is accepted and afterwards."""

from dataclasses import dataclass

from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.lineage import Behind, entries_of
from haidang.reporting.queries.sources import behind_of
from haidang.reporting.sheet import Content


@dataclass(frozen=True, slots=True)
class FigureOfReport:
    """A figure with the activities behind it: as they were sent, or of this moment.

    `fed` says which frozen sum of the level below it was filled from.
    """

    row: Figure
    entries: tuple[Behind, ...]
    is_sent: bool
    fed: Content | None = None


def figure_of_report(report: Report, code: str) -> FigureOfReport | None:
    """One figure of a report, with what it was made of; None where the report does not ask it.

    While the unit may still write in it, its log of this moment is told.
    """
    rows = report.figures.filter(indicator__code=code).select_related("indicator__measure")
    row = rows.first()
    if row is None:
        return None
    sent = None if report.is_editable else report.submissions.order_by("attempt").last()
    if sent is None:
        now = behind_of(report, [row.indicator]) if report.counted_to else {}
        behind = [(str(one.activity), one.amount) for one in now.get(row.indicator_id, [])]
        return FigureOfReport(row, entries_of(behind, set()), is_sent=False)
    joint = {pk for pk, _ in sent.content.get("joint", {}).get(code, [])}
    behind = [(pk, amount) for pk, amount in sent.evidence.get(code, [])]
    fed = sent.content.get("fed", {}).get(code)
    return FigureOfReport(row, entries_of(behind, joint), is_sent=True, fed=fed)
