"""Released weeks: released, looked at, held against the one before, and printed on one A4."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from haidang.broadcast.commands import release_week as release_it
from haidang.broadcast.comparing import differences
from haidang.broadcast.models import Release
from haidang.broadcast.queries.stations import visible_stations
from haidang.broadcast.queries.veiled import VEILED, unseen_among
from haidang.orgs.models import User
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked
from haidang.web.views.radio.asked import asked_station
from haidang.web.views.radio.sheet import density_of, sheet_of_release, sheet_of_week
from haidang.web.views.radio.week import week_context


@posts_from("../")
def release_week(request: Request) -> HttpResponse:
    station, asked = asked_station(request)
    seen = number_asked(request.POST.get("seen", ""))
    row = release_it(station=station, monday=asked.monday, by=request.user, seen=seen)
    messages.success(request, f"Đã phát hành bản {row.number}.")
    if left := len(row.content["left_out"]):
        messages.warning(request, f"{left} chương trình không đưa vào; xem lý do dưới đây.")
    return redirect("release", row.pk)


@require_safe
def release(request: Request, pk: int) -> HttpResponse:
    return render(request, "radio/release.html", _page(request.user, pk))


@require_safe
def print_week(request: Request) -> HttpResponse:
    page: dict[str, Any]
    if (pk := number_asked(request.GET.get("ban", ""))) is not None:
        row = _release(request.user, pk)
        sheet, page = sheet_of_release(row.content), {"station": row.station, "release": row}
        first = row.monday
    else:
        station, asked = asked_station(request)
        view, first = week_context(request.user, asked)["view"], asked.monday
        # A week that stands as it was released is printed as that release, with its number.
        stands = view.releases[0] if view.releases and not view.since else None
        sheet = sheet_of_release(stands.content) if stands else sheet_of_week(view)
        page = {"station": station, "release": stands}
    sunday = first + dt.timedelta(days=6)
    page |= {"sheet": sheet, "monday": first, "sunday": sunday, "density": density_of(sheet)}
    return render(request, "radio/print.html", page)


def _page(user: User, pk: int) -> dict[str, Any]:
    row = _release(user, pk)
    others = Release.objects.filter(station=row.station, monday=row.monday).order_by("-number")
    before = next((one for one in others if one.number < row.number), None)
    left = row.content.get("left_out", [])
    unseen = unseen_among({one["bulletin"] for one in left if one.get("bulletin")}, user)
    for one in left:
        one["title"] = VEILED if one.get("bulletin") in unseen else one["title"]
    return {
        "release": row,
        "station": row.station,
        "sunday": row.monday + dt.timedelta(days=6),
        "sheet": sheet_of_release(row.content),
        "others": others,
        "before": before,
        "changes": differences(before.content, row.content) if before else [],
    }


def _release(user: User, pk: int) -> Release:
    rows = Release.objects.select_related("station__unit", "by__unit")
    found = rows.filter(pk=pk, station__in=visible_stations(user)).first()
    if found is None:
        raise Http404
    return found
