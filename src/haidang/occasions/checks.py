"""What is wrong in an occasion or a confirmed day as given; each sentence says what to do."""

import datetime as dt
from collections.abc import Iterator

from haidang import clock
from haidang.errors import Issue
from haidang.occasions.enums import Calendar
from haidang.occasions.falling import FIRST, LAST
from haidang.occasions.models import Feed, Occasion
from haidang.occasions.models.occasion import LONGEST
from haidang.text.understanding.secrecy import secrecy_mark

LONGEST_LEAD = 365
MOST_FEEDS = 5
_LONGEST = {"name": 200, "source": 300, "doubt": 300}
_NAMES = {"name": "Tên", "source": "Nguồn", "doubt": "Điều chưa chắc"}
_MONTH_DAYS = {Calendar.SOLAR: (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)}
_LUNAR_MONTH = 30


def before_adding(occasion: Occasion) -> list[Issue]:
    return [
        *_about_words(occasion),
        *_about_day(occasion),
        *_about_length(occasion.length),
        *_about_since(occasion.since_year),
        *before_setting_lead(occasion.lead_days),
    ]


def before_confirming(year: int, on: dt.date, until: dt.date, source: str) -> list[Issue]:
    return [*_about_year(year), *_about_days(year, on, until), *_about_source(source)]


def before_setting_lead(days: int) -> list[Issue]:
    if 0 <= days <= LONGEST_LEAD:
        return []
    message = f"Số ngày chuẩn bị từ 0 đến {LONGEST_LEAD}, ví dụ 14."
    return [Issue("lead", message, "lead_days")]


def before_opening(living: int) -> list[Issue]:
    if living < MOST_FEEDS:
        return []
    message = f"Đã có {living} địa chỉ đang dùng. Thu hồi một địa chỉ cũ rồi tạo lại."
    return [Issue("many_feeds", message)]


def living_of(feed: Feed) -> int:
    return Feed.objects.filter(person=feed.person, unit=feed.unit, revoked_at=None).count()


def _about_words(occasion: Occasion) -> Iterator[Issue]:
    if not occasion.name:
        yield Issue("no_name", "Ghi tên dịp, ví dụ “Lễ hội Nghinh Ông”.", "name")
    for field, longest in _LONGEST.items():
        words = getattr(occasion, field)
        if len(words) > longest:
            message = f"{_NAMES[field]} dài {len(words)} ký tự; rút gọn còn không quá {longest}."
            yield Issue("long_words", message, field)
        if secrecy_mark(words):
            yield _stamped(field)


def _about_day(occasion: Occasion) -> Iterator[Issue]:
    if occasion.calendar == Calendar.KHMER_NEW_YEAR:
        return
    if occasion.calendar == Calendar.ONCE:
        if occasion.on is None:
            yield Issue("no_day", "Chọn ngày, ví dụ 20 11 2024.", "on")
        else:
            yield from _about_year(occasion.on.year, "on")
        return
    month, day = occasion.month or 0, occasion.day or 0
    if not 1 <= month <= 12:
        yield Issue("no_month", "Tháng là số từ 1 đến 12.", "month")
        return
    longest = _MONTH_DAYS.get(Calendar(occasion.calendar), (_LUNAR_MONTH,) * 12)[month - 1]
    if not 1 <= day <= longest:
        yield Issue("no_day", f"Tháng {month} có ngày từ 1 đến {longest}.", "day")


def _about_length(days: int) -> Iterator[Issue]:
    if not 1 <= days <= LONGEST:
        yield Issue("length", f"Một dịp kéo dài từ 1 đến {LONGEST} ngày.", "length")


def _about_since(year: int | None) -> Iterator[Issue]:
    today = clock.today().year
    if year is not None and not 1 <= year <= today:
        yield Issue("since", f"Năm bắt đầu không thể sau năm {today}; ví dụ 1959.", "since_year")


def _about_year(year: int, field: str = "year") -> Iterator[Issue]:
    if not FIRST <= year <= LAST:
        yield Issue("year", f"Lịch âm và lịch Khmer chỉ tính được từ {FIRST} đến {LAST}.", field)


def _about_days(year: int, on: dt.date, until: dt.date) -> Iterator[Issue]:
    if on.year != year:
        yield Issue("other_year", f"Ngày xác nhận phải thuộc năm {year}.", "on")
    if until < on:
        yield Issue("ends_before", "Ngày cuối không thể trước ngày đầu.", "until")
    elif (until - on).days >= LONGEST:
        yield Issue("length", f"Một dịp kéo dài từ 1 đến {LONGEST} ngày.", "until")


def _about_source(source: str) -> Iterator[Issue]:
    if len(source) > 200:
        message = f"Căn cứ dài {len(source)} ký tự; rút gọn còn không quá 200 ký tự."
        yield Issue("long_words", message, "source")
    if secrecy_mark(source):
        yield _stamped("source")


def _stamped(field: str) -> Issue:
    return Issue(
        "secrecy_mark",
        "Nội dung mang dấu chỉ độ mật nên không được ghi ở đây. "
        "Dùng đường văn bản giấy hoặc mạng LAN độc lập.",
        field,
    )
