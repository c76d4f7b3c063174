"""Periods as official text names them. Values in, words out."""

import datetime as dt

from haidang.orgs.enums import Frequency

ROMAN = ("I", "II", "III", "IV")
HALVES = ("6 tháng đầu năm", "6 tháng cuối năm")
IN_A_YEAR = {Frequency.MONTH: 12, Frequency.QUARTER: 4, Frequency.HALF: 2, Frequency.YEAR: 1}


def period_words(frequency: str, year: int, ordinal: int) -> str:
    """A period by its name; of what comes back in no period, the year.

    >>> period_words("quarter", 2026, 2), period_words("half", 2026, 1)
    ('quý II năm 2026', '6 tháng đầu năm 2026')
    """
    if frequency == Frequency.MONTH:
        return f"tháng {ordinal} năm {year}"
    if frequency == Frequency.QUARTER:
        return f"quý {ROMAN[ordinal - 1]} năm {year}"
    if frequency == Frequency.HALF:
        return f"{HALVES[ordinal - 1]} {year}"
    return f"năm {year}"


def days_words(first: dt.date, last: dt.date) -> str:
    """The days of a report that is asked for once, as a title has them.

    >>> days_words(dt.date(2026, 7, 1), dt.date(2026, 9, 30))
    'từ ngày 01/07/2026 đến ngày 30/09/2026'
    """
    return f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"


def next_words(frequency: str, year: int, ordinal: int) -> str:
    """The period after; where there is none, the time to come.

    >>> next_words("quarter", 2026, 4), next_words("", 2026, 1)
    ('quý I năm 2027', 'thời gian tới')
    """
    if frequency not in IN_A_YEAR:
        return "thời gian tới"
    after = ordinal % IN_A_YEAR[Frequency(frequency)] + 1
    return period_words(frequency, year + (after == 1), after)


def ordinal_of(frequency: str, month: int) -> int:
    """Which period of its year begins in a month.

    >>> ordinal_of("quarter", 4), ordinal_of("half", 7), ordinal_of("year", 1)
    (2, 2, 1)
    """
    if frequency not in IN_A_YEAR:
        return 1
    return (month - 1) * IN_A_YEAR[Frequency(frequency)] // 12 + 1


def whole_words(frequency: str) -> str:
    """All of a period: "cả năm"."""
    return f"cả {kind_words(frequency)}"


def kind_words(frequency: str) -> str:
    """What a period is, in one word: "năm"; where it has no name, "kỳ"."""
    return Frequency(frequency).label if frequency in IN_A_YEAR else "kỳ"
