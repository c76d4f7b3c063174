"""Giving units a task for an occasion."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang.errors import Incomplete
from haidang.plans import commands
from haidang.plans.queries import directions_for_occasions
from haidang.web.forms.occasions import StartForm
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request
from haidang.web.views.occasions.asked import day_asked


@require_http_methods(["GET", "HEAD", "POST"])
def start_from_occasion(request: Request, pk: int) -> HttpResponse:
    day = day_asked(request, pk)
    directions = directions_for_occasions(request.user.seat, day.on.year)
    if not directions:
        raise Http404
    form = StartForm(request.POST or None, day=day, directions=directions)
    if request.method == "POST" and form.is_valid():
        try:
            task = commands.start_from_occasion(day=day, by=request.user, **form.given())
            messages.success(request, f"Đã giao việc cho dịp {day.occasion.name}.")
            return redirect("task", task.pk)
        except Incomplete as error:
            show_refusal(form, error)
    context = {"form": form, "day": day, "occasion": day.occasion, "year": day.on.year}
    return render(request, "occasions/start.html", context, status=422 if form.errors else 200)
