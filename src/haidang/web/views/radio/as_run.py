"""The as-run log of a day (S24), and saying of a sitting that it was aired, or why it was not."""

import datetime as dt
from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.activities.models import receipt_code
from haidang.broadcast import rules
from haidang.broadcast.commands import tick
from haidang.broadcast.enums import Missed
from haidang.broadcast.models import Station
from haidang.broadcast.queries.as_run import as_run as log_of
from haidang.broadcast.queries.unsaid import unsaid_today
from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.activities.words import sent_by_script
from haidang.web.views.radio.asked import FIRST, LAST, Asked, asked_of
from haidang.web.views.radio.shown_run import shown_sittings
from haidang.web.views.radio.tick_facts import tick_facts

DAY = dt.timedelta(days=1)


@require_safe
def as_run(request: Request) -> HttpResponse:
    asked, day = asked_of(request), day_asked(request)
    asked = ticked_here(request, asked)
    station = asked.station
    if station is None:
        return render(request, "radio/no_log.html", {"asked": asked})
    may_tick = not station.is_retired and rules.may_tick(request.user, station)
    is_today = day == clock.today()
    context = {
        "asked": asked,
        "station": station,
        "day": day,
        "before": day - DAY,
        "after": day + DAY,
        "is_today": is_today,
        "may_tick": may_tick,
        "reasons": Missed.choices,
        "elsewhere": unsaid_elsewhere(request.user, station) if may_tick and is_today else [],
    }
    context |= sittings_on(station, day, may_tick, request.user)
    return render(request, "radio/as_run.html", context)


def sittings_on(station: Station, day: dt.date, may_tick: bool, user: User) -> dict[str, Any]:
    """The sittings of a day; what waits for a word stands first, for whoever may say it."""
    last = day + DAY if day == clock.today() else day
    sittings = shown_sittings(log_of([station], day, last)[station.pk], user)
    on_day = [one for one in sittings if one.sitting.on == day]
    return {
        "sittings": sorted(on_day, key=lambda one: not (may_tick and one.waits)),
        # A copy on the telephone, opened tomorrow without a line, shows these.
        "tomorrow": [one for one in sittings if one.sitting.on > day],
    }


def unsaid_elsewhere(user: User, here: Station) -> list[tuple[Station, int]]:
    """The other stations of this person with sittings of today that wait, and how many."""
    waiting = Counter(station for station, _ in unsaid_today(user) if station != here)
    return list(waiting.items())


@posts_from("../")
def tick_sitting(request: Request) -> HttpResponse:
    facts = tick_facts(request.POST, request.user)
    page = day_page(facts["station"], facts["on"])
    try:
        rows = tick(**facts, by=request.user)
    except Incomplete as refusal:
        messages.error(request, refusal.message)
        return redirect(page)
    messages.success(request, said_words(len(rows), facts["missed"]))
    return redirect(page)


def send_tick(request: Request) -> HttpResponse:
    """A word that waited on a telephone; the door of the outbox leads here."""
    facts = tick_facts(sent_by_script(request).fields, request.user)
    rows = tick(**facts, by=request.user)
    answer = {
        "state": "received",
        "words": said_words(len(rows), facts["missed"]),
        "code": receipt_code(facts["id"]),
        "url": day_page(facts["station"], facts["on"]),
    }
    return JsonResponse(answer)


def said_words(count: int, missed: str) -> str:
    return f"Đã ghi “{'Không phát' if missed else 'Đã phát'}”: {count} chương trình."


def day_page(station: Station, day: dt.date) -> str:
    return f"{reverse('as-run')}?dai={station.pk}&ngay={day.isoformat()}"


def day_asked(request: Request) -> dt.date:
    try:
        day = dt.date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        day = clock.today()
    return min(max(day, FIRST), LAST)


def ticked_here(request: Request, asked: Asked) -> Asked:
    """Without a station in the address, the one where this person stands by."""
    if request.GET.get("dai"):
        return asked
    own = (one for one in asked.stations if not one.is_retired)
    mine = next((one for one in own if rules.may_tick(request.user, one)), asked.station)
    return Asked(mine, asked.stations, asked.monday)
