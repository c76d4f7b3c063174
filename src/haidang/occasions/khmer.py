"""The Khmer calendar by its own arithmetic (Soriyatra), from 1900 to 2100.

It counts whole numbers: no moon is looked at, and its thirteenth months come in other years than
the Vietnamese ones. What comes out is a proposal: monks and officials announce the days of a year.
"""

import datetime as dt
from functools import cache

FIRST, LAST = 1900, 2100
MONTHS = (
    "Migasir",
    "Boss",
    "Meak",
    "Phalkun",
    "Chetr",
    "Pisak",
    "Jesth",
    "Asadh",
    "Srap",
    "Phatrabot",
    "Assoch",
    "Kadeuk",
)
JESTH, ASADH = 7, 8
_FIRST_OF_BOSS = dt.date(1900, 1, 1)
_IN_ORDER = (*range(2, 13), 1)  # from Boss, at the turn of the year, to Migasir
_ERA = 638  # years from the era of Chulla Sakaraj to ours
_BUDDHIST_ERA = 544
_FIRST_DAY_OF_ERA = 232_742  # what is added to its count of days for an ordinal of `date`


def khmer_day(year: int, month: int, day: int) -> dt.date | None:
    """A day of a Khmer month, 1 to 15 waxing and from 16 waning; in a doubled Asadh the second.

    None where the month is shorter, or outside 1900–2100.

    >>> khmer_day(2025, 12, 15)  # the full moon of Kadeuk: Ok Om Bok
    datetime.date(2025, 11, 5)
    """
    if not (FIRST <= year <= LAST and 1 <= month <= 12):
        return None
    before = _IN_ORDER[: _IN_ORDER.index(month)]
    days = sum(_length(year, one) + _doubled(year, one) for one in before)
    if not 1 <= day <= _length(year, month):
        return None
    return _first_of_boss(year) + dt.timedelta(days + _doubled(year, month) + day - 1)


def new_year(year: int) -> tuple[dt.date, dt.date] | None:
    """The first and last day of Chôl Chnăm Thmây: three days, or four. None outside 1900–2100.

    >>> new_year(2024)
    (datetime.date(2024, 4, 13), datetime.date(2024, 4, 16))
    """
    if not FIRST <= year <= LAST:
        return None
    last = dt.date.fromordinal(_days_of_era(year - _ERA) + _FIRST_DAY_OF_ERA)
    days = 4 if _sun_enters_on(year, 0) else 3
    return last - dt.timedelta(days - 1), last


def _length(year: int, month: int) -> int:
    return 29 + (month % 2 == 0) + (month == JESTH and _has_longer_jesth(year))


def _doubled(year: int, month: int) -> int:
    return 30 if month == ASADH and _has_thirteen_months(year) else 0


@cache
def _first_of_boss(year: int) -> dt.date:
    if year == FIRST:
        return _FIRST_OF_BOSS
    days = 354 + 30 * _has_thirteen_months(year - 1) + _has_longer_jesth(year - 1)
    return _first_of_boss(year - 1) + dt.timedelta(days)


def _has_thirteen_months(year: int) -> bool:
    now, following = _age_of_moon(year), _age_of_moon(year + 1)
    if (now, following) in {(25, 5), (24, 6)}:
        return now == 24  # of two such years in a row only one is long
    return now >= 25 or now <= 5


def _has_longer_jesth(year: int) -> bool:
    """A year of thirteen months leaves the day that it wants too to the next one."""
    if _has_thirteen_months(year):
        return False
    left = _has_thirteen_months(year - 1) and _wants_a_day(year - 1)
    return left or _wants_a_day(year)


def _wants_a_day(year: int) -> bool:
    if _sun_is_late(year):
        return _rest(year) <= 126
    return _rest(year) <= 137 and _rest(year + 1) != 0


def _days(year: int) -> int:
    return (292207 * (year + _BUDDHIST_ERA) + 499) // 800 + 4


def _age_of_moon(year: int) -> int:
    return ((11 * _days(year) + 25) // 692 + _days(year) + 29) % 30


def _rest(year: int) -> int:
    return (11 * _days(year) + 25) % 692


def _sun_is_late(year: int) -> bool:
    return 800 - (292207 * (year + _BUDDHIST_ERA) + 499) % 800 <= 207


def _days_of_era(year: int) -> int:
    return (292207 * year + 373) // 800 + 1


def _left_of_day(year: int) -> int:
    return 800 - (292207 * year + 373) % 800


def _sun_enters_on(year: int, place: int) -> bool:
    """Whether the sun stands at 0° on one of the four days that end the year (0 to 3)."""
    before = year - _ERA - 1
    day = 362 + (_left_of_day(before) <= 207) + place
    return _sun_in_minutes(day, before) % 1800 // 60 == 0


def _sun_in_minutes(day: int, era: int) -> int:
    """Where the sun stands near the new year, in minutes of arc: its mean place and what is added.

    The table of what is added has six rows; here, 60° to 90° from its turn, only the last is met.
    """
    signs, rest = divmod(800 * day + _left_of_day(era), 24350)
    parts, rest = divmod(rest, 811)
    mean = 1800 * signs + 60 * parts + rest // 14 - 3
    short = (30 * 60 * 12 - (mean - 4800) % 21600) % 1800
    return mean + 129 + (short - 15 * 60) * 5 // 900
