"""On which days of a year an occasion falls, by the calendar it follows."""

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from haidang.occasions import khmer
from haidang.occasions.enums import Calendar
from haidang.occasions.lunar import LunarDay, months_of, solar_day
from haidang.occasions.models import Occasion

FIRST, LAST = 1900, 2100  # years whose lunar and Khmer days are known
_KHMER_AHEAD = 2  # the Khmer months are numbered two ahead of the Vietnamese ones


class Fall(NamedTuple):
    """The first and last day, and what there is to say about them."""

    on: dt.date
    until: dt.date
    note: str = ""


def falls_in(occasion: Occasion, year: int) -> list[Fall]:
    """The days on which an occasion begins in a year of the common calendar, mostly one.

    None outside 1900–2100. A day that a year lacks is kept on the last day of its month; in a
    doubled lunar month the first one counts.
    """
    if not FIRST <= year <= LAST:
        return []
    found = [fall for fall in _falls_about(occasion, year) if fall.on.year == year]
    return found if occasion.calendar == Calendar.KHMER_NEW_YEAR else _lasting(found, occasion)


def otherwise(occasion: Occasion, on: dt.date) -> dt.date | None:
    """The day that Vietnamese lunar almanacs give for a day of a Khmer month, where they differ.

    The two calendars put their thirteenth months into different years.
    """
    if occasion.calendar != Calendar.KHMER or occasion.month is None or occasion.day is None:
        return None
    month = (occasion.month - _KHMER_AHEAD - 1) % 12 + 1
    day = _lunar(on.year, month, occasion.day)
    return day.on if day and abs((day.on - on).days) > 3 else None


def _lasting(falls: list[Fall], occasion: Occasion) -> list[Fall]:
    more = dt.timedelta(occasion.length - 1)
    return [Fall(fall.on, fall.on + more, fall.note) for fall in falls]


def _falls_about(occasion: Occasion, year: int) -> Iterator[Fall]:
    month, day = occasion.month or 0, occasion.day or 0
    match occasion.calendar:
        case Calendar.ONCE if occasion.on:
            yield Fall(occasion.on, occasion.on)
        case Calendar.SOLAR:
            yield _solar(year, month, day)
        case Calendar.LUNAR:  # the last lunar months lie in the next year of the common calendar
            yield from filter(None, (_lunar(one, month, day) for one in (year - 1, year)))
        case Calendar.KHMER:
            yield from filter(None, (_khmer(one, month, day) for one in (year, year + 1)))
        case Calendar.KHMER_NEW_YEAR if days := khmer.new_year(year):
            yield Fall(*days)


def _solar(year: int, month: int, day: int) -> Fall:
    last = calendar.monthrange(year, month)[1]
    on = dt.date(year, month, min(day, last))
    return Fall(on, on, f"Năm nay không có ngày {day}/{month}." if day > last else "")


def _lunar(year: int, month: int, day: int) -> Fall | None:
    named = [one for one in months_of(year) if one.number == month]
    if not named:
        return None
    last = named[0].length
    on = solar_day(LunarDay(min(day, last), month, year))
    notes = [f"Tháng {month} âm lịch năm nay không có ngày {day}."] if day > last else []
    notes += [f"Năm nay nhuận tháng {month}: tính theo tháng {month} đầu."] if named[1:] else []
    return Fall(on, on, " ".join(notes)) if on else None


def _khmer(year: int, month: int, day: int) -> Fall | None:
    on = khmer.khmer_day(year, month, day) or khmer.khmer_day(year, month, day - 1)
    return Fall(on, on) if on else None
