"""What is wrong in the days of a regime: how often, which days it counts, by when it is sent."""

import datetime as dt
import re
from collections.abc import Iterator

from haidang.errors import Issue
from haidang.orgs.enums import Frequency
from haidang.reporting.due import LAST_DAY, MONTHS
from haidang.reporting.enums import Preset, RegimeKind
from haidang.reporting.regime_facts import RegimeFacts
from haidang.reporting.window import calendar_days, data_window, periods_in_a_year
from haidang.text.habits import USUAL

DAY_OF_YEAR = re.compile(r"\d\d-\d\d")
MOST_AFTER = 60
ANY_YEAR = 2025


def of_days(facts: RegimeFacts) -> Iterator[Issue]:
    """What keeps the days of a regime from being saved."""
    if facts.kind == RegimeKind.PERIODIC and facts.frequency not in Frequency.values:
        yield Issue(
            "no_frequency", "Báo cáo định kỳ: chọn tháng, quý, 6 tháng hay năm.", "frequency"
        )
        return
    due = facts.due
    if not (0 <= due.day <= LAST_DAY and 0 <= due.after <= MOST_AFTER):
        message = f"Ngày từ 1 đến {LAST_DAY}; số ngày sau kỳ không quá {MOST_AFTER}."
        yield Issue("due_day", message, "due_day")
    elif due.day and due.after:
        message = "Chọn một cách: một ngày của tháng, hoặc số ngày sau khi hết kỳ."
        yield Issue("due_twice", message, "due_after")
    elif facts.kind == RegimeKind.PERIODIC:
        yield from _days_of_year(facts)


def _days_of_year(facts: RegimeFacts) -> Iterator[Issue]:
    for name, day in (("data_to", facts.data_to), ("cut_off", facts.cut_off)):
        if day and not is_day_of_year(day):
            yield Issue(name, "Ghi ngày và tháng, ví dụ 14/12; không lấy ngày 29/2.", name)
            return
    if facts.due.month not in MONTHS and facts.frequency != Frequency.YEAR:
        yield Issue("due_month", "Chọn tháng trước, tháng cuối hoặc tháng sau kỳ.", "due_month")
        return
    if words := _no_such_day(facts):
        yield Issue("no_such_day", words, "due_day")
        return
    ends_on = calendar_days(facts.frequency, ANY_YEAR)[1]
    data_to = data_window(facts.frequency, ANY_YEAR, year_ends=facts.data_to)[1]
    due_on = facts.due.day_of(ends_on, data_to, USUAL)
    if due_on is None:
        return
    if facts.preset == Preset.DECREE and due_on <= data_to:
        message = (
            f"Theo Nghị định 09/2019 số liệu tính đến hết ngày {data_to:%d/%m}, hạn gửi phải sau "
            "ngày đó. Cần gửi sớm hơn thì chọn kỳ số liệu theo chương trình."
        )
        yield Issue("due_inside_days", message, "due_day")
    if facts.cut_off and dt.date.fromisoformat(f"{ANY_YEAR}-{facts.cut_off}") > due_on:
        message = "Số thực hiện phải tính đến một ngày trước hạn gửi."
        yield Issue("cut_off_after_due", message, "cut_off")


def _no_such_day(facts: RegimeFacts) -> str:
    """Which month of the year lacks the day of the deadline; the 31st is each month's last."""
    is_year = facts.frequency == Frequency.YEAR
    if not facts.due.day or (facts.due.day == LAST_DAY and not is_year):
        return ""
    ordinals = range(1, periods_in_a_year(facts.frequency) + 1)
    ends = (calendar_days(facts.frequency, ANY_YEAR, ordinal)[1] for ordinal in ordinals)
    month = next(filter(None, (facts.due.missing_in(one) for one in ends)), 0)
    if not month:
        return ""
    last = "" if is_year else f", hoặc {LAST_DAY} để lấy ngày cuối của mỗi tháng"
    return f"Tháng {month} không có ngày {facts.due.day}. Chọn ngày sớm hơn{last}."


def is_day_of_year(day: str) -> bool:
    """Whether "MM-DD" is a day that every year has."""
    try:
        return bool(DAY_OF_YEAR.fullmatch(day) and dt.date.fromisoformat(f"2023-{day}"))
    except ValueError:
        return False
