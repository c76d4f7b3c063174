"""One figure of a section as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from haidang.activities.enums import DERIVED
from haidang.reporting.entered import Entered, amount, is_whole
from haidang.reporting.models import Figure
from haidang.reporting.numerals import write_difference
from haidang.reporting.queries.doubts import Doubt


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
            value = amount(self.typed.value, whole=is_whole(self.row.indicator), known=known)
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
