"""One programme of a week: placed, changed, moved, taken out."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.broadcast import rules
from haidang.broadcast.commands import add_part, change_part, move_part
from haidang.broadcast.commands import drop_part as take_out
from haidang.broadcast.models import Part, Station
from haidang.broadcast.queries.stations import visible_stations
from haidang.broadcast.queries.veiled import VEILED, veil
from haidang.broadcast.week_turns import NOT_YOURS
from haidang.errors import NotAllowed
from haidang.orgs.models import User
from haidang.web.acting import done
from haidang.web.forms.radio.parts import (
    AddPartForm,
    MovePartForm,
    PartForm,
    sittings_to_choose,
    standing,
)
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.radio.asked import asked_station, week_page

BETWEEN_OTHERS = "Bạn không xem được bản tin này. Vẫn chuyển chỗ hoặc bỏ khỏi lịch được."


@require_http_methods(["GET", "HEAD", "POST"])
def place_part(request: Request) -> HttpResponse:
    station, asked = asked_station(request)
    if not rules.may_schedule(request.user, station):
        raise NotAllowed(NOT_YOURS)
    choices = sittings_to_choose(list(station.slots.all()), asked.monday)
    week = station.weeks.filter(monday=asked.monday).first()
    seen = {"seen": week.version if week else 0, "sitting": request.GET.get("khung", "")}
    given: dict[str, Any] = {"station": station, "user": request.user, "sittings": choices}
    form = AddPartForm(request.POST or None, **given, initial=seen)
    if request.method == "POST" and (
        part := done(form, lambda: _placed(form, station, request.user))
    ):
        messages.success(request, f"Đã xếp “{part.title}”.")
        return redirect(week_page(station, asked.monday))
    context = {"form": form, "station": station, "asked": asked, "choices": choices}
    return render(request, "radio/add_part.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: Request, pk: int) -> HttpResponse:
    row = _part(request.user, pk)
    if request.method == "POST" and row.title == VEILED:
        raise NotAllowed(BETWEEN_OTHERS)
    form = _form(request, row, request.POST or None)

    def change() -> Part:
        seen = form.cleaned_data["seen"]
        return change_part(part=row, facts=form.given(), by=request.user, seen=seen)

    if request.method == "POST" and done(form, change) is not None:
        messages.success(request, f"Đã sửa “{row.title}”.")
        return redirect(week_page(row.week.station, row.week.monday))
    return _page(request, row, form=form)


@posts_from("../")
def shift_part(request: Request, pk: int) -> HttpResponse:
    row = _part(request.user, pk)
    form = MovePartForm(request.POST, sittings=_choices(row))

    def move() -> Part:
        typed = form.cleaned_data
        slot = row.week.station.slots.get(pk=typed["sitting"][0])
        facts = {"ordinal": typed["ordinal"], "seen": typed["seen"], "by": request.user}
        return move_part(part=row, slot=slot, on=typed["sitting"][1], **facts)

    if done(form, move):
        messages.success(request, f"Đã chuyển “{row.title}”.")
        return redirect(week_page(row.week.station, row.week.monday))
    return _page(request, row, move_form=form)


@posts_from("../")
def drop_part(request: Request, pk: int) -> HttpResponse:
    row = _part(request.user, pk)
    take_out(part=row, by=request.user, seen=number_asked(request.POST.get("seen", "")))
    messages.success(request, f"Đã bỏ “{row.title}” khỏi lịch.")
    return redirect(week_page(row.week.station, row.week.monday))


def _placed(form: AddPartForm, station: Station, by: User) -> Part:
    pk, on = form.cleaned_data["sitting"]
    seen, slot = form.cleaned_data["seen"], station.slots.get(pk=pk)
    return add_part(station=station, slot=slot, on=on, facts=form.given(), by=by, seen=seen)


def _page(request: Request, row: Part, **forms: Any) -> HttpResponse:
    station = row.week.station
    seen = {"seen": row.week.version, "sitting": f"{row.slot_id}:{row.on.isoformat()}"}
    page = {
        "part": row,
        "station": station,
        "form": _form(request, row),
        "move_form": MovePartForm(None, sittings=_choices(row), initial=seen),
        "may_schedule": rules.may_schedule(request.user, station),
        "week": week_page(station, row.week.monday),
    } | forms
    page["is_veiled"] = row.title == VEILED
    wrong = any(form.errors for form in forms.values())
    return render(request, "radio/part.html", page, status=422 if wrong else 200)


def _form(request: Request, row: Part, typed: QueryDict | None = None) -> PartForm:
    station = row.week.station
    return PartForm(typed, station=station, user=request.user, initial=standing(row))


def _choices(row: Part) -> list[tuple[str, str]]:
    return sittings_to_choose(list(row.week.station.slots.all()), row.week.monday)


def _part(user: User, pk: int) -> Part:
    rows = Part.objects.select_related(
        "slot", "bulletin", "recording", "week__station__unit__acts_for"
    )
    found = rows.filter(pk=pk, week__station__in=visible_stations(user)).first()
    if found is None:
        raise Http404
    veil([found], user)
    return found
