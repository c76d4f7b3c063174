"""The switch of a level: turning stations off and on again, with a second look before either."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from haidang.broadcast.commands import halt_stations, resume_stations
from haidang.broadcast.queries.alerts import stations_to_order
from haidang.web.posting import posts_from
from haidang.web.request import Request


@posts_from("../")
def switch_stations(request: Request) -> HttpResponse:
    asked, to = set(request.POST.getlist("stations")), request.POST.get("to", "")
    chosen = [one for one in stations_to_order(request.user) if str(one.pk) in asked]
    if "confirmed" not in request.POST and chosen:
        context = {"chosen": chosen, "to": to}
        return render(request, "radio/confirm_switch.html", context)
    if to == "on":
        orders = resume_stations(stations=chosen, by=request.user)
        messages.success(request, f"Đã cho phát lại {len(orders)} đài, cụm loa.")
    else:
        orders = halt_stations(stations=chosen, by=request.user)
        messages.success(request, f"Đã ra lệnh ngừng phát cho {len(orders)} đài, cụm loa.")
    return redirect("alerts")
