"""A week as it is printed: a row a slot, a column a day; the same of a draft and of a release."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.part_facts import length
from haidang.broadcast.queries.week import WeekView
from haidang.broadcast.sittings import days_of
from haidang.broadcast.station_facts import WEEKDAYS

# Of each size of letters: how many stand in a column, and how many lines on an A4 page.
DENSITIES = (("", 17, 30), ("tight", 27, 52), ("tightest", 38, 80))
SHORT = {"vi": "", "km": "Khmer", "en": "Anh"}
BESIDE = 17  # letters that stand beside a title: its hour, its length, its language


@dataclass(frozen=True, slots=True)
class Line:
    """One programme on paper."""

    at: str  # 5h00
    title: str
    length: str
    language: str  # none for Vietnamese


@dataclass(frozen=True, slots=True)
class Row:
    """One slot with its programmes of each day."""

    name: str
    hours: str
    days: Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The table: names of the days, and a row for each slot."""

    days: Sequence[tuple[str, dt.date]]
    rows: Sequence[Row]


def sheet_of_week(view: WeekView) -> Sheet:
    """The working draft on paper."""
    cells: dict[tuple[int, dt.date], list[Line]] = defaultdict(list)
    for one in view.sittings:
        for at, part in one.timed():
            cells[one.slot.pk, one.on].append(
                _line(at.time(), part.title, part.kind, part.seconds, part.language)
            )
    days = view.days
    rows = [
        Row(
            slot.name,
            _hours(slot.starts_at, slot.minutes),
            [cells[slot.pk, day] for day in days],
        )
        for slot in view.slots
    ]
    return Sheet(_named(days), rows)


def sheet_of_release(content: Mapping[str, Any]) -> Sheet:
    """A released week on paper."""
    cells: dict[tuple[int, str], list[Line]] = defaultdict(list)
    for part in content["parts"]:
        at = dt.datetime.fromisoformat(part["starts_at"]).time()
        line = _line(at, part["title"], part["kind"], part["seconds"], part["language"])
        cells[part["slot"], part["on"]].append(line)
    days = days_of(dt.date.fromisoformat(content["monday"]))
    rows = [
        Row(
            slot["name"],
            _hours(dt.time.fromisoformat(slot["starts_at"]), slot["minutes"]),
            [cells[slot["id"], day.isoformat()] for day in days],
        )
        for slot in content["slots"]
    ]
    return Sheet(_named(days), rows)


def density_of(sheet: Sheet) -> str:
    """How small its letters must be for one page, by the lines that its rows take at each size."""
    for density, letters, most in DENSITIES:
        if sum(_lines_of(row, letters) for row in sheet.rows) <= most:
            return density
    return DENSITIES[-1][0]


def _lines_of(row: Row, letters: int) -> int:
    """How many lines its fullest day takes where so many letters stand beside each other."""
    days = (sum(ceil((len(one.title) + BESIDE) / letters) for one in day) for day in row.days)
    return max(2, *days)


def _named(days: Sequence[dt.date]) -> list[tuple[str, dt.date]]:
    return [(WEEKDAYS[str(day.isoweekday())], day) for day in days]


def _line(at: dt.time, title: str, kind: str, seconds: int, language: str) -> Line:
    again = " (PL)" if kind == ProgrammeKind.REPEAT else ""
    return Line(_hour(at), f"{title}{again}", length(seconds), SHORT[language])


def _hours(starts: dt.time, minutes: int) -> str:
    ends = dt.datetime.combine(dt.date(2000, 1, 1), starts) + dt.timedelta(minutes=minutes)
    return f"{_hour(starts)}–{_hour(ends.time())}, {minutes} phút"


def _hour(time: dt.time) -> str:
    return f"{time.hour}h{time.minute:02}" + (f":{time.second:02}" if time.second else "")
