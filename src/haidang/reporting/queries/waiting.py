"""What the log of an accepted report's days says otherwise now, and nobody wrote down yet."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from haidang.activities.adding import figure_of
from haidang.activities.enums import ADDITIVE, DERIVED, LISTED
from haidang.activities.models import Indicator
from haidang.reporting.correcting import less_known
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Adjustment, Report
from haidang.reporting.queries.sources import Source, behind_of, joint_in, sources_of
from haidang.reporting.sheet import Content

Entries = dict[str, tuple[int, bool]]  # by activity: its amount, and whether others did it too


@dataclass(frozen=True, slots=True)
class Waiting:
    """One figure of an accepted report that its log does not say any more."""

    indicator: Indicator
    delta: Decimal
    entries: tuple[tuple[str, int, int, bool], ...]  # activity, amount then, now, shared now


def waiting_of(report: Report) -> list[Waiting]:
    """What the log of an accepted report's days says otherwise now, and nobody wrote down yet."""
    if report.status != ReportStatus.ACCEPTED or not hasattr(report, "acceptance"):
        return []
    sent, past = report.acceptance.submission, written(report=report.pk).get(report.pk, {})
    asked = Indicator.objects.filter(code__in=sent.content["figures"]).prefetch_related("kinds")
    sources = sources_of(report)
    rows = [row for row in asked if _is_of_log(row, sent.content, sources)]
    behind, joint = behind_of(report, rows, sources), joint_in(report)
    found = []
    for row in rows:
        figure = sent.content["figures"][row.code]
        amounts = [one.amount for one in behind.get(row.pk, [])]
        now = {
            str(one.activity): (one.amount, _shares(figure) and str(one.activity) in joint)
            for one in behind.get(row.pk, [])
        }
        before = _before(report, row.code, past.get(row.code, []))
        if entries := tuple(_changed(before, now)):
            evidence = [amount for _, amount in sent.evidence.get(row.code, [])]
            whole = _delta(row, figure, evidence, amounts, was_given=_was_given(row, sent.content))
            told = sum((one.delta for one in past.get(row.code, [])), Decimal(0))
            found.append(Waiting(row, whole - told, entries))
    return found


def written(**which: int) -> dict[int, dict[str, list[Adjustment]]]:
    """Corrections by report and code, in the order in which they were written; one query."""
    found: dict[int, dict[str, list[Adjustment]]] = defaultdict(lambda: defaultdict(list))
    rows = Adjustment.objects.filter(**which).select_related("indicator")
    for row in rows.order_by("made_at", "pk"):
        found[row.report_id][row.indicator.code].append(row)
    return found


def _before(report: Report, code: str, past: list[Adjustment]) -> Entries:
    acceptance = report.acceptance
    shared = {activity for activity, _ in acceptance.joint.get(code, [])}
    evidence = acceptance.submission.evidence.get(code, [])
    entries = {activity: (amount, activity in shared) for activity, amount in evidence}
    for row in past:
        for activity, _, amount, is_shared in row.entries:
            entries[activity] = (amount, is_shared)
    return {activity: entry for activity, entry in entries.items() if entry[0]}


def _changed(before: Entries, now: Entries) -> Iterator[tuple[str, int, int, bool]]:
    for activity in sorted(before.keys() | now.keys()):
        then, to = before.get(activity, (0, False)), now.get(activity, (0, False))
        if then != to:
            yield activity, then[0], to[0], to[1]


def _is_of_log(row: Indicator, content: Content, sources: list[Source]) -> bool:
    """Whether a figure was made of this log: what cannot be added up has one log or none."""
    if row.aggregation in DERIVED:
        return False
    is_alone = len(sources) == 1 and row.code not in content.get("fed", {})
    return row.aggregation in LISTED or is_alone


def _was_given(row: Indicator, content: Content) -> bool:
    is_none = row.aggregation not in ADDITIVE and row.code in content.get("none", ())
    return content["figures"][row.code][0] is not None and not is_none


def _delta(
    row: Indicator, figure: list[Any], evidence: list[int], now: list[int], *, was_given: bool
) -> Decimal:
    """What the log's change since the sending makes of the figure, in the figure's own unit."""
    then = figure_of(row.aggregation, row.divisor, evidence)
    to = figure_of(row.aggregation, row.divisor, now)
    told = Decimal(figure[0] or 0) - Decimal(figure[2])
    if was_given and told and (then is None or to is None):
        return Decimal(0)  # a person gave it from elsewhere: no log moves it
    change = (to or Decimal(0)) - (then or Decimal(0))
    return less_known(figure, change)


def _shares(figure: list[Any]) -> bool:
    return figure[0] is not None and Decimal(figure[0]) >= Decimal(figure[2])
