"""Working days: no weekend and none of the days off of Bộ luật Lao động 2019, Điều 112."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from haidang.text.habits import Habits

_FIRST, _LAST = 1995, 2099  # years in which Tết and Giỗ Tổ are known to fall where we say
_LONGEST = 3660  # days; nobody sets a limit of more than ten years in days
_SATURDAY = 5


def is_workday(day: date, habits: Habits) -> bool:
    """Whether offices work on a day; days that the authority gives come before all others.

    >>> is_workday(date(2025, 1, 29), Habits())  # Tết
    False
    """
    if day in habits.workdays:
        return True
    if day in habits.days_off or _is_public_holiday(day):
        return False
    return day.weekday() < _SATURDAY or _is_worked_in_exchange(day)


def after_workdays(start: date, count: int, habits: Habits) -> date | None:
    """The working day that is the `count`-th after a day, which itself is not counted.

    Bộ luật Dân sự 2015, Điều 147. None where it lies in years whose holidays nobody knows.
    """
    if count > _LONGEST:
        return None
    day = start
    while count > 0 and _is_known(day):
        day += timedelta(days=1)
        count -= is_workday(day, habits)
    return day if _is_known(day) else None


def after_days(start: date, count: int, habits: Habits) -> date | None:
    """The last day of a term of `count` days; where nobody works then, the next working day.

    Bộ luật Dân sự 2015, Điều 147 and Điều 148 khoản 5.
    """
    if not (_is_known(start) and count <= _LONGEST):
        return None
    day = start + timedelta(days=count)
    while _is_known(day) and not is_workday(day, habits):
        day += timedelta(days=1)
    return day if _is_known(day) else None


def public_holidays(year: int) -> frozenset[date]:
    """The public days off of a year, with those given instead; none of a year that nobody knows.

    >>> date(2025, 1, 29) in public_holidays(2025)  # Tết
    True
    """
    return _calendar(year).days_off if _FIRST <= year <= _LAST else frozenset()


def worked_in_exchange(year: int) -> frozenset[date]:
    """The days of a year's weekends that are worked in exchange for another day."""
    years = [one for one in (year - 1, year, year + 1) if _FIRST <= one <= _LAST]
    days = frozenset[date]().union(*(_calendar(one).workdays for one in years))
    return frozenset(day for day in days if day.year == year)


def _is_known(day: date) -> bool:
    return _FIRST <= day.year <= _LAST


def _is_public_holiday(day: date) -> bool:
    return _is_known(day) and day in _calendar(day.year).days_off


def _is_worked_in_exchange(day: date) -> bool:
    # A day off at the turn of the year may be worked for in the year before or after.
    years = (day.year - 1, day.year, day.year + 1)
    return _is_known(day) and any(day in _calendar(year).workdays for year in years)


@dataclass(frozen=True, slots=True)
class _Calendar:
    days_off: frozenset[date]
    workdays: frozenset[date]


@cache
def _calendar(year: int) -> _Calendar:
    from holidays import country_holidays  # loaded only where days are counted: it takes a while

    found = country_holidays("VN", years=year)
    return _Calendar(frozenset(found), frozenset(found.weekend_workdays))
