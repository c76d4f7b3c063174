"""Stretches of days that words name: a month, a quarter, half a year, the end of a quarter."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

EACH = "(?:hằng|hàng|mỗi)"
_PARTS = {"đầu": (0, 1), "thượng": (0, 1), "giữa": (1, 2), "trung": (1, 2)}  # thirds, from and to
_LAST_THIRD = (2, 3)  # cuối, hạ tuần


@dataclass(frozen=True, slots=True)
class Window:
    """From the first day to the last, both included; None where the words leave it open."""

    first: date | None
    last: date | None

    def to(self, other: "Window") -> "Window":
        """From the beginning of this one to the end of the other; itself where that is earlier."""
        if self.first and other.last and other.last < self.first:
            return self
        return Window(self.first, other.last)

    def before(self) -> "Window":
        """All the days before it."""
        if self.first is None or self.first == date.min:
            return Window(None, None)
        return Window(None, self.first - timedelta(days=1))

    def part(self, words: str) -> "Window":
        """The third of it that is called "đầu", "giữa" or "cuối": vague, as the words are."""
        if self.first is None or self.last is None:
            return self
        begin, end = next((p for word, p in _PARTS.items() if words.startswith(word)), _LAST_THIRD)
        days = (self.last - self.first).days + 1
        first = self.first + timedelta(days=days * begin // 3)
        return Window(first, self.first + timedelta(days=days * end // 3 - 1))


def months(year: int, first: int, last: int) -> Window | None:
    """The months from `first` to `last` of a year; None where there are no such months.

    >>> months(2024, 2, 2).last.isoformat()
    '2024-02-29'
    """
    if not (date.min.year <= year <= date.max.year and 1 <= first <= last <= 12):
        return None
    return Window(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def quarter(year: int, number: int) -> Window | None:
    """A quarter of a year, from 1."""
    return months(year, number * 3 - 2, number * 3)


def half(year: int, is_second: bool) -> Window | None:
    """Six months of a year."""
    return months(year, 7, 12) if is_second else months(year, 1, 6)


def whole_year(year: int) -> Window | None:
    """A year from its first day to its last."""
    return months(year, 1, 12)
