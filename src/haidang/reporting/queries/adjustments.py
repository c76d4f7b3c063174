"""Corrections of accepted reports: those written down, those that wait, and what they come to."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from haidang.activities.adding import figure_of
from haidang.activities.enums import ADDITIVE, DERIVED, LISTED, Aggregation
from haidang.activities.models import Indicator
from haidang.reporting.correcting import Adjusted, Correction, Found, Given, corrected, is_given
from haidang.reporting.enums import DifferenceReason, ReportStatus
from haidang.reporting.models import Adjustment, Consolidation, Report, Round, Value
from haidang.reporting.queries.sources import Source, behind_of, joint_in, sources_of
from haidang.reporting.sheet import Content, Sheet, has_report, how_of

# A figure that differs from the log for one of these has the later entry in it already.
KNOWN_BEFORE = frozenset(
    {DifferenceReason.NOT_LOGGED, DifferenceReason.COUNTED_TWICE, DifferenceReason.WRONG_ENTRY}
)
NOT_GIVEN = (None, 1)
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
    sent, written = report.acceptance.submission, _written(report=report.pk).get(report.pk, {})
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
        before = _before(report, row.code, written.get(row.code, []))
        if entries := tuple(_changed(before, now)):
            evidence = [amount for _, amount in sent.evidence.get(row.code, [])]
            whole = _delta(row, figure, evidence, amounts, was_given=_was_given(row, sent.content))
            past = sum((one.delta for one in written.get(row.code, [])), Decimal(0))
            found.append(Waiting(row, whole - past, entries))
    return found


def corrections_in(content: Content) -> Found:
    """By report and code, what was corrected since, of the levels below too: two queries a level.

    Nothing at all where nothing was corrected.
    """
    reports = {unit["report"] for unit in content["units"] if has_report(unit)}
    found: dict[int, dict[str, Correction]] = defaultdict(dict)
    written = _written(report__round=content["round"]["id"])
    known = _known(pk for pk in written if pk in reports)
    for pk, by_code in written.items():
        for code, rows in by_code.items():
            if pk in reports:
                shared = _joint_of(content, pk, code)
                found[pk][code] = _summed(rows, shared, *known.get((pk, code), NOT_GIVEN))
    for report, frozen, codes in _fed(content):
        _add_from_below(content, report, frozen, codes, found[report])
    return {pk: rows for pk, rows in found.items() if rows}


def as_corrected(content: Content) -> Sheet:
    """A frozen content, or one of this moment, with its totals as they are after corrections."""
    return Sheet(corrected(content, corrections_in(content), _figures_of(content)))


def adjusted(content: Content) -> dict[str, Adjusted]:
    """By code, each total that was corrected since; the others are as they were issued."""
    found = corrections_in(content)
    if not found:
        return {}
    before, after = Sheet(content), Sheet(corrected(content, found, _figures_of(content)))
    lines = _lines(content)
    own: dict[str, Decimal] = defaultdict(Decimal)
    for rows in found.values():
        for code, one in rows.items():
            own[code] += one.delta
    return {
        row["code"]: Adjusted(
            before.total(row["code"]).value,
            after.total(row["code"]).value,
            lines.get(row["code"], 0),
            own[row["code"]],
        )
        for row in before.indicators
        if row["code"] in own or before.total(row["code"]) != after.total(row["code"])
    }


def adjustments_behind(content: Content, code: str = "") -> list[Adjustment]:
    """The corrections of a content's reports, newest first, of the levels below too."""
    rows = Adjustment.objects.filter(report__in=_reports_below(content))
    if code:
        rows = rows.filter(indicator__code=code)
    related = rows.select_related("report__unit", "report__round__period", "indicator", "by__unit")
    return list(related.order_by("-made_at", "-pk"))


def since(round: Round, moment: dt.datetime) -> list[Adjustment]:
    """Corrections of a round's reports after a moment: what the next period's report names."""
    rows = Adjustment.objects.filter(report__round=round, made_at__gt=moment)
    return list(rows.select_related("report__unit", "indicator").order_by("made_at", "pk"))


def _written(**which: int) -> dict[int, dict[str, list[Adjustment]]]:
    found: dict[int, dict[str, list[Adjustment]]] = defaultdict(lambda: defaultdict(list))
    rows = Adjustment.objects.filter(**which).select_related("indicator")
    for row in rows.order_by("made_at", "pk"):
        found[row.report_id][row.indicator.code].append(row)
    return found


def _before(report: Report, code: str, written: list[Adjustment]) -> Entries:
    acceptance = report.acceptance
    shared = {activity for activity, _ in acceptance.joint.get(code, [])}
    evidence = acceptance.submission.evidence.get(code, [])
    entries = {activity: (amount, activity in shared) for activity, amount in evidence}
    for row in written:
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
    reason = figure[3] if len(figure) > 3 else ""
    if reason not in KNOWN_BEFORE or told * change <= 0:
        return change
    known = min(abs(told), abs(change))
    return change - known if change > 0 else change + known


