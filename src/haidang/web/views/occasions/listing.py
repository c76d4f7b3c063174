"""The list of a year, which answers "những ngày lễ lớn, năm tròn, năm chẵn" of a plan."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.occasions import queries
from haidang.occasions.days import Day
from haidang.occasions.enums import Kind
from haidang.occasions.falling import FIRST, LAST
from haidang.orgs.models import User
from haidang.plans.queries import asking_for_occasions, habits_of, started_from
from haidang.web import wording
from haidang.web.request import Request
from haidang.web.sheets import XLSX, Value, workbook
from haidang.web.views.occasions.asked import year_asked, years_around

COLUMNS = [
    ("STT", 6),
    ("Ngày", 13),
    ("Đến hết ngày", 13),
    ("Sự kiện", 56),
    ("Kỷ niệm", 12),
    ("Năm tròn, lẻ 5", 15),
    ("Mức chắc chắn", 15),
    ("Ghi chú", 40),
    ("Nguồn", 48),
]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the list."""

    title: str
    days: list[Day]


PARTS: list[tuple[str, Callable[[Day], bool]]] = [
    ("Ngày lễ lớn", lambda day: day.occasion.kind == Kind.HOLIDAY),
    (
        "Kỷ niệm năm tròn, năm lẻ 5",
        lambda day: day.occasion.kind in {Kind.MEMORIAL, Kind.OWN} and bool(day.mark),
    ),
    ("Quan hệ ngoại giao", lambda day: day.occasion.kind == Kind.RELATION),
    ("Lễ hội Khmer", lambda day: day.occasion.kind == Kind.KHMER),
    (
        "Ngày của địa phương",
        lambda day: day.occasion.kind == Kind.OWN and not day.mark,
    ),
]


@require_safe
def occasion_list(request: Request) -> HttpResponse:
    user, year = request.user, _known_year(request)
    sections = sections_of(user, year)
    days = [day for section in sections for day in section.days]
    started = started_from(user.seat, days)
    context = {
        "year": year,
        "years": years_around(year),
        "rows": [
            (section.title, [(day, started.get(_key(day), [])) for day in section.days])
            for section in sections
        ],
        "total": len(days),
        "as_text": as_text(sections, year),
        "asked_by": asking_for_occasions(user.seat, year),
    }
    return render(request, "occasions/list.html", context)


@require_safe
def occasion_sheet(request: Request) -> HttpResponse:
    year = _known_year(request)
    days = [day for section in sections_of(request.user, year) for day in section.days]
    rows = [_row(number, day) for number, day in enumerate(days, start=1)]
    content = workbook(f"Ngày lễ, kỷ niệm năm {year}", COLUMNS, rows)
    headers = {"Content-Disposition": f'attachment; filename="ngay-le-ky-niem-{year}.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


def sections_of(user: User, year: int) -> list[Section]:
    """The days of a year that a plan means, in parts; a part without days is left out."""
    days = queries.year_of(user.seat, year, habits_of(user.seat))
    parts = [Section(title, [day for day in days if belongs(day)]) for title, belongs in PARTS]
    return [part for part in parts if part.days]


def as_text(sections: list[Section], year: int) -> str:
    """The list as plain words, to be put into a plan or a message."""
    lines = [f"Ngày lễ, kỷ niệm năm {year}"]
    for section in sections:
        lines += ["", f"{section.title}:"]
        lines += [f"- {_days(day)}: {day.occasion.name}{_anniversary(day)}" for day in section.days]
    return "\n".join(lines)


def _known_year(request: Request) -> int:
    year = year_asked(request)
    if not FIRST <= year <= LAST:
        raise Http404
    return year


def _key(day: Day) -> tuple[int, int]:
    return day.occasion.pk, day.on.year


def _days(day: Day) -> str:
    first = wording.day(day.on)
    return first if day.until == day.on else f"{first}–{wording.day(day.until)}"


def _anniversary(day: Day) -> str:
    said = [day.words if day.mark else "", "tạm tính" if day.is_provisional else ""]
    words = ", ".join(filter(None, said))
    return f" ({words})" if words else ""


def _row(number: int, day: Day) -> list[Value]:
    occasion = day.occasion
    until = None if day.until == day.on else day.until
    note = " ".join(filter(None, (day.note, occasion.doubt)))
    sure = day.certainty.capitalize()
    mark = day.mark.capitalize()
    return [number, day.on, until, occasion.name, day.words, mark, sure, note, occasion.source]
