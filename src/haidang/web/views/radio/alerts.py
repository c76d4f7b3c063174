"""Emergencies: the list with the switch of the level, one message and who has it, calling off."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from haidang.broadcast.commands import cancel_alert as cancel
from haidang.broadcast.models import Alert
from haidang.broadcast.queries import alerts as queries
from haidang.broadcast.rules import may_order
from haidang.broadcast.switch import halted
from haidang.web.posting import posts_from
from haidang.web.request import Request

SHOWN = 50


@require_safe
def alerts(request: Request) -> HttpResponse:
    own = queries.stations_to_order(request.user)
    off = halted(own)
    found = list(queries.alerts_in_sight(request.user)[:SHOWN])
    context = {
        "alerts": [(one, *queries.standing(one)) for one in found],
        "stations": [(one, off.get(one.pk)) for one in own],
        "off": len(off),
    }
    return render(request, "radio/alerts.html", context)


@require_safe
def alert(request: Request, pk: int) -> HttpResponse:
    found = _found(request, pk)
    reach = queries.reach_of(found)
    stations = list(found.stations.select_related("unit__acts_for"))
    may = queries.is_open(found) and all(may_order(request.user, one) for one in stations)
    context = {
        "alert": found,
        "standing": queries.standing(found),
        "stations": stations,
        "reach": reach,
        "received": sum(one.received_at is not None for one in reach),
        "aired": sum(one.aired_at is not None for one in reach),
        "may_cancel": may,
        "is_open": queries.is_open(found),
    }
    return render(request, "radio/alert.html", context)


@posts_from("../")
def cancel_alert(request: Request, pk: int) -> HttpResponse:
    off = cancel(alert=_found(request, pk), by=request.user)
    messages.success(request, "Đã hủy tin. Máy phát dừng ngay khi nhận lệnh.")
    return redirect("alert", off.updates_id)


@require_safe
def alert_message(request: Request, pk: int) -> HttpResponseBase:
    message = _found(request, pk).message
    return HttpResponse(
        message.read(),
        content_type="application/cap+xml",
        headers={"Content-Disposition": f'attachment; filename="tin-khan-{pk}.cap.xml"'},
    )


def _found(request: Request, pk: int) -> Alert:
    found = queries.alerts_in_sight(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
