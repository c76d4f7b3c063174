"""Points in time as they are written, a day or a longer stretch, and the year they lack.

A moment without a year takes it from the plan, else from the signing: the first such time that
does not lie before the day of signing, where that is known.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from haidang.text.blocks import Anchor
from haidang.text.habits import USUAL, Habits
from haidang.text.understanding.times.dates import FULL, iso_of
from haidang.text.understanding.times.periods import Window, half, months, quarter, whole_year
from haidang.text.understanding.words.letters import compiled

_OF_YEAR = r"(?:(?:[\s/,–-]|năm){{1,7}}(?P<{}>\d{{4}})(?!\d))?"
SHORT = (
    r"(?P<day>\d{1,2})\s*(?:tháng\s+|[/.-]\s*)(?P<month>\d{1,2})(?!\s*[/.]?\d)"
    r"(?P<lunar>\s*\(?(?:âm lịch|ÂL)\)?)?"
    r"(?:\s+và\s+(?:trước\s+)?(?:ngày\s+)?(?P<day2>\d{1,2})\s*(?:/|tháng\s)\s*"
    r"(?P<month2>\d{1,2})(?!\s*[/.]?\d))?"
    r"(?:\s+(?:của\s+)?năm\s+(?P<other_year>(?:liền )?trước|(?:liền )?sau|kế tiếp|tiếp theo))?"
)
_PART = r"(?:(?P<part>đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)\s+(?:của\s+)?)?"
QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
QUARTER = r"qu[ýíyi]\s*(?P<quarter>IV|I{1,3}|[1-4])(?!\w)" + _OF_YEAR.format("year_of_quarter")
_MONTHS = [*"Một Hai Ba Tư Năm Sáu Bảy Tám Chín Mười".split(), "Mười một", "Mười hai"]
_IN_WORDS = {words.lower(): number for number, words in enumerate(_MONTHS, 1)}
# A month in words has a capital letter (NĐ 30/2020, Phụ lục II); "tháng năm" may lack its number.
_IN_CAPITALS = rf"(?-i:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?!\w)"
MONTH = (
    rf"tháng\s+(?P<whole_month>\d{{1,2}}(?!\d)|{_IN_CAPITALS})"
    r"(?!\s*[-–]\s*\d{1,2}(?!\d)|\s*\(?(?:âm lịch|ÂL))" + _OF_YEAR.format("year_of_month")
)
_AND = r"\s*(?:,|-|–|và|đến)\s*"
SEVERAL = (  # "quý III, IV/2025", "tháng 9 - 10"
    r"qu[ýíyi]\s*(?P<first_quarter>IV|I{1,3}|[1-4])(?!\w)"
    r"\s*(?:,|-|–|đến|và(?:\s+qu[ýíyi])?)\s*"
    r"(?P<last_quarter>IV|I{1,3}|[1-4])(?!\w)"
    + _OF_YEAR.format("year_of_quarters")
    + r"|tháng\s+(?P<first_month>\d{1,2})"
    + _AND
    + r"(?P<last_month>\d{1,2})(?![\d/]\d*/|\d)"
    + _OF_YEAR.format("year_of_months")
)
HALF = (
    r"(?:(?:0?6|sáu)\s+tháng|nửa)\s+(?P<half>đầu|cuối)\s+(?:của\s+)?năm(?!\s+học)"
    r"(?:\s+(?P<year_of_half>\d{4})(?!\d))?"
)
YEARS = r"giai\s+đoạn\s+(?P<from_year>\d{4})\s*[-–]\s*(?P<to_year>\d{4})(?!\d)"
YEAR = r"năm\s+(?P<year>\d{4})(?!\d|\s*[-–]\s*\d{4})"
THIS_YEAR = r"(?P<this_year>(?:cả|trong)\s+năm)(?!\s*(?:\d|học|ngày|tháng|qua|tới|sau|một))"
_PART_OF_THIS = r"(?P<part_of_year>(?:đầu|giữa|cuối)\s+năm)(?!\s*(?:\d|học|ngày|tháng|qua|tới|sau))"
MOMENT = compiled(
    rf"(?<![\w/])(?:{FULL}|{SHORT}|{SEVERAL}|{HALF}|{_PART}(?:{QUARTER}|{MONTH}|{YEAR})|{YEARS}|{THIS_YEAR}|"
    rf"{_PART_OF_THIS})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Years:
    """What a phrase is read against: the plan's year, else the year and day of signing."""

    plan: int | None
    signing: int | None
    signed_on: date | None = None
    habits: Habits = field(default=USUAL)

    @property
    def best(self) -> tuple[int | None, Anchor | None]:
        """The year that a phrase without one means, and where it is from."""
        if self.plan:
            return self.plan, Anchor.PLAN_YEAR
        return self.signing, Anchor.SIGNING_YEAR if self.signing else None


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, or a longer stretch, found from `start` to `end` of a text.

    `written_on` is the day where the words are a whole date. A vague one is a part of a period.
    """

    start: int
    end: int
    kind: str  # date, day-month, quarter(s), month(s), half, year(s), part
    window: Window | None = None
    anchor: Anchor | None = None
    written_on: date | None = None
    other: Window | None = None  # what it may mean as well, where its year is the plan's

    @property
    def is_day(self) -> bool:
        return self.kind in ("date", "day-month")

    @property
    def is_vague(self) -> bool:
        return self.kind == "part"


def moments_in(text: str, years: Years) -> Iterator[Moment]:
    """All points in time that a phrase names, in its order."""
    for found in MOMENT.finditer(text):
        yield _moment(found, years)


def _moment(found: re.Match[str], years: Years) -> Moment:
    parts = found.groupdict()
    kind = _kind(parts)
    if parts["lunar"]:
        return Moment(*found.span(), kind)
    if kind == "date":
        iso = iso_of(found)
        day = date.fromisoformat(iso) if iso else None
        window, anchor = (Window(day, day), Anchor.WRITTEN) if day else (None, None)
        return Moment(*found.span(), kind, window, anchor, written_on=day)
    part = (parts["part"] or parts["part_of_year"] or "").lower()
    window, anchor = _window(parts, years)
    other = _other(parts, years, window) if anchor is Anchor.PLAN_YEAR else None
    if part:
        window, other = window and window.part(part), None
    return Moment(*found.span(), kind, window, anchor, other=other)


_KINDS = {
    "y1": "date", "y2": "date", "day": "day-month", "part": "part", "part_of_year": "part",
    "first_quarter": "quarters", "first_month": "months",
    "quarter": "quarter", "whole_month": "month", "half": "half", "from_year": "years",
}  # fmt: skip


def _kind(parts: dict[str, str | None]) -> str:
    return next((kind for group, kind in _KINDS.items() if parts[group]), "year")


def _window(parts: dict[str, str | None], years: Years) -> tuple[Window | None, Anchor | None]:
    if parts["from_year"] and parts["to_year"]:
        begin, end = whole_year(int(parts["from_year"])), whole_year(int(parts["to_year"]))
        return (begin.to(end), Anchor.WRITTEN) if begin and end else (None, None)
    make = _maker(parts)
    year = next((int(year) for name in _YEAR_GROUPS if (year := parts[name])), None)
    anchor: Anchor | None = Anchor.WRITTEN
    if year is None:
        year, anchor = years.best
        year = year + _STEPS.get(parts["other_year"] or "", 0) if year else None
    window = make(year) if year else None
    if year and anchor is Anchor.SIGNING_YEAR and _is_past(window, years.signed_on):
        window, anchor = make(year + 1), Anchor.SIGNING_DAY
    return (window, anchor) if window else (None, None)


def _other(parts: dict[str, str | None], years: Years, meant: Window | None) -> Window | None:
    """The first such time after the signing, where the plan's year gives another one.

    "Xây dựng kế hoạch trước ngày 15 tháng 10" in a plan for the next year may mean this October.
    """
    if years.signed_on is None or parts["other_year"]:
        return None
    make, signed = _maker(parts), years.signed_on
    windows = (make(year) for year in (signed.year, signed.year + 1))
    first = next((found for found in windows if found and not _is_past(found, signed)), None)
    return first if first != meant else None


_STEPS = {"trước": -1, "liền trước": -1, "sau": 1, "liền sau": 1, "kế tiếp": 1, "tiếp theo": 1}
_YEAR_GROUPS = (
    "year_of_quarters",
    "year_of_months",
    "year_of_quarter",
    "year_of_month",
    "year_of_half",
    "year",
)


def _maker(parts: dict[str, str | None]) -> Callable[[int], Window | None]:
    """The stretch that the words name, for any year."""
    if day := parts["day"]:
        return lambda year: _day(year, int(parts["month"] or 0), int(day))
    if (first := parts["first_quarter"]) and (last := parts["last_quarter"]):
        begin, end = QUARTERS[first.upper()] * 3 - 2, QUARTERS[last.upper()] * 3
        return lambda year: months(year, begin, end)
    if (first := parts["first_month"]) and (last := parts["last_month"]):
        begin, end = int(first), int(last)
        return lambda year: months(year, begin, end)
    if name := parts["quarter"]:
        return lambda year: quarter(year, QUARTERS[name.upper()])
    if month := parts["whole_month"]:
        number = _IN_WORDS.get(month.lower()) or int(month)
        return lambda year: months(year, number, number)
    if part := parts["half"]:
        return lambda year: half(year, is_second=part.lower() == "cuối")
    return whole_year


def _day(year: int, month: int, day: int) -> Window | None:
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return Window(only, only)


def _is_past(window: Window | None, signed_on: date | None) -> bool:
    return bool(window and window.last and signed_on and window.last < signed_on)
