"""Forms of the reporting screens: a round, figures, remarks. They only clean input."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django import forms

from haidang.activities.enums import DERIVED
from haidang.errors import Issue
from haidang.reporting.entered import Entered, amount
from haidang.reporting.enums import DifferenceReason, RemarkKind
from haidang.reporting.models import Figure
from haidang.reporting.numerals import write_difference, write_number
from haidang.reporting.queries.doubts import Doubt
from haidang.reporting.remarked import Remarked
from haidang.web.widgets import DayBoxes, DayField

REASONS = DifferenceReason.choices
REMARK_KINDS = RemarkKind.choices


@dataclass(frozen=True, slots=True)
class FigureField:
    """One indicator of a section as the page shows it: what the log says, what was typed."""

    row: Figure
    typed: Entered
    last: Decimal | None = None
    errors: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    is_typed: bool = False

    @property
    def code(self) -> str:
        """The code of the indicator, which begins the names of its boxes."""
        return self.row.indicator.code

    @property
    def difference(self) -> str:
        """How far the typed number is from the log, with its sign; nothing where it agrees."""
        try:
            known = (self.row.value, self.row.logged, self.row.estimate)
            value = amount(self.typed.value, whole=False, known=known)
        except ValueError:
            return ""
        value = Decimal(0) if self.typed.is_none else value
        if value is None or value == self.row.logged or self.is_typed:
            return ""
        return write_difference(value - self.row.logged)

    @property
    def is_derived(self) -> bool:
        """Whether it is reckoned from other figures, and nobody types it."""
        return self.row.indicator.aggregation in DERIVED

    @property
    def looks_wrong(self) -> list[Doubt]:
        """The warnings about the number itself; of photos the line below the boxes speaks."""
        return [one for one in self.doubts if one.name != "no_photo"]

    @property
    def no_photo(self) -> Doubt | None:
        """That entries behind it have no photo."""
        return next((one for one in self.doubts if one.name == "no_photo"), None)

    @property
    def asks_note(self) -> str:
        """What the line of words beside the number is for; empty where none is asked."""
        if self.is_typed:
            return "Số lấy từ đâu"
        if self.looks_wrong:
            return "Giải thích để cấp trên hiểu"
        return "Ghi chú" if self.difference else ""

    @property
    def messages(self) -> list[str]:
        """What is wrong, said under the boxes; a missing reason is said by its own row."""
        return [message for part, message in self.errors.items() if part != "reason"]

    @property
    def check(self) -> tuple[str, str, str]:
        """Kind, word and sign of the last column."""
        if self.messages:
            return ("late", "Cần sửa", "")
        if self.looks_wrong and not self.typed.note:
            return ("soon", "Xem lại", "triangle-alert")
        if self.difference:
            has_reason = bool(self.typed.reason)
            return (
                ("run", "Có lý do", "pencil")
                if has_reason
                else ("soon", "Cần lý do", "triangle-alert")
            )
        if self.is_derived:
            return ("plain", "Tự tính", "")
        if self.typed.is_none:
            return ("plain", "Không phát sinh", "")
        if self.is_typed and self.typed.value:
            return ("done", "Có nguồn", "")
        return ("done", "Khớp nhật ký", "") if self.typed.value else ("none", "Chưa có số", "")


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


class ReturnForm(forms.Form):
    """The day by which a unit is to mend its report."""

    mend_by = DayField(
        label="Hạn bổ sung",
        help_text="Ngày cuối cùng đơn vị gửi lại.",
        widget=DayBoxes(lately=False),
    )


def remarks_from(data: Mapping[str, str], places: Iterable[tuple[int, str]]) -> list[Remarked]:
    """The remarks that were typed, each at its place; a place without words has none."""
    remarks = []
    for section, code in places:
        name = f"{section}-{code}" if code else f"{section}"
        text = data.get(f"remark-{name}", "").strip()
        kind = data.get(f"kind-{name}", "")
        if text and kind in RemarkKind.values:
            remarks.append(Remarked(section=section, kind=RemarkKind(kind), text=text, code=code))
    return remarks
