"""Where a figure comes from: a total in its units, a unit's figure in its activities (N8)."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.core.paginator import Page, Paginator

from haidang.activities.adding import figure_of, is_derived
from haidang.activities.enums import Aggregation
from haidang.activities.models import Activity, Evidence, Indicator
from haidang.ledger.models import Entry
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Remark, Report, Submission
from haidang.reporting.numerals import write_number
from haidang.reporting.queries.given import given_in
from haidang.reporting.queries.sources import behind_of
from haidang.reporting.sheet import (
    Content,
    Given,
    Sheet,
    Total,
    fingerprint,
    given_by,
    how_of,
)
from haidang.reporting.thawing import with_figures

PARTS_AT_ONCE = 60

WAYS = {
    Aggregation.MEAN: "trung bình",
    Aggregation.MIN: "nhỏ nhất của",
    Aggregation.MAX: "lớn nhất của",
}
LOGGED = WAYS | {Aggregation.LAST: "số cuối kỳ"}
CORRECTING = ("correct_activity", "amend_activity")


@dataclass(frozen=True, slots=True)
class Part:
    """What one unit adds to a total; no value where its report was not accepted."""

    unit: Content
    value: Decimal | None
    is_changed: bool = False
    share: int = 0  # per cent of the total


@dataclass(frozen=True, slots=True)
class TotalSource:
    """A total, and the units that it is the sum of, a page of them with what they said."""

    indicator: Content
    total: Total
    parts: tuple[Part, ...]  # of one page
    shared: Decimal
    every: int  # how many units the round has
    amounts: tuple[tuple[str, Decimal], ...]  # of all that gave one, by name, largest first
    page: Page[Content]

    @property
    def formula(self) -> str:
        """How the total is made, in words."""
        how, name = how_of(self.indicator), self.indicator["name"]
        if how["aggregation"] == Aggregation.RATIO:
            times = f" × {how['per']}" if how["per"] != 1 else ""
            return f"tổng {how['numerator']} ÷ tổng {how['denominator']}{times}"
        if how["aggregation"] == Aggregation.FORMULA:
            return f"công thức {how['formula']} từ các tổng"
        return f"{WAYS.get(how['aggregation'], 'tổng')} “{name}”"

    @property
    def sum(self) -> Decimal:
        """What the units' figures add up to, before what they share is left out."""
        return self.total.value + self.shared


@dataclass(frozen=True, slots=True)
class Joint:
    """An activity that several units reported, and how much of it was left out of the total."""

    activity: Activity
    excess: int
    units: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """An activity behind a figure, what it adds as it was measured, and its corrections."""

    activity: Activity
    amount: int
    photos: int
    corrections: int
    is_joint: bool = False


@dataclass(frozen=True, slots=True)
class FigureSource:
    """One unit's figure, the activities behind it when it was sent, and what was remarked on it."""

    indicator: Content
    unit: Content
    given: Given
    evidence: list[tuple[str, int]]
    is_whole: bool  # the evidence is the one whose hash was frozen with the figure
    entries: tuple[Behind, ...]
    remarks: tuple[Remark, ...]
    fed: Content | None = None  # which frozen sum of the level below it was filled from

    @property
    def fed_value(self) -> Decimal:
        """What of the figure came from the level below."""
        return Decimal(self.fed["value"]) if self.fed else Decimal(0)

    @property
    def gone(self) -> int:
        """How many of the activities are not in the log any more."""
        return len(self.evidence) - len(self.entries)

    @property
    def withdrawn(self) -> int:
        """How many of the activities their unit took back since."""
        return sum(entry.activity.is_withdrawn for entry in self.entries)

    @property
    def reason(self) -> str:
        """Why the figure differs from the log, in words."""
        return DifferenceReason(self.given.reason).label if self.given.reason else ""

    @property
    def formula(self) -> str:
        """How the log's number is made, in words."""
        row, count = self.indicator, len(self.evidence)
        if self.fed:
            own = self.given.logged - self.fed_value
            more = f" + {write_number(own)} từ nhật ký của đơn vị" if own else ""
            return f"{write_number(self.fed_value)} từ các đơn vị cấp dưới{more}"
        language = f", {row['language']}" if row["language"] else ""
        if is_derived(how_of(row)):
            return "tính từ số của các chỉ tiêu khác"
        if not row["measure"]:
            return f"số hoạt động trong nhật ký{language}"
        way = LOGGED.get(how_of(row)["aggregation"], "tổng")
        words = f"{way} “{row['measure']}” của {count} hoạt động{language}"
        if row["divisor"] == 1:
            return words
        raw = sum(amount for _, amount in self.evidence)
        return f"{words}: {write_number(raw)} {row['measure_unit']} ÷ {row['divisor']}"


