"""The log of a month: its sums, its rows, printed, and drawn up for signing."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from haidang import clock
from haidang.broadcast import rules
from haidang.broadcast.commands import close_month
from haidang.broadcast.enums import Airing, Missed
from haidang.broadcast.models import Station
from haidang.broadcast.month_log import hash_of, language_words, last_day, state_words
from haidang.broadcast.queries.month import hours_by_month, log_of_month
from haidang.web.posting import posts_from
from haidang.web.request import Request
from haidang.web.views.radio.as_run import ticked_here
from haidang.web.views.radio.asked import asked_of
from haidang.web.views.radio.shown_run import LOOKS
from haidang.web.wording import number

LANGUAGES = (("vi", "tiếng Việt", "c1"), ("km", "tiếng Khmer", "c2"), ("en", "tiếng Anh", "c3"))
COUNTED = (Airing.AIRED, Airing.LATE, Airing.CUT, Airing.MISSED, Airing.UNKNOWN)
EARLIEST, LATEST = dt.date(2000, 1, 1), dt.date(2199, 12, 1)


def month_log(request: Request) -> HttpResponse:
    asked = ticked_here(request, asked_of(request))
    if asked.station is None:
        raise Http404
    station, first = asked.station, month_asked(request)
    content = log_of_month(station, first)
    log = station.month_logs.filter(first=first).select_related("edition", "by").first()
    is_over = clock.today() > last_day(first)
    context = {
        "asked": asked,
        "station": station,
        "first": first,
        "before": (first - dt.timedelta(days=1)).replace(day=1),
        "after": last_day(first) + dt.timedelta(days=1),
        "content": content,
        "rows": [_row(row) for row in content["rows"]],
        "sums": _sums(content),
        "log": log,
        "has_changed": log is not None and log.sha256 != hash_of(content),
        "may_close": is_over and rules.may_tick(request.user, station),
    }
    return render(request, "radio/month_log.html", context | _hours(station, first.year))


@posts_from("../")
def draw_up_month(request: Request) -> HttpResponse:
    asked = ticked_here(request, asked_of(request))
    if asked.station is None:
        raise Http404
    log = close_month(station=asked.station, first=month_asked(request), by=request.user)
    messages.success(request, "Đã lập dự thảo báo cáo nhật ký phát sóng để trình ký.")
    page = f"{reverse('month-log')}?dai={log.station_id}&thang={log.first:%Y-%m}"
    return redirect(page)


def month_asked(request: Request) -> dt.date:
    try:
        first = dt.date.fromisoformat(f"{request.GET.get('thang', '')}-01")
    except ValueError:
        first = clock.today().replace(day=1)
    return min(max(first, EARLIEST), LATEST)


def _row(row: dict[str, Any]) -> dict[str, Any]:
    kind, _, sign = LOOKS[Airing(row["state"])]
    at = dt.datetime.fromisoformat(row["at"])
    return row | {
        "moment": at,
        "minutes": round(row["seconds"] / 60),
        "kind": kind,
        "sign": sign,
        "words": state_words(row),
    }


def _sums(content: dict[str, Any]) -> list[tuple[str, str]]:
    states, missed = content["states"], content["missed"]
    told = [(LOOKS[one][1], f"{states[one]} chương trình") for one in COUNTED if one in states]
    told += [(f"Không phát: {Missed(why).label}", str(count)) for why, count in missed.items()]
    if content["unplanned"]:
        told.append(("Ngoài lịch", f"{content['unplanned']} lượt"))
    spoken = [(f"Thời lượng {w}", f"{m} phút") for w, m in language_words(content["seconds"])]
    return [("Số buổi đã phát", str(content["sittings"])), *spoken, *told]


def _hours(station: Station, year: int) -> dict[str, Any]:
    """The chart of hours by month of the station's unit, as its reports count them."""
    hours = hours_by_month(station.unit, year)
    used = [row for row in LANGUAGES if any(row[0] in month for month in hours.values())]
    rows = [
        (str(month), [round(hours[month].get(code, 0), 1) for code, *_ in used])
        for month in sorted(hours)
    ]
    best = max(rows, key=lambda row: sum(row[1]), default=None)
    most = round(sum(best[1]), 1) if best else 0
    found = f"Tháng {best[0]} cao nhất: {number(most)} giờ." if best else ""
    languages = [(words, tone) for _, words, tone in used]
    return {"hours": rows, "languages": languages, "best": found, "most": most}
