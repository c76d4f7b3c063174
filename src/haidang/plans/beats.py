"""When a task that comes back is due: its rhythm cut into the periods of the calendar.

"hằng tháng trước ngày 20" of 2024 is twelve beats, each due on the 19th of its month. What is done
at any time within a period counts for that period, late or not, so that nobody loses a month by
logging after its day.
"""

import datetime as dt
import json
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from haidang.text.blocks import Every

MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
NAMES = {Every.MONTH: "tháng", Every.QUARTER: "quý", Every.HALF_YEAR: "6 tháng", Every.YEAR: "năm"}
ROMAN = ("I", "II", "III", "IV")
HALVES = ("đầu năm", "cuối năm")
WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)
Rhythm = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Beat:
    """One period of a rhythm, by when something is due in it, and how often by then in all."""

    name: str
    first: dt.date
    last: dt.date
    due_on: dt.date
    needed: int = 1

    def is_kept(self, done: Sequence[dt.date]) -> bool:
        """Whether enough of these days fall into the period."""
        first, last = self.first, self.last
        return len([day for day in done if first <= day <= last]) >= self.needed


def comes_back(rhythm: Rhythm | None) -> bool:
    """Whether a rhythm says when: "hằng tháng" does, "thường xuyên" and "hằng ngày" do not."""
    return rhythm is not None and rhythm.get("every") in {*MONTHS, Every.WEEK}


def is_by_periods(rhythm: Rhythm | None, due_on: dt.date | None) -> bool:
    """Whether a task is due in each of its periods; once a year by a day is just that day."""
    once = due_on is not None and (rhythm or {}).get("every") == Every.YEAR
    return comes_back(rhythm) and not once


def beats_of(rhythm: Rhythm | None, since: dt.date, until: dt.date) -> list[Beat]:
    """Every beat of a rhythm that is due between two days, both included, in order.

    Empty where the rhythm does not say when.
    """
    if rhythm is None or not comes_back(rhythm):
        return []
    return list(_cut(json.dumps(rhythm), since, until))


@lru_cache(maxsize=1024)  # a plan of a province is followed by all its communes
def _cut(written: str, since: dt.date, until: dt.date) -> tuple[Beat, ...]:
    rhythm: Rhythm = json.loads(written)
    every, interval = Every(rhythm["every"]), max(int(rhythm.get("interval") or 1), 1)
    spans = _weeks if every is Every.WEEK else _months
    found = [
        beat
        for first, last, name in spans(every, interval, since, until)
        for beat in _beats(rhythm, every, (first, last, name))
    ]
    return tuple(beat for beat in found if since <= beat.due_on <= until)


def _months(
    every: Every, interval: int, since: dt.date, until: dt.date
) -> Iterator[tuple[dt.date, dt.date, str]]:
    length = MONTHS[every] * interval
    at = (since.year * 12 + since.month - 1) // length * length
    while (first := _month(at)) <= until:
        yield first, _month(at + length) - DAY, _name(every, interval, first)
        at += length


def _month(at: int) -> dt.date:
    return dt.date(at // 12, at % 12 + 1, 1)


def _name(every: Every, interval: int, first: dt.date) -> str:
    if interval > 1 and every is not Every.YEAR:
        last = first.month + MONTHS[every] * interval - 1
        return f"tháng {first.month}–{last}" if last <= 12 else f"từ tháng {first:%m/%Y}"
    part = {
        Every.MONTH: f"tháng {first.month}",
        Every.QUARTER: f"quý {ROMAN[(first.month - 1) // 3]}",
        Every.HALF_YEAR: f"6 tháng {HALVES[(first.month - 1) // 6]}",
        Every.YEAR: f"năm {first.year}",
    }
    return part[every]


def _weeks(
    every: Every, interval: int, since: dt.date, until: dt.date
) -> Iterator[tuple[dt.date, dt.date, str]]:
    # Counted from the Monday of the first day that can be told, so that pairs of weeks never shift.
    length = interval * 7
    first = dt.date.fromordinal((since.toordinal() - 1) // length * length + 1)
    while first <= until:
        yield first, first + interval * WEEK - DAY, f"tuần {first.isocalendar().week}"
        first += interval * WEEK


def _beats(rhythm: Rhythm, every: Every, span: tuple[dt.date, dt.date, str]) -> Iterator[Beat]:
    first, last, name = span
    dues = sorted(_due(day, rhythm, first, last) for day in _days(rhythm, every, first, last))
    times = max(int(rhythm.get("times") or 1), 1)
    if len(dues) < 2:
        yield Beat(name, first, last, dues[0] if dues else last, times)
        return
    # Two days in one period: once by the first of them, twice by the second.
    so_far = 0
    for due_on, same in groupby(dues):
        so_far += len(list(same))
        yield Beat(f"{name} ({due_on:%d/%m})", first, last, due_on, so_far)


def _days(rhythm: Rhythm, every: Every, first: dt.date, last: dt.date) -> Iterator[dt.date]:
    weekday = rhythm.get("weekday")
    if every is Every.WEEK and weekday is not None:
        yield last - dt.timedelta(days=6 - int(weekday))
    for month, day in rhythm.get("days") or ():
        when = _month(first.year * 12 + first.month - 1 + month - 1) if month else last
        longest = monthrange(when.year, when.month)[1]
        yield when.replace(day=min(day, longest) if day else longest)


def _due(day: dt.date, rhythm: Rhythm, first: dt.date, last: dt.date) -> dt.date:
    # "trước ngày 20" is in time on the 19th. A whole month is not "before" its own last day, and
    # before the first day of a period means by the end of one: of this one.
    whole = not any(number for _, number in rhythm.get("days") or ()) and rhythm.get("days")
    before = day - DAY if rhythm.get("is_before") and not whole else day
    return before if first <= before <= last else last
