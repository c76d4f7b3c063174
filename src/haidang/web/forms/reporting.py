"""What was typed for the figures of a section, and how it is shown again."""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from haidang.activities.enums import DERIVED
from haidang.errors import Issue
from haidang.reporting.entered import Entered
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Figure
from haidang.reporting.numerals import write_number
from haidang.reporting.queries.doubts import Doubt
from haidang.web.forms.figure_field import FigureField

REASONS = DifferenceReason.choices


def figure_fields(
    rows: Iterable[Figure],
    last: Mapping[int, Decimal],
    typed: Mapping[str, Entered] | None = None,
    issues: Iterable[Issue] = (),
    *,
    doubts: Iterable[Doubt] = (),
    typed_only: Collection[int] = (),
) -> list[FigureField]:
    """The fields of a section: as saved, or as typed where the command refused it."""
    errors = {issue.field: issue.message for issue in issues}
    warned = list(doubts)
    return [
        FigureField(
            row=row,
            typed=saved(row)
            if row.indicator.aggregation in DERIVED
            else (typed or {}).get(row.indicator.code, saved(row)),
            last=last.get(row.indicator_id),
            errors={
                part: errors[name]
                for part in ("value", "estimate", "reason", "note")
                if (name := f"{row.indicator.code}-{part}") in errors
            },
            doubts=tuple(one for one in warned if one.code == row.indicator.code),
            is_typed=row.indicator_id in typed_only,
        )
        for row in rows
    ]


def shown(row: Figure, typed: Mapping[str, Entered]) -> Entered:
    """A figure as it was typed, or as it is saved; one that is reckoned is always as saved."""
    is_derived = row.indicator.aggregation in DERIVED
    return (None if is_derived else typed.get(row.indicator.code)) or saved(row)


def saved(row: Figure) -> Entered:
    """A saved figure as it would be typed."""
    blank = row.value is None or row.is_none
    return Entered(
        value="" if blank else write_number(row.value or Decimal(0)),
        estimate="" if row.estimate is None else write_number(row.estimate),
        is_none=row.is_none,
        reason=row.reason,
        note=row.note,
    )


def entered_from(data: Mapping[str, str], codes: Iterable[str]) -> dict[str, Entered]:
    """What was typed for each indicator."""
    return {
        code: Entered(
            value=data.get(f"{code}-value", "").strip(),
            estimate=data.get(f"{code}-estimate", "").strip(),
            is_none=f"{code}-none" in data,
            reason=data.get(f"{code}-reason", ""),
            note=data.get(f"{code}-note", ""),
        )
        for code in codes
    }
