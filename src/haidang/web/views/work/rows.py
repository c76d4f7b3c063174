"""Rows of work, in groups by reason: the shapes that all home screens share."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import slugify

from haidang import clock
from haidang.web import wording
from haidang.web.addresses import address_of

MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do: what, why, by when, and how it stands."""

    title: str
    why: str
    url: str
    kind: str = ""
    word: str = ""
    sign: str = ""
    date: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows with one reason; shown only where there are any, at most ten unless it is asked for."""

    title: str
    rows: Sequence[Row]
    badge: str = ""
    is_pressing: bool = True
    is_whole: bool = False

    @property
    def name(self) -> str:
        """The group as an address names it: qua-han."""
        return slugify(self.title.lower().replace("đ", "d"))

    @property
    def shown(self) -> Sequence[Row]:
        """The rows that fit."""
        return self.rows if self.is_whole else self.rows[:MOST_ROWS]

    @property
    def more(self) -> int:
        """How many rows are left out."""
        return len(self.rows) - len(self.shown)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The next deadline with both readings: the words of the document, and the last day."""

    title: str
    phrase: str
    due_on: dt.date

    @property
    def days(self) -> int:
        """How many days are left; fewer than none where it has passed."""
        return (self.due_on - clock.today()).days

    @property
    def overdue(self) -> int:
        """How many days ago it passed."""
        return max(0, -self.days)

    @property
    def is_this_week(self) -> bool:
        """Whether it falls on a day of this week."""
        return monday() <= self.due_on <= monday() + dt.timedelta(days=6)


def monday() -> dt.date:
    """The first day of this week."""
    today = clock.today()
    return today - dt.timedelta(days=today.weekday())


def in_this_week(day: dt.date) -> bool:
    """Whether a day is still to come and belongs to this week."""
    today = clock.today()
    return today <= day <= today + dt.timedelta(days=6 - today.weekday())


def overdue_words(due_on: dt.date) -> str:
    """Quá hạn 3 ngày."""
    return f"Quá hạn {wording.number((clock.today() - due_on).days)} ngày"


def due_words(due_on: dt.date) -> str:
    """hôm nay, or 29/11."""
    return "hôm nay" if due_on == clock.today() else wording.day_short(due_on)


def link(name: str, *args: object) -> str:
    """The address of a page by its name."""
    return address_of(name, *args)
