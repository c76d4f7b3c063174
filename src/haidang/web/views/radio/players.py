"""Players: which are heard of, one with its faults, adding one, retiring one, changing the key."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.broadcast import commands, keys
from haidang.broadcast.health_words import health_words
from haidang.broadcast.models import Player
from haidang.broadcast.player_rules import may_change_keys, may_keep_players
from haidang.broadcast.queries import players as queries
from haidang.broadcast.queries.stations import visible_stations
from haidang.web.posting import posts_from
from haidang.web.request import Request, number_asked

PAGE = 50


@require_safe
def players(request: Request) -> HttpResponse:
    user = request.user
    stations = [one for one in visible_stations(user) if not one.is_retired]
    found = queries.players_in_sight(user)
    seat = user.seat if user.unit_id else None
    context = {
        "standing": found,
        "heard": sum(one.is_heard for one in found),
        "own": [one for one in stations if may_keep_players(user, one)],
        "keys": keys.keys_shown(seat) if seat and may_change_keys(user, seat) else [],
    }
    return render(request, "radio/players.html", context)


@require_safe
def player(request: Request, pk: int) -> HttpResponse:
    found = _found(request, pk)
    faults = Paginator(queries.faults_of(found), PAGE).get_page(request.GET.get("trang"))
    context = {
        "player": found,
        "is_heard": queries.is_heard(found, clock.passing()),
        "faults": faults,
        "health": health_words(found.health),
        "may_keep": may_keep_players(request.user, found.station) and found.retired_at is None,
    }
    return render(request, "radio/player.html", context)


@posts_from("../")
def add_player(request: Request) -> HttpResponse:
    asked = number_asked(request.POST.get("station", ""))
    station = visible_stations(request.user).filter(pk=asked).first() if asked else None
    if station is None:
        raise Http404
    name = request.POST.get("name", "")
    added, token = commands.add_player(station=station, name=name, by=request.user)
    context = {
        "player": added,
        "token": token,
        "keys": [key.public for key in keys.good_keys(station.unit)],
        # Where this person is now: a player beside them comes the same way.
        "address": request.build_absolute_uri("/").rstrip("/"),
    }
    page = render(request, "radio/added_player.html", context)
    add_never_cache_headers(page)
    return page


@posts_from("../")
def retire_player(request: Request, pk: int) -> HttpResponse:
    retired = commands.retire_player(player=_found(request, pk), by=request.user)
    messages.success(request, f"Máy “{retired}” không còn lấy được gì nữa.")
    return redirect("players")


@posts_from("../")
def rotate_key(request: Request) -> HttpResponse:
    key = commands.rotate_key(unit=request.user.seat, by=request.user)
    messages.success(request, f"Đã đổi khóa niêm. Khóa mới: {key}…")
    return redirect("players")


def _found(request: Request, pk: int) -> Player:
    found = queries.player_in_sight(request.user, pk)
    if found is None:
        raise Http404
    return found