def total_source(sheet: Sheet, code: str, page: int = 1) -> TotalSource | None:
    """A total with its parts, largest first; None where the round has no such indicator.

    The parts' values are the accepted rows of this one indicator. What else the units sent is read
    of one page of them only: a country's page costs no more than a district's.
    """
    indicator = sheet.indicator(code)
    if indicator is None:
        return None
    total, shared = sheet.total(code), sheet.shared(code)
    values = {pk: value for pk, (value, _) in given_in(sheet, indicator).items()}
    units = sorted(sheet.units, key=lambda unit: _order(values.get(unit["id"])))
    amounts = tuple(
        (unit["grid_name"], values[unit["id"]]) for unit in units if unit["id"] in values
    )
    paged = Paginator(units, PARTS_AT_ONCE).get_page(page)
    shown = list(paged.object_list)
    filled = Sheet(with_figures(sheet.content | {"units": shown}, shown)).units
    parts = tuple(_part(unit, code, total.value + shared) for unit in filled)
    return TotalSource(indicator, total, parts, shared, len(units), amounts, paged)


def _order(value: Decimal | None) -> tuple[bool, Decimal]:
    return value is None, -(value or Decimal(0))


def joint_source(sheet: Sheet, code: str) -> tuple[Joint, ...]:
    """The activities that were left out of a total but once, largest first; one query."""
    entries = sheet.content.get("shared", {}).get(code, {}).get("entries", [])
    units = {unit["id"]: unit for unit in sheet.units}
    rows = {str(row.pk): row for row in Activity.objects.filter(pk__in=[one[0] for one in entries])}
    found = [
        Joint(rows[pk], excess, tuple(units[unit] for unit in doers))
        for pk, excess, doers in entries
        if pk in rows
    ]
    return tuple(sorted(found, key=lambda joint: -joint.excess))


def _part(unit: Content, code: str, total: Decimal) -> Part:
    given = given_by(unit, code)
    if given is None:
        return Part(unit, None)
    share = round(given.value * 100 / total) if total else 0
    return Part(unit, given.value, given.is_changed, share)


def figure_source(sheet: Sheet, code: str, unit_pk: int) -> FigureSource | None:
    """One unit's figure with what stands behind it: five queries whatever the number of entries.

    None where the round has no such indicator or unit, or its report was not accepted.
    """
    indicator, unit = sheet.indicator(code), sheet.unit(unit_pk)
    if unit is not None:
        unit = Sheet(with_figures(sheet.content, [unit])).unit(unit_pk)
    given = given_by(unit, code) if unit else None
    if indicator is None or unit is None or given is None:
        return None
    sent = Submission.objects.get(pk=unit["evidence"]["submission"])
    evidence = [(pk, amount) for pk, amount in sent.evidence.get(code, [])]
    return FigureSource(
        indicator=indicator,
        unit=unit,
        given=given,
        evidence=evidence,
        is_whole=fingerprint(sent.evidence) == unit["evidence"]["sha256"],
        entries=entries_of(evidence, {pk for pk, _ in unit.get("joint", {}).get(code, [])}),
        remarks=tuple(Remark.objects.filter(report=unit["report"], indicator=indicator["id"])),
        fed=sent.content.get("fed", {}).get(code),
    )


def entries_of(behind: list[tuple[str, int]], joint: set[str]) -> tuple[Behind, ...]:
    """The activities of some evidence with their photos and corrections; three queries."""
    keys = [UUID(pk) for pk, _ in behind]
    rows = {
        row.pk: row
        for row in Activity.objects.filter(pk__in=keys).select_related("task", "withdrawn_by__unit")
    }
    photos = Counter(Evidence.objects.filter(activity__in=keys).values_list("activity", flat=True))
    corrected = Counter(
        Entry.objects.filter(
            event__in=CORRECTING, target_id__in=[str(key) for key in keys]
        ).values_list("target_id", flat=True)
    )
    return tuple(
        Behind(rows[key], amount, photos[key], corrected[str(key)], str(key) in joint)
        for key, (_, amount) in zip(keys, behind, strict=True)
        if key in rows
    )


def changed_since(source: FigureSource) -> Decimal:
    """What the log says now of the same days, less what was frozen; no figure is altered."""
    rows = Report.objects.select_related("round__regime", "unit", "fed_from")
    report = rows.get(pk=source.unit["report"])
    indicator = Indicator.objects.get(pk=source.indicator["id"])
    way, divisor = indicator.aggregation, indicator.divisor
    now = [one.amount for one in behind_of(report, [indicator]).get(indicator.pk, [])]
    then = [amount for _, amount in source.evidence]
    told, was = figure_of(way, divisor, now), figure_of(way, divisor, then)
    return (told or Decimal(0)) - (was or Decimal(0))
