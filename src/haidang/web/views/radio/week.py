"""The schedule of a station's week (S23): its grid, and whole weeks made from others."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.broadcast import rules
from haidang.broadcast.commands import copy_week, drop_template, save_template, use_template
from haidang.broadcast.models import Template
from haidang.broadcast.queries.week import week_of
from haidang.errors import Incomplete, WrongState
from haidang.orgs.models import User
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.radio.asked import WEEK, Asked, asked_of, asked_station, week_page
from haidang.web.views.radio.lately import aired_lately
from haidang.web.views.radio.shown import ends_of, rows_of, shown_days, to_look_at, without_bulletin


@require_safe
def radio(request: Request) -> HttpResponse:
    asked = asked_of(request)
    if asked.station is None:
        context = {"asked": asked, "may_keep": _may_keep(request.user)}
        return render(request, "radio/no_station.html", context)
    lately = {"lately": aired_lately(asked.station)}
    return render(request, "radio/week.html", week_context(request.user, asked) | lately)


def week_context(user: User, asked: Asked) -> dict[str, Any]:
    """What the grid, and the printed sheet, show of a week."""
    assert asked.station is not None
    view = week_of(asked.station, asked.monday, user)
    may_schedule = not asked.station.is_retired and rules.may_schedule(user, asked.station)
    return {
        "asked": asked,
        "station": asked.station,
        "view": view,
        "days": shown_days(view),
        "hours": [(slot, ends_of(slot)) for slot in view.slots],
        "rows": rows_of(view),
        "look_at": to_look_at(view.findings),
        "lacking": without_bulletin(view.findings),
        "may_schedule": may_schedule,
        "may_release": may_schedule and view.used and clock.today() <= asked.sunday,
        "may_keep": rules.may_keep_stations(user, asked.station.unit),
        "templates": list(asked.station.templates.order_by("name")) if may_schedule else [],
    }


@posts_from("../")
def copy_last_week(request: Request) -> HttpResponse:
    station, asked = asked_station(request)
    source = asked.monday - WEEK

    def copy() -> str:
        by, seen = request.user, _seen(request)
        copy_week(station=station, source=source, monday=asked.monday, by=by, seen=seen)
        return f"Đã sao chép chương trình của tuần {source:%d/%m/%Y}."

    return _back_to_week(request, week_page(station, asked.monday), copy)


@posts_from("../")
def keep_template(request: Request) -> HttpResponse:
    station, asked = asked_station(request)

    def keep() -> str:
        name = request.POST.get("name", "")
        template = save_template(station=station, monday=asked.monday, name=name, by=request.user)
        return f"Đã lưu tuần này thành mẫu “{template.name}”."

    return _back_to_week(request, week_page(station, asked.monday), keep)


@posts_from("../../")
def fill_from_template(request: Request) -> HttpResponse:
    station, asked = asked_station(request)
    number, by = number_asked(request.POST.get("template", "")), request.user
    template = get_object_or_404(Template.objects.filter(station=station), pk=number)

    def fill() -> str:
        if "drop" in request.POST:
            return f"Đã bỏ mẫu “{drop_template(template=template, by=by)}”."
        use_template(template=template, monday=asked.monday, by=by, seen=_seen(request))
        return f"Đã xếp theo mẫu “{template.name}”."

    return _back_to_week(request, week_page(station, asked.monday), fill)


def _back_to_week(request: Request, page: str, act: Callable[[], str]) -> HttpResponse:
    """The week with what was done to it, or with why nothing was: it stands as it stood."""
    try:
        messages.success(request, act())
    except (Incomplete, WrongState) as refusal:
        messages.error(request, refusal.message)
    return redirect(page)


def _seen(request: Request) -> int | None:
    return number_asked(request.POST.get("seen", ""))


def _may_keep(user: User) -> bool:
    return user.unit is not None and rules.may_keep_stations(user, user.unit)
