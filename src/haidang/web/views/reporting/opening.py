"""Opening a round."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.reporting import commands, rules
from haidang.reporting.enums import ContentKind, RegimeKind
from haidang.reporting.models import Regime, Round
from haidang.reporting.queries.rounds import round_of
from haidang.reporting.window import periods_in_a_year
from haidang.web.forms.plans import show_refusal
from haidang.web.forms.rounds import OpenRoundForm
from haidang.web.request import Request
from haidang.web.views.reporting.regimes import days_words, due_words


def regimes_to_open(seat: Unit) -> QuerySet[Regime]:
    """Those that ask units for reports; words of an event are sent by the unit that saw it."""
    rows = Regime.objects.in_use().filter(receiver=seat)
    asked = rows.exclude(kind=RegimeKind.AD_HOC, content_kind=ContentKind.PROSE)
    return asked.order_by("kind", "frequency", "name")


def may_open(user: User) -> bool:
    first = regimes_to_open(user.seat).first() if user.has_role(Role.DRAFTER) else None
    return first is not None and rules.may_open_round(user, first)


@require_http_methods(["GET", "HEAD", "POST"])
def open_round(request: Request) -> HttpResponse:
    """Ask which period of a regime; one that is open already is shown instead, with a word."""
    if not may_open(request.user):
        raise NotAllowed("Chỉ chuyên viên của cơ quan nhận báo cáo mới mở kỳ báo cáo.")
    seat = request.user.seat
    regimes = list(regimes_to_open(seat))
    regime = _chosen(request, regimes)
    if regime is None:
        return render(request, "reporting/choose_regime.html", {"regimes": regimes})
    asked = {name: request.GET.get(name) for name in ("year", "ordinal")}
    initial = usual_period(regime) | {name: value for name, value in asked.items() if value}
    form = OpenRoundForm(request.POST or None, seat=seat, regime=regime, initial=initial)
    if form.is_valid() and (answer := _opened(request, form)):
        return answer
    context = {
        "form": form,
        "tasks": form.tasks,
        "regime": regime,
        "others": len(regimes) > 1,
        "days": days_words(regime),
        "due": due_words(regime),
    }
    return render(request, "reporting/open_round.html", context)


def usual_period(regime: Regime) -> dict[str, Any]:
    """This year, and the period of it that today falls into."""
    today = clock.today()
    if regime.kind != RegimeKind.PERIODIC:
        return {"year": today.year}
    most = periods_in_a_year(regime.frequency)
    return {"year": today.year, "ordinal": (today.month - 1) * most // 12 + 1}


def _chosen(request: Request, regimes: list[Regime]) -> Regime | None:
    asked = request.POST.get("regime") or request.GET.get("che-do", "")
    found = next((row for row in regimes if str(row.pk) == asked), None)
    return regimes[0] if found is None and len(regimes) == 1 else found


def _opened(request: Request, form: OpenRoundForm) -> HttpResponse | None:
    given = form.cleaned_data
    if there := _there(given):
        messages.info(request, f"{there.title} đã mở từ trước; đây là kỳ đó.")
        return redirect("round", there.pk)
    try:
        opened = commands.open_round(**given, by=request.user)
    except Incomplete as refusal:
        show_refusal(form, refusal)
        return None
    except WrongState:
        # Somebody was quicker.
        if not (there := _there(given)):
            raise
        messages.info(request, f"{there.title} vừa được người khác mở; đây là kỳ đó.")
        return redirect("round", there.pk)
    messages.success(request, f"Đã mở {opened.title} cho {opened.reports.count()} đơn vị.")
    return redirect("round", opened.pk)


def _there(given: dict[str, Any]) -> Round | None:
    regime = given["regime"]
    if regime.kind != RegimeKind.PERIODIC:
        return None
    return round_of(regime, given["year"], given.get("ordinal") or 1)
