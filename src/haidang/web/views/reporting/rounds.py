"""The list of reports, a round with its units, and opening a round."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from haidang import clock
from haidang.orgs.models import User
from haidang.plans.queries import habits_of
from haidang.reporting import rules
from haidang.reporting.due import day_off_words
from haidang.reporting.models import Report, Round
from haidang.reporting.queries.flashes import flash_regimes, waiting_flashes
from haidang.reporting.queries.progress import own_reports, receives, reports_in, rounds_of
from haidang.reporting.queries.review import asked_of
from haidang.reporting.queries.rounds import moved_by_plan
from haidang.reporting.queries.to_open import to_open
from haidang.web.addresses import address_of
from haidang.web.forms.rounds import MoveDeadlineForm
from haidang.web.request import Request
from haidang.web.strip import StripUnit
from haidang.web.views.reporting import states
from haidang.web.views.reporting.accepting import deciding_page
from haidang.web.views.reporting.opening import may_open


def reports(request: Request) -> HttpResponse:
    user = request.user
    rounds = [row for row in rounds_of(user) if receives(user, row)]
    opens = may_open(user)
    own = [(row, states.shown(row)) for row in own_reports(user)]
    context = {
        "own": own,
        "rounds": sorted(rounds, key=lambda row: (row.regime.name, row.regime_id)),
        "here": user.seat.pk if user.unit_id else None,
        "may_open": opens,
        "to_open": to_open(user.seat, clock.today()) if opens else [],
        "sends_flashes": bool(flash_regimes(user)),
        "flashes": waiting_flashes(user),
        "asked": [(row, states.shown(row)) for row in asked_of(user)],
    }
    return render(request, "reporting/reports.html", context)


def round(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(
        Round.objects.visible_to(request.user).select_related("regime__receiver", "period"), pk=pk
    )
    if not receives(request.user, found):
        mine = {request.user.unit_id, request.user.seat.pk}
        own = get_object_or_404(Report, round=found, unit__in=mine)
        return redirect("report", own.pk)
    page = round_page(found) | deciding_page(request, found) | deadline_page(request.user, found)
    return render(request, "reporting/round.html", page)


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


def deadline_page(user: User, found: Round) -> dict[str, Any]:
    """What is said of the deadline, and the forms that move it for who may."""
    may_move = rules.may_open_round(user, found.regime)
    return {
        "day_off": day_off_words(found.due_on, habits_of(found.regime.receiver)),
        "moved_task": moved_by_plan(found) if may_move else None,
        "move_form": MoveDeadlineForm(initial={"due_on": found.due_on}) if may_move else None,
    }


def strip_of(rows: Iterable[Report]) -> list[tuple[str, str, str, list[StripUnit]]]:
    """The units of a round under the state of their reports, for kit/strip.html."""
    strip = []
    for kind, sign, word, statuses in states.GROUPS:
        units = [row for row in rows if row.status in statuses]
        is_late = kind == "none" and any(states.days_late(row) for row in units)
        named = [
            StripUnit(row.unit.grid_name, states.words_of(row), address_of("report", row.pk))
            for row in units
        ]
        if named:
            strip.append(("late" if is_late else kind, sign, word, named))
    return strip
