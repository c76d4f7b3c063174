"""The year of an authority: by months as a list, or one month as a grid."""

import calendar
import datetime as dt
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.occasions import queries, rules
from haidang.occasions.days import Day
from haidang.occasions.enums import Kind, Step
from haidang.occasions.falling import FIRST, LAST
from haidang.plans.queries import asking_for_occasions, habits_of
from haidang.web.request import Request, number_asked
from haidang.web.views.occasions.asked import year_asked, years_around

LEADS = 7  # days in which preparing is said to begin soon


@dataclass(frozen=True, slots=True)
class Square:
    """One day of the grid."""

    day: dt.date
    is_of_month: bool
    is_today: bool
    is_off: bool
    days: list[Day] = field(default_factory=list)


@require_safe
def occasions(request: Request) -> HttpResponse:
    year = year_asked(request)
    seat = request.user.seat
    if not FIRST <= year <= LAST:
        return render(request, "occasions/unknown.html", {"year": year})
    kind = request.GET.get("loai", "")
    days = queries.year_of(seat, year, habits_of(seat))
    shown = [day for day in days if kind in ("", day.occasion.kind, day.mark and "nam-tron")]
    is_grid = request.GET.get("xem") == "thang"
    context: dict[str, Any] = {
        "year": year,
        "years": years_around(year),
        "kind": kind,
        "kinds": Kind.choices,
        "is_grid": is_grid,
        "may_keep": rules.may_keep(request.user),
        **(_grid(request, year, shown) if is_grid else _list(shown, year)),
        **_beside(request, year, days),
    }
    return render(request, "occasions/year.html", context)


def _list(days: list[Day], year: int) -> dict[str, Any]:
    """The months of a year; of this year those that are over stand folded before this one."""
    months = groupby(days, key=lambda day: day.on.month)
    every = [(month, list(of_month)) for month, of_month in months]
    today = clock.today()
    over = [row for row in every if year == today.year and row[0] < today.month]
    return {"months": every[len(over) :], "over": over}


def _grid(request: Request, year: int, days: list[Day]) -> dict[str, Any]:
    today = clock.today()
    month = number_asked(request.GET.get("thang", "")) or 0
    month = month if 1 <= month <= 12 else today.month if today.year == year else 1
    off = {
        rest.first + dt.timedelta(n)
        for rest in queries.days_off(year)
        for n in range((rest.last - rest.first).days + 1)
    }
    weeks = [
        [
            Square(
                day,
                day.month == month,
                day == today,
                day in off,
                [one for one in days if one.on <= day <= one.until and day.month == month],
            )
            for day in week
        ]
        for week in calendar.Calendar().monthdatescalendar(year, month)
    ]
    return {"month": month, "weeks": weeks, "twelve": range(1, 13)}


def _beside(request: Request, year: int, days: list[Day]) -> dict[str, Any]:
    seat, today = request.user.seat, clock.today()
    soon = today + dt.timedelta(LEADS)
    return {
        "waiting": [day for day in days if day.is_provisional],
        "beginning": [day for day in days if today <= day.begin_on <= soon],
        "days_off": queries.days_off(year),
        "worked_instead": queries.worked_instead(year),
        "hidden": queries.hidden_of(seat),
        "steps": Step.choices,
        "step": queries.step_of(seat),
        "asked_by": asking_for_occasions(seat, year),
    }