def _shares(figure: list[Any]) -> bool:
    return figure[0] is not None and Decimal(figure[0]) >= Decimal(figure[2])


def _joint_of(content: Content, report: int, code: str) -> dict[str, int]:
    unit = next(row for row in content["units"] if row["report"] == report)
    return dict(unit.get("joint", {}).get(code, []))


def _known(reports: Iterable[int]) -> dict[tuple[int, str], tuple[Decimal | None, int]]:
    """By report and code, the accepted figure, and of how many units it is."""
    keys = list(reports)
    rows = Value.objects.filter(report__in=keys) if keys else Value.objects.none()
    found = rows.values_list("report", "indicator__code", "value", "weight")
    return {(report, code): (value, weight) for report, code, value, weight in found}


def _summed(
    rows: list[Adjustment], joint: dict[str, int], value: Decimal | None, weight: int
) -> Correction:
    for row in rows:
        for activity, _, amount, is_shared in row.entries:
            joint.pop(activity, None)
            if is_shared and amount:
                joint[activity] = amount
    delta, way = sum((row.delta for row in rows), Decimal(0)), rows[0].indicator.aggregation
    units = is_given(way, value, delta) - (value is not None)
    # One that gives nothing any more takes its own weight with it.
    return Correction(delta, delta * weight, joint, units, units * weight)


def _add_from_below(
    content: Content,
    report: int,
    frozen: Consolidation,
    codes: set[str] | None,
    own: dict[str, Correction],
) -> None:
    """Join what was corrected below to what was corrected in the report itself."""
    kept = frozen.kept
    below = corrections_in(kept)
    if not below:
        return
    after = corrected(kept, below, _figures_of(kept))
    joint_then, joint_now = _joint_below(kept), _joint_below(after)
    known = _known([report])
    for row in kept["indicators"]:
        code, way = row["code"], how_of(row)["aggregation"]
        if codes is not None and code not in codes:
            continue
        was, now = kept["totals"][code], after["totals"][code]
        told = own.get(code, Correction(joint=_joint_of(content, report, code)))
        shared = {
            activity: amount
            for activity, amount in (told.joint or {}).items()
            if activity not in joint_then.get(code, {})
        } | joint_now.get(code, {})
        delta = Decimal(now["value"]) - Decimal(was["value"])
        weighted, weight = delta, 0
        if way == Aggregation.MEAN:
            weighted = Decimal(now.get("weighted", 0)) - Decimal(was.get("weighted", 0))
            weight = now.get("weight", 0) - was.get("weight", 0)
        if delta or weighted or weight or joint_then.get(code) != joint_now.get(code):
            value, _ = known.get((report, code), NOT_GIVEN)
            units = is_given(way, value, told.delta + delta) - (value is not None)
            own[code] = Correction(
                told.delta + delta, told.weighted + weighted, shared, units, told.weight + weight
            )


def _joint_below(content: Content) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for unit in content["units"]:
        for code, rows in unit.get("joint", {}).items():
            for activity, amount in rows:
                found[code][activity] = max(amount, found[code].get(activity, 0))
    return found


def _figures_of(content: Content) -> Any:
    reports = [unit["report"] for unit in content["units"]]

    def given(code: str) -> Iterator[Given]:
        rows = Value.objects.filter(report__in=reports, indicator__code=code)
        for report, value, estimate in rows.values_list("report", "value", "estimate"):
            yield report, value, value if estimate is None else estimate

    return given


def _reports_below(content: Content) -> list[int]:
    reports: list[int] = [unit["report"] for unit in content["units"] if has_report(unit)]
    for frozen in {frozen.pk: frozen for _, frozen, _ in _fed(content)}.values():
        reports += _reports_below(frozen.kept)
    return reports


def _fed(content: Content) -> list[tuple[int, Consolidation, set[str] | None]]:
    """The reports of a content that were filled from frozen sums of the level below.

    A figure that was closed when its report was mended is of an older freezing than the others, so
    each comes with its codes; None says that all are of it.
    """
    fed = Report.objects.filter(round=content["round"]["id"], fed_from__isnull=False)
    reports = {unit["report"] for unit in content["units"] if has_report(unit)}
    found: list[tuple[int, Consolidation, set[str] | None]] = []
    for row in (row for row in fed.select_related("fed_from") if row.pk in reports):
        assert row.fed_from is not None
        told = row.acceptance.submission.content.get("fed", {})
        of = {code: one["consolidation"] for code, one in told.items()}
        older = {code: pk for code, pk in of.items() if pk != row.fed_from_id}
        newest = set(row.fed_from.kept["totals"]) - older.keys()
        found.append((row.pk, row.fed_from, newest if older else None))
        for pk, frozen in Consolidation.objects.in_bulk(set(older.values())).items():
            found.append((row.pk, frozen, {code for code, one in older.items() if one == pk}))
    return found


def _lines(content: Content) -> Mapping[str, int]:
    found: dict[str, int] = defaultdict(int)
    for row in Adjustment.objects.filter(report__in=_reports_below(content)).values_list(
        "indicator__code", flat=True
    ):
        found[row] += 1
    return found
