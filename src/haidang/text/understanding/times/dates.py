"""Dates as they are written: 29/9/2023, ngày 12 tháng 10 năm 2023, with blanks where unsigned."""

import re
from datetime import date

from haidang.text.understanding.words.letters import compiled

FULL = (
    r"(?:(?P<d1>\d{1,2})\s*[-/.]\s*(?P<m1>\d{1,2})\s*[-/.]\s*(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm|,|/|\s)\s*(?P<y2>\d{4}))"
)
_FULL = compiled(FULL)
# Ô số 4; a draft may leave all of the date to the pen
_BLANK = r"[\s.…_]*"
_BLANK_DATE = (
    rf"ngày{_BLANK}(?:(?P<day>\d{{1,2}}){_BLANK})?tháng{_BLANK}(?:(?P<month>\d{{1,2}}){_BLANK})?năm"
)
_YEAR = rf"(?:\s*(?P<year>\d{{4}})|\s*\d{{0,3}}{_BLANK}$)"  # "năm 20…" says no year
PLACE_AND_DATE = compiled(rf"(?P<place>[A-Z][^,|\d]{{1,45}}?)\s*,\s*{_BLANK_DATE}{_YEAR}")
DATE_ALONE = compiled(rf"(?P<place>){_BLANK_DATE}{_YEAR}")


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


def header_date(found: re.Match[str]) -> str | None:
    """The date of a place-and-date line: "2026-06" or "2026" where the rest is blank.

    None where the year is blank too.
    """
    year, month, day = found["year"], found["month"], found["day"]
    if not year:
        return None
    if month and day and (whole := iso(year, month, day)):
        return whole
    return f"{year}-{int(month):02}" if month and 1 <= int(month) <= 12 else year
