"""Dates, times of day and spans of both, in words. What cannot be a date gives None."""

from calendar import monthrange

from haidang.broadcast.speaking.numbers import month, whole

LEAP = 2024  # where no year is given, the 29th of February may be


def date(day: str, of: str, year: str = "", *, is_led: bool = False) -> str | None:
    """A day: ngày ba mươi tháng mười một năm …; `is_led` where "ngày" stands there already."""
    if not 1 <= int(of) <= 12 or (year and len(year) != 4):
        return None
    if not 1 <= int(day) <= monthrange(int(year or LEAP), int(of))[1]:
        return None
    head = "" if is_led else "ngày "
    tail = f" năm {whole(int(year))}" if year else ""
    return f"{head}{whole(int(day))} tháng {month(int(of))}{tail}"


def month_of(of: str, year: str) -> str | None:
    """What stands after "tháng": 11/2024."""
    if not 1 <= int(of) <= 12:
        return None
    return f"{month(int(of))} năm {whole(int(year))}"


def time(hour: str, minute: str = "") -> str | None:
    """A time of day: bảy giờ ba mươi."""
    if int(hour) > 24 or int(minute or 0) > 59:
        return None
    rest = f" {whole(int(minute))}" if int(minute or 0) else ""
    return f"{whole(int(hour))} giờ{rest}"
