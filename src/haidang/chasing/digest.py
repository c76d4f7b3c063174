"""The daily digest: on which days a person is reminded of what, and in which words."""

import datetime as dt
from collections.abc import Iterable, Sequence

from haidang.chasing.queries.due import Due
from haidang.jobs.letter import Letter, Line, Part
from haidang.text.habits import Habits
from haidang.text.understanding.times.workdays import is_workday

DAYS_BEFORE = (30, 14, 7, 3, 1)
OPENS, CLOSES = dt.time(7, 30), dt.time(17)
MOST_LINES = 15
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def reminder_days(due_on: dt.date, habits: Habits) -> frozenset[dt.date]:
    """The days on which to remind of a deadline: a month to a day before it, on working days.

    A day off is moved to the working day before.

    >>> sorted(reminder_days(dt.date(2024, 11, 25), Habits()))[-1]  # a Monday: told on Friday
    datetime.date(2024, 11, 22)
    """
    days = (due_on - dt.timedelta(days=number) for number in DAYS_BEFORE)
    return frozenset(_working_day(day, habits) for day in days)


def reminded(dues: Iterable[Due], *, since: dt.date, day: dt.date, habits: Habits) -> list[Due]:
    """What to remind of on a day, with what should have been told after the day `since`."""
    return [
        due
        for due in dues
        if any(since < told <= day for told in reminder_days(due.due_on, habits))
    ]


def is_open(moment: dt.datetime, habits: Habits) -> bool:
    """Whether it is office hours: 7:30 to 17:00 of a working day."""
    return OPENS <= moment.time() < CLOSES and is_workday(moment.date(), habits)


def letter_of(addressee: str, day: dt.date, dues: Sequence[Due], now: Sequence[Due]) -> Letter:
    """The digest of a day: what it reminds of, what is late, what else is to come.

    >>> letter_of("Văn thư, UBND xã", dt.date(2024, 11, 25), [], []).subject
    'Nhắc việc ngày 25/11/2024'
    """
    late = [due for due in dues if due.due_on < day]
    near = [due for due in now if due not in late]
    others = [due for due in dues if due not in late and due not in near]
    counts = [f"{len(near)} việc sắp đến hạn"] * bool(near) + [f"{len(late)} việc quá hạn"] * bool(
        late
    )
    parts = (("Sắp đến hạn", near), ("Quá hạn", late), ("Việc khác trong 30 ngày tới", others))
    return Letter(
        subject=": ".join([f"Nhắc việc ngày {day:%d/%m/%Y}", *[", ".join(counts)] * bool(counts)]),
        sentences=(f"Kính gửi {addressee}.", f"Việc của đơn vị tính đến {_day(day)}:"),
        parts=tuple(_part(heading, rows, day) for heading, rows in parts if rows),
    )


def _part(heading: str, dues: Sequence[Due], day: dt.date) -> Part:
    lines = [Line(_words(due, day), due.path) for due in dues[:MOST_LINES]]
    more = len(dues) - MOST_LINES
    return Part(heading, (*lines, *[Line(f"và {more} việc khác", "/viec/")] * (more > 0)))


def _words(due: Due, day: dt.date) -> str:
    left = (due.due_on - day).days
    when = f"còn {left} ngày" if left > 0 else "hôm nay" if left == 0 else f"quá {-left} ngày"
    return f"{due.what}: chậm nhất hết {_day(due.due_on)} ({when})"


def _day(day: dt.date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}"


def _working_day(day: dt.date, habits: Habits) -> dt.date:
    while not is_workday(day, habits):
        day -= dt.timedelta(days=1)
    return day
