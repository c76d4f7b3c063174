"""The list of reports, a round with its units, and opening a round."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from haidang import clock
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.models import User
from haidang.reporting import commands, rules
from haidang.reporting.models import Regime, Report, Round
from haidang.reporting.queries.progress import own_reports, receives, reports_in, rounds_of
from haidang.web.forms.reporting import OpenRoundForm
from haidang.web.request import Request
from haidang.web.views.reporting import states


def reports(request: Request) -> HttpResponse:
    user = request.user
    rounds = [row for row in rounds_of(user) if receives(user, row)]
    own = [(row, states.shown(row)) for row in own_reports(user)]
    context = {
        "own": own,
        "rounds": rounds,
        "may_open": may_open(user),
    }
    return render(request, "reporting/reports.html", context)


def may_open(user: User) -> bool:
    regimes = Regime.objects.filter(receiver=user.seat) if user.unit_id else []
    return any(rules.may_open_round(user, regime) for regime in regimes)


def open_round(request: Request) -> HttpResponse:
    if not may_open(request.user):
        raise NotAllowed("Chỉ chuyên viên của cơ quan nhận báo cáo mới mở kỳ báo cáo.")
    form = OpenRoundForm(request.POST or None, seat=request.user.seat)
    if form.is_valid():
        try:
            opened = commands.open_round(**form.cleaned_data, by=request.user)
        except Incomplete as refusal:
            for issue in refusal.issues:
                form.add_error(issue.field or None, issue.message)
        else:
            messages.success(request, f"Đã mở {opened.title} cho {opened.reports.count()} đơn vị.")
            return redirect("round", opened.pk)
    return render(request, "reporting/open_round.html", {"form": form, "tasks": form.tasks})


def round(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(
        Round.objects.visible_to(request.user).select_related("regime__receiver", "period"), pk=pk
    )
    if not receives(request.user, found):
        own = get_object_or_404(Report, round=found, unit=request.user.unit_id)
        return redirect("report", own.pk)
    return render(request, "reporting/round.html", round_page(found))


def round_page(found: Round) -> dict[str, Any]:
    rows = list(reports_in(found))
    return {
        "round": found,
        "rows": [(row, states.shown(row)) for row in rows],
        "strip": strip_of(rows),
        "accepted": sum(row.status == "accepted" for row in rows),
        "waiting": sum(row.status in {"submitted", "in_review"} for row in rows),
        "days_left": (found.due_on - clock.today()).days,
    }


def strip_of(rows: Iterable[Report]) -> list[tuple[str, str, str, list[dict[str, str]]]]:
    """The units of a round under the state of their reports, for kit/strip.html."""
    strip = []
    for kind, sign, word, statuses in states.GROUPS:
        units = [row for row in rows if row.status in statuses]
        is_late = kind == "none" and any(states.days_late(row) for row in units)
        named = [
            {
                "name": row.unit.grid_name,
                "words": states.words_of(row),
                "url": reverse("report", args=[row.pk]),
            }
            for row in units
        ]
        if named:
            strip.append(("late" if is_late else kind, sign, word, named))
    return strip
