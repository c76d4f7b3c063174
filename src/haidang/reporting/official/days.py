"""The days that a report speaks of, as documents write them."""

import datetime as dt

from haidang.reporting.official.patterns import written
from haidang.reporting.official.periods import whole_words
from haidang.reporting.sheet import Content, Sheet


def date_words(iso: str) -> str:
    """A day as documents write it; only days under 10 and months 1 and 2 have a leading zero.

    >>> date_words("2023-10-12")
    'ngày 12 tháng 10 năm 2023'
    """
    day = dt.date.fromisoformat(iso)
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def due_of(round: Content) -> str:
    """Until when reports were asked for: in the words of the document, else by the day."""
    return str(round["due_phrase"] or f"chậm nhất {date_words(round['due_on'])}")


def days_of(sheet: Sheet, texts: dict[str, str]) -> str:
    """Which days the figures count, and which days the estimates speak of."""
    round = sheet.content["round"]
    days = sorted({unit["counted_to"] for unit in sheet.reported})
    to = f"đến hết {date_words(days[-1] if days else round['data_to'])}"
    if len(days) > 1:
        first, last = date_words(days[0]), date_words(days[-1])
        to = f"đến ngày từng đơn vị lập báo cáo (từ {first} đến {last})"
    said = written(texts, "days", {"từ ngày": date_words(round["data_from"]), "đến ngày": to})
    if not round.get("has_estimate", True):
        return said
    values = {
        "cả kỳ": whole_words(round.get("frequency", "year")),
        "ngày cuối kỳ": date_words(round["data_to"]),
    }
    return f"{said} {written(texts, 'estimate_days', values)}"
