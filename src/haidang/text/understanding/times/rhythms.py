"""How often, as a value: what "hằng tháng trước ngày 20" and "06 tháng một lần" say.

Which words of a duty tell its recurrence is not decided here; what they mean is.
"""

import re
from calendar import monthrange

from haidang.text.blocks import Every, Recurrence
from haidang.text.understanding.times.moments import HALF, QUARTER, QUARTERS, SHORT
from haidang.text.understanding.words.numbers import NUMBER, number_of

_PERIODS = {
    "ngày": Every.DAY,
    "tuần": Every.WEEK,
    "tháng": Every.MONTH,
    "quý": Every.QUARTER,
    "năm": Every.YEAR,
}
_PERIOD = rf"(?P<period>{'|'.join(_PERIODS)})"
_EACH = re.compile(rf"\b(?:hằng|hàng|mỗi|từng|theo)\s+{_PERIOD}\b", re.IGNORECASE)
_SO_MANY_MONTHS = re.compile(
    rf"\b(?P<count>{NUMBER})\s+{_PERIOD}\s*(?:/|một|1|01)\s*lần\b", re.IGNORECASE
)
_TIMES = re.compile(
    rf"\b(?P<times>{NUMBER})\s*lần(?:/|trong|mỗi|một|1|01|\s)+{_PERIOD}\b", re.IGNORECASE
)
_HALF_YEARLY = re.compile(
    r"định kỳ\s+(?:0?6|sáu)\s+tháng|"
    r"(?:0?6|sáu)\s+tháng(?:\s+đầu năm)?\s*(?:,|và)\s*(?:cả\s+)?năm\b",
    re.IGNORECASE,
)
_IN_QUARTER = re.compile(
    r"\bngày\s+(?P<day>\d{1,2})\s+(?:của\s+)?tháng\s+(?P<which>đầu|giữa|cuối)"
    r"(?:\s+(?:của|hằng|hàng|mỗi))*\s+quý\b",
    re.IGNORECASE,
)
_MONTHS_OF_QUARTER = {"đầu": 1, "giữa": 2, "cuối": 3}
_OFTEN = re.compile(r"\b(?:thường xuyên|định kỳ|liên tục)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\bngày\s+(?:m[ùồ]ng\s+)?(?P<first>\d{1,2})(?:\s*(?:và|,)\s*(?:ngày\s+)?(?P<second>\d{1,2}))?(?!\s*[/\d])"
    r"(?!\s*tháng\s*\d)",
    re.IGNORECASE,
)
_WEEKDAYS = {
    "hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "2": 0, "3": 1, "4": 2, "5": 3,
    "6": 4, "7": 5,
}  # fmt: skip
WEEKDAY = rf"(?:thứ\s+(?P<weekday>{'|'.join(_WEEKDAYS)})|(?P<sunday>chủ nhật))(?!\w)"
_WEEKDAY = re.compile(rf"\b{WEEKDAY}", re.IGNORECASE)
_BEFORE = re.compile(r"\btrước\b", re.IGNORECASE)
_QUARTER, _SHORT, _HALF = (
    re.compile(pattern, re.IGNORECASE) for pattern in (QUARTER, rf"(?<![\d/]){SHORT}", HALF)
)
_LEAP_YEAR = 2024


def recurrence_of(phrase: str) -> Recurrence | None:
    """What a phrase says of how often; None where it says nothing of it.

    >>> recurrence_of("hằng tháng trước ngày 20").days
    ((None, 20),)
    """
    every, interval, times = _rhythm(phrase)
    weekday = _WEEKDAY.search(phrase)
    if every is None and not _OFTEN.search(phrase):
        return None
    return Recurrence(
        phrase=phrase,
        every=every,
        interval=interval,
        times=times,
        days=_days(phrase, every),
        weekday=_weekday(weekday) if weekday and every is Every.WEEK else None,
        is_before=bool(_BEFORE.search(phrase)),
    )


def _rhythm(phrase: str) -> tuple[Every | None, int, int]:
    if found := _SO_MANY_MONTHS.search(phrase):
        count = number_of(found["count"])
        if count and count < 100:
            return _simplest(_PERIODS[found["period"].lower()], count)
    if found := _TIMES.search(phrase):
        return _PERIODS[found["period"].lower()], 1, number_of(found["times"]) or 1
    if _IN_QUARTER.search(phrase):
        return Every.QUARTER, 1, 1
    if _HALF_YEARLY.search(phrase):
        return Every.HALF_YEAR, 1, 1
    each = [_PERIODS[found["period"].lower()] for found in _EACH.finditer(phrase)]
    # "hằng tháng, hằng quý, hằng năm": as often as the shortest of them
    return (min(each, key=list(Every).index), 1, 1) if each else (None, 1, 1)


def _simplest(every: Every, count: int) -> tuple[Every, int, int]:
    known = {3: Every.QUARTER, 6: Every.HALF_YEAR, 12: Every.YEAR}
    if every is Every.MONTH and count in known:
        return known[count], 1, 1
    return every, count, 1


def _days(phrase: str, every: Every | None) -> tuple[tuple[int | None, int | None], ...]:
    if every is Every.YEAR:
        if found := _SHORT.search(phrase):
            pairs = ((found["month"], found["day"]), (found["month2"], found["day2"]))
            return tuple((int(m), int(d)) for m, d in pairs if m and d and _is_day(int(m), int(d)))
        if found := _QUARTER.search(phrase):
            return ((QUARTERS[found["quarter"].upper()] * 3, None),)
        if found := _HALF.search(phrase):
            return ((12 if found["half"].lower() == "cuối" else 6, None),)
        return ()
    if every is Every.QUARTER and (found := _IN_QUARTER.search(phrase)):
        month, day = _MONTHS_OF_QUARTER[found["which"].lower()], int(found["day"])
        return ((month, day),) if _is_day(1, day) else ()
    found = _DAY.search(phrase) if every in (Every.MONTH, Every.QUARTER) else None
    if not found:
        return ()
    return tuple((None, int(day)) for day in found.groups() if day and _is_day(1, int(day)))


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]


def _weekday(found: re.Match[str]) -> int:
    return 6 if found["sunday"] else _WEEKDAYS[found["weekday"].lower()]
