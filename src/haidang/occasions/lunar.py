"""The Vietnamese lunar calendar from 1900 to 2100.

A month begins on the day of the new moon; the month of the winter solstice is the 11th; in a year
of thirteen months the first one in which the sun enters no sign is the leap month, and has the
number of the one before it. A day is a day of Hà Nội: UTC+7 since 1/1/1968 (Quyết định số 121/CP
ngày 08/8/1967). Before, almanacs followed the reckoning of Beijing: UTC+8, and until the end of
1928 the sun's own time there.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from math import floor

from haidang.occasions.sky import FIRST_MOON, MONTH, longitude_of_sun, new_moon

FIRST, LAST = 1900, 2100  # lunar years
_SOLSTICE = 270  # degrees
_DAY_OF_ORDINAL_0 = 1721424.5  # the Julian day at which the ordinals of `date` begin to count
_ZONES = (  # until which Julian day, and how many hours ahead of universal time
    (2425612.5, 7 + 45 / 60 + 40 / 3600),
    (2439856.5, 8.0),
    (float("inf"), 7.0),
)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a lunar year: its number, whether it is the leap month, its days."""

    number: int
    is_leap: bool
    first: dt.date
    length: int


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar."""

    day: int
    month: int
    year: int
    is_leap: bool = False

    def __str__(self) -> str:
        return f"{self.day}/{self.month}{' nhuận' if self.is_leap else ''} âm lịch"


@cache
def months_of(year: int) -> tuple[Month, ...]:
    """The twelve or thirteen months of a lunar year; none outside 1900–2100.

    >>> months_of(2025)[0].first
    datetime.date(2025, 1, 29)
    """
    if not FIRST <= year <= LAST:
        return ()
    numbered = [*_numbered(year - 1), *_numbered(year)]
    first = next(place for place, one in enumerate(numbered) if one[0] == 1)
    after = next(place for place, one in enumerate(numbered) if one[0] == 1 and place > first + 2)
    months = numbered[first:after]
    return tuple(
        Month(number, is_leap, _date(begin), following - begin)
        for (number, is_leap, begin), (_, _, following) in zip(
            months, numbered[first + 1 : after + 1], strict=True
        )
    )


def solar_day(lunar: LunarDay) -> dt.date | None:
    """The day of the common calendar; None where the lunar year has no such day.

    >>> solar_day(LunarDay(1, 1, 2030))
    datetime.date(2030, 2, 2)
    """
    for month in months_of(lunar.year):
        if (month.number, month.is_leap) == (lunar.month, lunar.is_leap):
            is_there = 1 <= lunar.day <= month.length
            return month.first + dt.timedelta(lunar.day - 1) if is_there else None
    return None


def lunar_day(day: dt.date) -> LunarDay | None:
    """The lunar day of a day; None before Tết 1900 and after the last month of 2100.

    >>> str(lunar_day(dt.date(2025, 7, 25)))
    '1/6 nhuận âm lịch'
    """
    for year in (day.year, day.year - 1):
        for month in reversed(months_of(year)):
            past = (day - month.first).days
            if 0 <= past < month.length:
                return LunarDay(past + 1, month.number, year, month.is_leap)
    return None


def _numbered(year: int) -> list[tuple[int, bool, int]]:
    """The months from the 11th of a year to the last before the next 11th: number, leap, day."""
    begins = _solstice_moon(year)
    ends = _solstice_moon(year + 1)
    days = [_first_day(moon) for moon in range(begins, ends + 1)]
    leap = _leap_place(days) if len(days) == 14 else 0
    numbers = [(place - (0 < leap <= place) + 10) % 12 + 1 for place in range(len(days) - 1)]
    return [
        (number, place == leap > 0, day)
        for place, (number, day) in enumerate(zip(numbers, days[:-1], strict=True))
    ]


def _leap_place(days: list[int]) -> int:
    signs = [int(_sun_at_dawn_of(day) // 30) for day in days]
    return next(place for place in range(1, 13) if signs[place] == signs[place + 1])


def _solstice_moon(year: int) -> int:
    """The last new moon on or before the day of the winter solstice."""
    moon = floor((dt.date(year, 12, 31).toordinal() + _DAY_OF_ORDINAL_0 - FIRST_MOON) / MONTH) + 1
    while not 180 < _sun_at_dawn_of(_first_day(moon)) < _SOLSTICE:
        moon -= 1
    return moon


@cache
def _first_day(moon: int) -> int:
    moment = new_moon(moon)
    return floor(moment - _DAY_OF_ORDINAL_0 + _hours_ahead(moment) / 24)


def _sun_at_dawn_of(ordinal: int) -> float:
    midnight = ordinal + _DAY_OF_ORDINAL_0
    return longitude_of_sun(midnight - _hours_ahead(midnight) / 24)


def _hours_ahead(moment: float) -> float:
    return next(hours for until, hours in _ZONES if moment < until)


def _date(ordinal: int) -> dt.date:
    return dt.date.fromordinal(ordinal)
