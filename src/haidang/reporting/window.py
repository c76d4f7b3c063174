"""Which days a round counts, and what a year's count so far lets one expect. No database.

The window of a yearly round is that of Nghị định 09/2019/NĐ-CP, Điều 12: 15/12 to 14/12. A plan
may ask for the report before the window ends; then the figures count the log up to the day of
writing, say so, and the rest of the year stands apart as an estimate.
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal


def data_window(data_from: str, data_to: str, year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a year's window, from "MM-DD" each.

    >>> data_window("12-15", "12-14", 2024)
    (datetime.date(2023, 12, 15), datetime.date(2024, 12, 14))
    """
    start_year = year - 1 if data_from > data_to else year
    return dt.date.fromisoformat(f"{start_year}-{data_from}"), dt.date.fromisoformat(
        f"{year}-{data_to}"
    )


def projected(value: Decimal, data_from: dt.date, counted_to: dt.date, data_to: dt.date) -> Decimal:
    """What the whole window comes to if the rest goes as the days so far; a whole number.

    >>> projected(Decimal(10), dt.date(2024, 1, 1), dt.date(2024, 1, 10), dt.date(2024, 1, 20))
    Decimal('20')
    """
    gone = (counted_to - data_from).days + 1
    whole = (data_to - data_from).days + 1
    rough = value * whole / gone
    return max(value, rough.quantize(Decimal(1), ROUND_HALF_UP))
