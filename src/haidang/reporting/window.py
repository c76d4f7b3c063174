"""Which days a round counts, and what a year's count so far lets one expect. No database.

The windows are those of Nghị định 09/2019/NĐ-CP, Điều 12: from the 15th of the month before the
period to the 14th of its last month; so a year runs from 15/12 to 14/12. A plan may ask for the
report before the window ends; then the figures count the log up to a day, say so, and the rest of
the year stands apart as an estimate.
"""

import calendar
import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

from haidang.orgs.enums import Frequency

LENGTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.HALF: 6, Frequency.YEAR: 12}
LAST_DAY = 14
YEAR_ENDS = f"12-{LAST_DAY}"


def periods_in_a_year(frequency: str) -> int:
    """How many periods a year has: 12 months, 4 quarters, 2 halves, 1 year."""
    return 12 // LENGTHS[Frequency(frequency)]


def calendar_days(frequency: str, year: int, ordinal: int = 1) -> tuple[dt.date, dt.date]:
    """The first and the last day of a period of the calendar.

    >>> calendar_days("quarter", 2026, 2)
    (datetime.date(2026, 4, 1), datetime.date(2026, 6, 30))
    """
    length = LENGTHS[Frequency(frequency)]
    last = length * ordinal
    first = dt.date(year, last - length + 1, 1)
    return first, dt.date(year, last, calendar.monthrange(year, last)[1])


def data_window(
    frequency: str, year: int, ordinal: int = 1, *, year_ends: str = YEAR_ENDS
) -> tuple[dt.date, dt.date]:
    """The first and the last day that a period's report counts.

    A year may end on another day than the decree's, given as "MM-DD"; it always begins on the day
    after the year before ended.

    >>> data_window("year", 2024)
    (datetime.date(2023, 12, 15), datetime.date(2024, 12, 14))
    >>> data_window("month", 2026, 1)
    (datetime.date(2025, 12, 15), datetime.date(2026, 1, 14))
    """
    if frequency == Frequency.YEAR:
        start, end = (dt.date.fromisoformat(f"{one}-{year_ends}") for one in (year - 1, year))
        return start + dt.timedelta(days=1), end
    length = LENGTHS[Frequency(frequency)]
    last = length * ordinal
    before = last - length or 12
    start = dt.date(year if before < last else year - 1, before, LAST_DAY + 1)
    return start, dt.date(year, last, LAST_DAY)


def day_after(year_ends: str) -> str:
    """The day of the year, "MM-DD", after another one: where the next year's window begins.

    >>> day_after("12-14"), day_after("12-31")
    ('12-15', '01-01')
    """
    next_day = dt.date.fromisoformat(f"2023-{year_ends}") + dt.timedelta(days=1)
    return f"{next_day:%m-%d}"


def a_year_before(day: dt.date) -> dt.date:
    """The same day of the year before; of the 29th of February the 28th.

    >>> a_year_before(dt.date(2024, 2, 29))
    datetime.date(2023, 2, 28)
    """
    leap_day = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


def projected(value: Decimal, data_from: dt.date, counted_to: dt.date, data_to: dt.date) -> Decimal:
    """What the whole window comes to if the rest goes as the days so far; a whole number.

    >>> projected(Decimal(10), dt.date(2024, 1, 1), dt.date(2024, 1, 10), dt.date(2024, 1, 20))
    Decimal('20')
    """
    gone = (counted_to - data_from).days + 1
    whole = (data_to - data_from).days + 1
    rough = value * whole / gone
    return max(value, rough.quantize(Decimal(1), ROUND_HALF_UP))
