"""Dates as they are written: 29/9/2023, ngày 12 tháng 10 năm 2023, with blanks where unsigned."""

import re
from datetime import date

from haidang.text.understanding.words.letters import compiled

FULL = (
    r"(?:(?P<d1>\d{1,2})\s*[-/.]\s*(?P<m1>\d{1,2})\s*[-/.]\s*(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm|,|/|\s)\s*(?P<y2>\d{4}))"
)
_FULL = compiled(FULL)
PLACE_AND_DATE = compiled(
    r"(?P<place>[A-Z][^,|\d]{1,45}?)\s*,\s*ngày\s*(?P<day>\d{0,2})[\s.…]*tháng\s*(?P<month>\d{0,2})[\s.…]*năm\s*"
    r"(?P<year>\d{4})",
)


def full_date(text: str) -> str | None:
    """The first whole date in a phrase, as ISO; None where there is none or no such day exists.

    >>> full_date("trước ngày 05 tháng 12 năm 2025")
    '2025-12-05'
    """
    found = _FULL.search(text)
    return iso_of(found) if found else None


def iso_of(found: re.Match[str]) -> str | None:
    """The ISO date of a match of FULL."""
    parts = found.groupdict()
    return iso(parts["y1"] or parts["y2"], parts["m1"] or parts["m2"], parts["d1"] or parts["d2"])


def iso(year: str | int, month: str | int, day: str | int) -> str | None:
    """The ISO date of three numbers, None where there is no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def header_date(found: re.Match[str]) -> str:
    """The date of a place-and-date line: "2026-06" or "2026" where the rest is blank."""
    year, month, day = found["year"], found["month"], found["day"]
    if month and day and (whole := iso(year, month, day)):
        return whole
    return f"{year}-{int(month):02}" if month and 1 <= int(month) <= 12 else year
