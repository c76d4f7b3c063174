"""How dates, times and numbers are written in Vietnamese. Nothing here knows about pages."""

import datetime
from decimal import Decimal

from django.utils import timezone

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WEEKDAYS_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")

Number = int | float | Decimal


def number(value: Number) -> str:
    """A number with dots between thousands and a decimal comma: 1.032, 12,5."""
    if type(value) is int:
        return f"{value:,}".replace(",", ".")
    exact = Decimal(str(value))
    shortest = exact.quantize(Decimal(1)) if exact == exact.to_integral() else exact.normalize()
    return f"{shortest:,f}".translate({ord(","): ".", ord("."): ","})


def local_date(value: datetime.date) -> datetime.date:
    """The day on the wall of the office; a plain date stays as it is."""
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def day(value: datetime.date) -> str:
    """25/11/2024."""
    return f"{local_date(value):%d/%m/%Y}"


def day_short(value: datetime.date) -> str:
    """25/11."""
    return f"{local_date(value):%d/%m}"


def weekday(value: datetime.date) -> str:
    """The name of the day as it stands inside a sentence: thứ Hai, Chủ nhật."""
    return WEEKDAYS[local_date(value).weekday()]


def clock_time(value: datetime.datetime) -> str:
    """7:42."""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{local.hour}:{local.minute:02d}"


def moment(value: datetime.datetime, today: datetime.date) -> str:
    """A moment as people say it: hôm nay, 7:42; hôm qua, 20:10; 22/11, 16:05; 22/11/2023, 16:05."""
    date = local_date(value)
    names = {0: "hôm nay", 1: "hôm qua"}
    fallback = day_short(date) if date.year == today.year else day(date)
    return f"{names.get((today - date).days, fallback)}, {clock_time(value)}"
