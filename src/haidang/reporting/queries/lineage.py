"""Where a figure comes from: a total in its units, a unit's figure in its activities (N8)."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from haidang.activities.models import Activity, Evidence, Indicator
from haidang.ledger.models import Entry
from haidang.orgs.models import Unit
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Remark
from haidang.reporting.numerals import write_number
from haidang.reporting.queries.evidence import amounts_behind
from haidang.reporting.sheet import Content, Sheet, Total


@dataclass(frozen=True, slots=True)
class Part:
    """What one unit adds to a total; no value where its report was not accepted."""

    unit: Content
    value: Decimal | None
    is_changed: bool = False
    share: int = 0  # per cent of the total


@dataclass(frozen=True, slots=True)
class TotalSource:
    """A total, and the units that it is the sum of."""

    indicator: Content
    total: Total
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """An activity behind a figure, what it adds as it was measured, and its corrections."""

    activity: Activity
    amount: int
    photos: int
    corrections: int


@dataclass(frozen=True, slots=True)
class FigureSource:
    """One unit's figure, the activities behind it, and how it became what it is."""

    indicator: Content
    unit: Content
    figure: dict[str, Any]
    value: Decimal
    logged: Decimal
    entries: tuple[Behind, ...]
    gone: int
    remarks: tuple[Remark, ...]

    @property
    def difference(self) -> Decimal:
        """How far the reported value is from the log."""
        return self.value - self.logged

    @property
    def reason(self) -> str:
        """Why it differs, in words."""
        reason = self.figure["reason"]
        return DifferenceReason(reason).label if reason else ""

    @property
    def earlier(self) -> list[tuple[int, Decimal]]:
        """What the unit reported in earlier sendings, where that was another number."""
        return [
            (row["attempt"], Decimal(row["value"]))
            for row in self.figure["earlier"]
            if row["value"] is not None
        ]

    @property
    def formula(self) -> str:
        """How the log's number is made, in words."""
        row, count = self.indicator, len(self.figure["behind"])
        language = f", {row['language']}" if row["language"] else ""
        if not row["measure"]:
            return f"số hoạt động trong nhật ký{language}"
        words = f"tổng “{row['measure']}” của {count} hoạt động{language}"
        if row["divisor"] == 1:
            return words
        raw = sum(amount for _, amount in self.figure["behind"])
        return f"{words}: {write_number(raw)} {row['measure_unit']} ÷ {row['divisor']}"


def total_source(sheet: Sheet, code: str) -> TotalSource | None:
    """A total with its parts, largest first; None where the round has no such indicator."""
    indicator = sheet.indicator(code)
    if indicator is None:
        return None
    total = sheet.total(code)
    parts = [_part(unit, code, total.value) for unit in sheet.units]
    parts.sort(key=lambda part: (part.value is None, -(part.value or 0)))
    return TotalSource(indicator, total, tuple(parts))


def _part(unit: Content, code: str, total: Decimal) -> Part:
    if unit["figures"] is None:
        return Part(unit, None)
    figure = unit["figures"][code]
    value = Decimal(figure["value"])
    return Part(unit, value, is_changed(figure), int(value * 100 / total) if total else 0)


def is_changed(figure: dict[str, Any]) -> bool:
    """Whether a figure is not simply the log's: it has a reason, or was another number before."""
    return bool(figure["reason"] or figure["earlier"])


def figure_source(sheet: Sheet, code: str, unit_pk: int) -> FigureSource | None:
    """One unit's figure with what stands behind it: four queries whatever the number of entries.

    None where the round has no such indicator or unit, or its report was not accepted.
    """
    indicator, unit = sheet.indicator(code), sheet.unit(unit_pk)
    if indicator is None or unit is None or unit["figures"] is None:
        return None
    figure = unit["figures"][code]
    entries = _entries(figure["behind"])
    remarks = Remark.objects.filter(report=unit["report"], indicator=indicator["id"])
    return FigureSource(
        indicator=indicator,
        unit=unit,
        figure=figure,
        value=Decimal(figure["value"]),
        logged=Decimal(figure["logged"]),
        entries=entries,
        gone=len(figure["behind"]) - len(entries),
        remarks=tuple(remarks),
    )


def _entries(behind: list[tuple[str, int]]) -> tuple[Behind, ...]:
    keys = [UUID(pk) for pk, _ in behind]
    rows = {row.pk: row for row in Activity.objects.filter(pk__in=keys).select_related("task")}
    photos = Counter(Evidence.objects.filter(activity__in=keys).values_list("activity", flat=True))
    corrected = Counter(
        Entry.objects.filter(
            event="correct_activity", target_id__in=[str(key) for key in keys]
        ).values_list("target_id", flat=True)
    )
    return tuple(
        Behind(rows[key], amount, photos[key], corrected[str(key)])
        for key, (_, amount) in zip(keys, behind, strict=True)
        if key in rows
    )


def changed_since(source: FigureSource, data_from: dt.date) -> Decimal:
    """What the log says now of the same days, less what was frozen; no figure is altered."""
    unit = Unit.objects.get(pk=source.unit["id"])
    indicator = Indicator.objects.get(pk=source.indicator["id"])
    rows = amounts_behind(
        units=[unit],
        indicators=[indicator],
        data_from=data_from,
        data_to=dt.date.fromisoformat(source.unit["counted_to"]),
    )
    now = sum(row.amount for row in rows.get((unit.pk, indicator.pk), []))
    frozen = sum(amount for _, amount in source.figure["behind"])
    return Decimal(now - frozen) / indicator.divisor
