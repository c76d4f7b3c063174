"""What was corrected in the reports behind a sum since they were accepted, of all levels below."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from haidang.activities.enums import LISTED, Aggregation
from haidang.reporting.correcting import (
    Correction,
    Found,
    Given,
    corrected,
    is_given,
    less_known,
)
from haidang.reporting.models import Adjustment, Consolidation, Report, Value
from haidang.reporting.queries.waiting import written
from haidang.reporting.sheet import Content, Row, has_report, how_of

NOT_GIVEN = (None, 1)
NOTHING: Row = (None, None, "0")


@dataclass(frozen=True, slots=True)
class Feeding:
    """A report that was filled from a frozen sum of the level below, and what it then said.

    `used` is by code what of a figure raised by hand its own log was found to say later.
    """

    report: int
    frozen: Consolidation
    codes: set[str] | None
    figures: Mapping[str, Row]
    used: Mapping[str, Decimal] = field(default_factory=dict)

    def less_known(self, indicator: Content, change: Decimal) -> Decimal:
        """What is left of a change below that the report did not have in it by hand."""
        code = indicator["code"]
        used = self.used.get(code, Decimal(0))
        return less_known(self.figures.get(code, NOTHING), change, used)


def corrections_in(content: Content) -> Found:
    """By report and code, what was corrected since, of the levels below too: two queries a level.

    Nothing at all where nothing was corrected.
    """
    reports = {unit["report"] for unit in content["units"] if has_report(unit)}
    found: dict[int, dict[str, Correction]] = defaultdict(dict)
    rows_of = written(report__round=content["round"]["id"])
    known = _known(pk for pk in rows_of if pk in reports)
    for pk, by_code in rows_of.items():
        for code, rows in by_code.items():
            if pk in reports:
                shared = _joint_of(content, pk, code)
                found[pk][code] = _summed(rows, shared, *known.get((pk, code), NOT_GIVEN))
    for feeding in _fed(content):
        used = {code: _used(rows) for code, rows in rows_of.get(feeding.report, {}).items()}
        _add_from_below(content, replace(feeding, used=used), found[feeding.report])
    return {pk: rows for pk, rows in found.items() if rows}


def _joint_of(content: Content, report: int, code: str) -> dict[str, int]:
    unit = next(row for row in content["units"] if row["report"] == report)
    return dict(unit.get("joint", {}).get(code, []))


def _known(reports: Iterable[int]) -> dict[tuple[int, str], tuple[Decimal | None, int]]:
    """By report and code, the accepted figure, and of how many units it is."""
    keys = list(reports)
    rows = Value.objects.filter(report__in=keys) if keys else Value.objects.none()
    found = rows.values_list("report", "indicator__code", "value", "weight")
    return {(report, code): (value, weight) for report, code, value, weight in found}


def _used(rows: list[Adjustment]) -> Decimal:
    """What the log's changes come to beyond what was written down: the figure had it by hand."""
    divisor = rows[0].indicator.divisor
    changes = (Decimal(now - then) for row in rows for _, then, now, _ in row.entries)
    return sum(changes, Decimal(0)) / divisor - sum((row.delta for row in rows), Decimal(0))


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


def _add_from_below(content: Content, feeding: Feeding, own: dict[str, Correction]) -> None:
    """Join what was corrected below to what was corrected in the report itself."""
    kept = feeding.frozen.kept
    below = corrections_in(kept)
    if not below:
        return
    after = corrected(kept, below, figures_of(kept))
    joint_then, joint_now = _joint_below(kept), _joint_below(after)
    known = _known([feeding.report])
    for row in kept["indicators"]:
        code, way = row["code"], how_of(row)["aggregation"]
        if feeding.codes is not None and code not in feeding.codes:
            continue
        was, now = kept["totals"][code], after["totals"][code]
        told = own.get(code, Correction(joint=_joint_of(content, feeding.report, code)))
        shared = {
            activity: amount
            for activity, amount in (told.joint or {}).items()
            if activity not in joint_then.get(code, {})
        } | joint_now.get(code, {})
        moved = Decimal(now["value"]) - Decimal(was["value"])
        delta = feeding.less_known(row, moved) if way in LISTED else moved
        weighted, weight = delta, 0
        if way == Aggregation.MEAN:
            weighted = Decimal(now.get("weighted", 0)) - Decimal(was.get("weighted", 0))
            weight = now.get("weight", 0) - was.get("weight", 0)
        if delta or weighted or weight or joint_then.get(code) != joint_now.get(code):
            value, _ = known.get((feeding.report, code), NOT_GIVEN)
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


def figures_of(content: Content) -> Callable[[str], Iterator[Given]]:
    """The accepted figures of one indicator, asked for where an extreme was corrected."""
    reports = [unit["report"] for unit in content["units"]]

    def given(code: str) -> Iterator[Given]:
        rows = Value.objects.filter(report__in=reports, indicator__code=code)
        for report, value, estimate in rows.values_list("report", "value", "estimate"):
            yield report, value, value if estimate is None else estimate

    return given


def reports_below(content: Content) -> list[int]:
    """The accepted reports of a content, and of the frozen sums that filled them."""
    reports: list[int] = [unit["report"] for unit in content["units"] if has_report(unit)]
    for frozen in {one.frozen.pk: one.frozen for one in _fed(content)}.values():
        reports += reports_below(frozen.kept)
    return reports


def _fed(content: Content) -> list[Feeding]:
    """The reports of a content that were filled from frozen sums of the level below.

    A figure that was closed when its report was mended is of an older freezing than the others, so
    each comes with its codes; None says that all are of it.
    """
    fed = Report.objects.filter(round=content["round"]["id"], fed_from__isnull=False)
    reports = {unit["report"] for unit in content["units"] if has_report(unit)}
    found: list[Feeding] = []
    for row in (row for row in fed.select_related("fed_from") if row.pk in reports):
        assert row.fed_from is not None
        sent = row.acceptance.submission.content
        of = {code: one["consolidation"] for code, one in sent.get("fed", {}).items()}
        older = {code: pk for code, pk in of.items() if pk != row.fed_from_id}
        newest = set(row.fed_from.kept["totals"]) - older.keys()
        found.append(Feeding(row.pk, row.fed_from, newest if older else None, sent["figures"]))
        for pk, frozen in Consolidation.objects.in_bulk(set(older.values())).items():
            codes = {code for code, one in older.items() if one == pk}
            found.append(Feeding(row.pk, frozen, codes, sent["figures"]))
    return found
