"""Limits that are counted: "trong thời hạn 05 ngày làm việc kể từ ngày ký"."""

import calendar
import re
from dataclasses import replace
from datetime import date

from haidang.text.blocks import Anchor, Deadline
from haidang.text.understanding.times.dates import FULL, full_date
from haidang.text.understanding.times.limits import dated
from haidang.text.understanding.times.moments import Years
from haidang.text.understanding.times.periods import Window
from haidang.text.understanding.times.workdays import after_days, after_workdays
from haidang.text.understanding.words.numbers import NUMBER, number_of

_COUNT = re.compile(
    rf"\b(?P<count>{NUMBER})\s*(?:\(\s*\w+\s*\)\s*)?(?P<unit>ngày làm việc|ngày|tuần|tháng|giờ)\b",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"\b(?:kể từ|tính từ|từ|sau)\s+(?P<base>(?:ngày|khi|lúc|thời điểm)\b.*)", re.IGNORECASE
)
_ON_DATE = re.compile(rf"ngày\s+{FULL}", re.IGNORECASE)
_SIGNING = re.compile(
    r"ngày\s+(?:ký|ban hành|ký\s*(?:,|và)?\s*ban hành)(?:\s+[\w ]{1,30}\snày)?", re.IGNORECASE
)
_MOST = 3660  # days, weeks or months; more is a slip


def counted(bare: Deadline, years: Years) -> Deadline:
    """A limit with its last day, where the day that it counts from is known; else a phrase."""
    base = _BASE.search(bare.phrase)
    start, anchor = _start(base["base"] if base else "", years)
    if start is None:
        return replace(bare, counted_from=anchor if base else None)
    last = _last(bare.phrase, start, years)
    if last is None:
        return replace(bare, counted_from=anchor)
    return dated(bare, Window(start, last), anchor)


def _start(base: str, years: Years) -> tuple[date | None, Anchor]:
    if _ON_DATE.fullmatch(base) and (iso := full_date(base)):
        return date.fromisoformat(iso), Anchor.WRITTEN
    if _SIGNING.fullmatch(base):
        return years.signed_on, Anchor.SIGNING_DAY
    return None, Anchor.EVENT


def _last(phrase: str, start: date, years: Years) -> date | None:
    found = _COUNT.search(phrase)
    count = number_of(found["count"]) if found else None
    if not found or not count or count > _MOST:
        return None
    match found["unit"].lower():
        case "ngày làm việc":
            return after_workdays(start, count, years.habits)
        case "ngày":
            return after_days(start, count, years.habits)
        case "tuần":
            return after_days(start, count * 7, years.habits)
        case "tháng":
            end = _after_months(start, count)
            return after_days(end, 0, years.habits) if end else None
        case _:
            return None  # hours: the hour that they begin at is not written


def _after_months(start: date, count: int) -> date | None:
    """The same day so many months later, or the last of its month (Bộ luật Dân sự, Điều 148)."""
    years, month = divmod(start.month - 1 + count, 12)
    year = start.year + years
    if year > date.max.year:
        return None
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
