"""Which series a type is numbered in, which number is free, and in what order days must stand."""

import datetime as dt

from django.db.models import QuerySet
from django.utils import timezone

from haidang import clock
from haidang.documents.enums import NumberStatus
from haidang.documents.models import Number, Series, SeriesRule
from haidang.errors import Issue
from haidang.orgs.models import Unit
from haidang.text.layout import kind_of

ARRIVALS = "#đến"  # the series of arrival numbers; no type of document begins with this mark


def series_code(unit: Unit, document_type: str, year: int) -> str:
    """The code of the series: what the head of the body decided, else one for each type.

    NĐ 30/2020, Điều 15: how numbers are divided by type, the head of the body decides.
    """
    kind = kind_of(document_type)
    name = kind.name if kind else document_type.strip("# ").casefold()
    rules = SeriesRule.objects.filter(unit=unit, document_type=name, from_year__lte=year)
    rule = rules.order_by("from_year").last()
    if rule:
        return rule.code
    return (kind.abbreviation if kind else None) or name or "công văn"


def series_of(unit: Unit, document_type: str, year: int) -> Series | None:
    """The series of a type in a year; None where no number of it was handed out yet."""
    code = series_code(unit, document_type, year)
    return Series.objects.filter(unit=unit, year=year, code=code).first()


def next_number(unit: Unit, document_type: str, year: int | None = None) -> int:
    """The number that the next document of a type would have in a year, this one unless said."""
    series = series_of(unit, document_type, year or clock.today().year)
    return series.last + 1 if series else 1


def reserved_numbers(unit: Unit, document_type: str, year: int | None = None) -> QuerySet[Number]:
    """The numbers held for a document of a type in a year, the lowest first."""
    year = year or clock.today().year
    code = series_code(unit, document_type, year)
    held = Number.objects.filter(series__unit=unit, series__year=year, series__code=code)
    reserved = held.filter(status=NumberStatus.RESERVED).select_related("series")
    return reserved.order_by("value")


def held_for(series: Series, purpose: str) -> Number | None:
    """The number of a series that is held for the same purpose, however it was spaced or cased."""
    wanted = " ".join(purpose.casefold().split())
    held = series.numbers.filter(status=NumberStatus.RESERVED).order_by("value")
    rows = (row for row in held if " ".join(row.purpose.casefold().split()) == wanted)
    return next(rows, None) if wanted else None


def holder_of(number: Number) -> str:
    """Who holds a number or what it was given to, as the end of a sentence that names it."""
    if number.status == NumberStatus.CANCELLED:
        return f"đã hủy ({number.reason}) và không dùng lại"
    if number.status == NumberStatus.USED and number.issued_on:
        return f"đã cấp cho {number.subject or number}, ngày {number.issued_on:%d/%m/%Y}"
    since = timezone.localtime(number.reserved_at)
    held_for = f" cho {number.purpose}" if number.purpose else ""
    return f"đang được {number.reserved_by} giữ{held_for} từ {since:%H:%M %d/%m/%Y}"


def about_day(series: Series, value: int, issued_on: dt.date) -> list[Issue]:
    """Why a number cannot bear this day: numbers follow the days from 1 January on (Điều 15)."""
    if issued_on.year != series.year:
        return [_about(f"Số của năm {series.year} chỉ cấp cho văn bản ghi ngày trong năm đó.")]
    if issued_on > clock.today():
        return [_about("Ngày ban hành ở sau hôm nay.")]
    used = series.numbers.filter(status=NumberStatus.USED)
    before = used.filter(value__lt=value).order_by("value").last()
    if before and before.issued_on and issued_on < before.issued_on:
        return [
            _about(
                f"Số {before} trước đó đã ghi ngày {before.issued_on:%d/%m/%Y}; "
                "số sau không được ghi lùi ngày."
            )
        ]
    after = used.filter(value__gt=value).order_by("value").first()
    if after and after.issued_on and issued_on > after.issued_on:
        return [
            _about(
                f"Số {after} sau đó đã ghi ngày {after.issued_on:%d/%m/%Y}; hãy ghi ngày "
                "không sau ngày đó, hoặc hủy số này và lấy số mới."
            )
        ]
    return []


def _about(words: str) -> Issue:
    return Issue("day-out-of-order", words, "issued_on")
