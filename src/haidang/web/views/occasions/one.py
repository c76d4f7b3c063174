"""One occasion in one year: its facts, the day that was announced, adding and changing one."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from haidang.errors import Incomplete, NotAllowed
from haidang.occasions import commands, queries, rules
from haidang.occasions.days import Day
from haidang.occasions.overtaken import Overtaken
from haidang.orgs.models import User
from haidang.plans.commands import move_with_occasion
from haidang.plans.queries import directions_for_occasions, started_from
from haidang.plans.rules import may_adopt
from haidang.web.forms.occasions import (
    ChangedOccasionForm,
    ConfirmForm,
    LeadForm,
    NewOccasionForm,
    confirmation_of,
)
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request
from haidang.web.views.occasions.asked import day_asked, occasion_asked, year_asked


@require_safe
def occasion(request: Request, pk: int) -> HttpResponse:
    day = day_asked(request, pk)
    return render(request, "occasions/occasion.html", occasion_page(day, request.user))


@require_POST
def confirm_day(request: Request, pk: int) -> HttpResponse:
    day = day_asked(request, pk)
    form = ConfirmForm(request.POST)
    if form.is_valid():
        try:
            moved = _confirmed(day, request.user, form)
            more = f" {moved} việc của dịp theo ngày mới; hạn của việc giữ nguyên." if moved else ""
            messages.success(request, f"Đã xác nhận ngày {day.occasion.name}.{more}")
            return redirect(address_of(day))
        except Overtaken as error:
            form = form.seen_now(error)
        except Incomplete as error:
            show_refusal(form, error)
    page = occasion_page(day, request.user) | {"form": form}
    return render(request, "occasions/occasion.html", page, status=422)


@transaction.atomic
def _confirmed(day: Day, by: User, form: ConfirmForm) -> int:
    given = {"occasion": day.occasion, "year": day.on.year, **form.given()}
    return len(move_with_occasion(said=commands.confirm_day(by=by, **given), by=by))


@require_http_methods(["GET", "HEAD", "POST"])
def add_occasion(request: Request) -> HttpResponse:
    if request.method != "POST" and not rules.may_keep(request.user):
        raise NotAllowed("Chỉ người giữ lịch của cơ quan mới được thêm ngày.")
    form = NewOccasionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            added = commands.add_occasion(by=request.user, **form.given())
            messages.success(request, f"Đã thêm {added.name} vào lịch.")
            return redirect("occasions")
        except Incomplete as error:
            show_refusal(form, error)
    status = 422 if form.errors else 200
    return render(request, "occasions/add.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def change_occasion(request: Request, pk: int) -> HttpResponse:
    found = occasion_asked(request.user, pk)
    if not rules.may_change(request.user, found):
        raise NotAllowed("Chỉ người giữ lịch này mới được sửa.")
    form = ChangedOccasionForm(request.POST or None, occasion=found)
    if request.method == "POST" and form.is_valid():
        try:
            commands.change_occasion(occasion=found, by=request.user, **form.given())
            messages.success(request, f"Đã sửa {found.name}.")
            return redirect("occasions")
        except Incomplete as error:
            show_refusal(form, error)
    context = {"form": form, "occasion": found, "year": year_asked(request)}
    return render(request, "occasions/change.html", context, status=422 if form.errors else 200)


def occasion_page(day: Day, user: User) -> dict[str, Any]:
    """All that the page of one occasion shows."""
    may_keep = rules.may_keep(user)
    directions = directions_for_occasions(user.seat, day.on.year)
    confirms = may_keep and day.occasion.needs_confirmation
    return {
        "day": day,
        "occasion": day.occasion,
        "year": day.on.year,
        "may_keep": may_keep,
        "may_change": rules.may_change(user, day.occasion),
        "may_start": bool(directions) and may_adopt(user, directions[0].plan),
        "is_hidden": day.occasion in queries.hidden_of(user.seat),
        "started": started_from(user.seat, [day]).get((day.occasion.pk, day.on.year), []),
        "form": ConfirmForm(initial=confirmation_of(day)) if confirms else None,
        "lead_form": LeadForm(initial={"lead_days": day.lead_days}) if may_keep else None,
    }


def address_of(day: Day) -> str:
    """Where an occasion is shown in its year."""
    return f"{reverse('occasion', args=[day.occasion.pk])}?nam={day.on.year}"
