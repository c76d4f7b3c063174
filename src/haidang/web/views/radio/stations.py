"""Stations, clusters and the hours at which they speak."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang import clock
from haidang.broadcast import rules
from haidang.broadcast.commands import (
    add_slot,
    add_station,
    change_slot,
    edit_station,
    retire_station,
)
from haidang.broadcast.models import Slot, Station
from haidang.broadcast.queries.stations import visible_stations
from haidang.orgs.models import User
from haidang.web.acting import done
from haidang.web.forms.radio.stations import SlotForm, StationForm, slot_standing, station_standing
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.radio.shown import ends_of


@require_http_methods(["GET", "HEAD", "POST"])
def stations(request: Request) -> HttpResponse:
    user = request.user
    may_keep = user.unit is not None and rules.may_keep_stations(user, user.unit)
    form = StationForm(request.POST or None, unit=user.unit) if may_keep and user.unit else None
    if request.method == "POST" and form is None:
        raise Http404
    if request.method == "POST" and form and user.unit:
        unit = user.unit
        if row := done(form, lambda: add_station(unit=unit, facts=form.given(), by=user)):
            messages.success(request, f"Đã thêm “{row}”.")
            return redirect("station", row.pk)
    rows = visible_stations(user).prefetch_related("slots")
    page = {"stations": rows, "form": form}
    return render(request, "radio/stations.html", page, status=422 if form and form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def station(request: Request, pk: int) -> HttpResponse:
    row = _station(request.user, pk)
    form = StationForm(request.POST or None, unit=row.unit, initial=station_standing(row))

    def edit() -> Station:
        seen = form.cleaned_data["seen"]
        return edit_station(station=row, facts=form.given(), by=request.user, seen=seen)

    if request.method == "POST" and done(form, edit) is not None:
        messages.success(request, "Đã sửa đài.")
        return redirect("station", pk)
    return _page(request, row, form=form)


@posts_from("../")
def add_hours(request: Request, pk: int) -> HttpResponse:
    row = _station(request.user, pk)
    form = SlotForm(request.POST)
    if done(form, lambda: add_slot(station=row, facts=form.given(), by=request.user)):
        messages.success(request, "Đã thêm khung giờ.")
        return redirect("station", pk)
    return _page(request, row, slot_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def slot(request: Request, pk: int) -> HttpResponse:
    row = Slot.objects.select_related("station__unit__acts_for").filter(pk=pk).first()
    if row is None or not rules.may_look(request.user, row.station):
        raise Http404
    form = SlotForm(request.POST or None, initial=slot_standing(row))

    def change() -> Slot:
        return change_slot(slot=row, facts=form.given(), by=request.user)

    if request.method == "POST" and done(form, change) is not None:
        messages.success(request, "Đã sửa khung giờ.")
        return redirect("station", row.station_id)
    may_keep = rules.may_keep_stations(request.user, row.station.unit)
    page = {"slot": row, "form": form, "may_keep": may_keep}
    return render(request, "radio/slot.html", page, status=422 if form.errors else 200)


@posts_from("../")
def retire(request: Request, pk: int) -> HttpResponse:
    row, seen = _station(request.user, pk), number_asked(request.POST.get("seen", ""))
    retire_station(station=row, by=request.user, seen=seen)
    messages.success(request, f"“{row}” không dùng nữa.")
    return redirect("stations")


def _page(request: Request, row: Station, **forms: Any) -> HttpResponse:
    slots = list(row.slots.all())
    page = {
        "station": row,
        "slots": [(one, ends_of(one)) for one in slots],
        "clusters": row.clusters.all(),
        "form": StationForm(None, unit=row.unit, initial=station_standing(row)),
        "slot_form": SlotForm(None, initial={"valid_from": clock.today()}),
        "may_keep": not row.is_retired and rules.may_keep_stations(request.user, row.unit),
    } | forms
    wrong = any(form.errors for form in forms.values())
    return render(request, "radio/station.html", page, status=422 if wrong else 200)


def _station(user: User, pk: int) -> Station:
    row = visible_stations(user).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row
