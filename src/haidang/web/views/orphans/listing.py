"""What nobody carries, what nobody measures, what no task asks for: with what to do about each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.activities import goal_rules
from haidang.activities.queries.orphans import NAMES, Orphans, keys_of_plans, orphans_of
from haidang.errors import Incomplete, NotAllowed
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.plans import rules
from haidang.plans.commands.targets import assign_target as assign
from haidang.plans.models import Plan, Target, Task
from haidang.reporting.queries.standing import answered_by_reports
from haidang.web.forms.plans import OwnerForm, show_refusal
from haidang.web.plan_words import amount
from haidang.web.posting import posts_from
from haidang.web.request import Request

READERS = (Role.LEADER, Role.DRAFTER, Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR)
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Loose:
    """A task or a target that is loose, with what is missing of it and a form to give it."""

    thing: Task | Target
    why: str
    form: OwnerForm | None = None


@require_safe
def orphans(request: Request) -> HttpResponse:
    """Show all loose ends of this year's plans of the person's authority."""
    return render(request, "orphans/orphans.html", orphans_page(request.user))


@posts_from("../../")
def assign_target(request: Request, pk: int) -> HttpResponse:
    """Give a target that nobody carries to a unit or a group."""
    seen = Plan.objects.visible_to(request.user).values("pk")
    target = get_object_or_404(Target.objects.select_related("plan__unit"), pk=pk, plan__in=seen)
    form = OwnerForm(request.POST, plan=target.plan)
    if form.is_valid():
        try:
            task = assign(target=target, by=request.user, **form.chosen())
            messages.success(request, f"Đã giao chỉ tiêu “{task.title[:60]}”.")
            return redirect(f"{reverse('orphans')}#targets")
        except Incomplete as error:
            show_refusal(form, error)
    page = orphans_page(request.user) | {"refused": form}
    return render(request, "orphans/orphans.html", page, status=422)


def orphans_page(user: User) -> dict[str, object]:
    """What the page shows: at most fifty of each, and how many there are in all."""
    if not user.has_role(*READERS):
        raise NotAllowed(
            "Trang này dành cho chuyên viên và lãnh đạo của cơ quan ban hành kế hoạch."
        )
    found = orphans_of(keys_of_plans(user, clock.today().year), answered_by_reports())
    directions, targets = found.directions(SHOWN), found.targets(SHOWN)
    unmeasured, idle = found.unmeasured(SHOWN), found.idle()
    forms = _forms(user, [*(row.plan for row in directions), *(row.plan for row in targets)])
    return {
        "counts": _counts(found, directions, targets, unmeasured, idle),
        "directions": [Loose(row, "", forms.get(row.plan_id)) for row in directions],
        "targets": [Loose(row, amount(row), forms.get(row.plan_id)) for row in targets],
        "unmeasured": [Loose(row, _lacking(row)) for row in unmeasured],
        "idle": idle,
        "may_expect": user.unit_id is not None and user.has_role(*goal_rules.SETTERS),
        "shown": SHOWN,
    }


def _counts(found: Orphans, *lists: Sequence[object]) -> dict[str, int]:
    """How many there are of each: counted by the database only where a list was cut short."""
    *cut, _ = lists
    if any(len(rows) == SHOWN for rows in cut):
        return found.counts()
    return {name: len(rows) for name, rows in zip(NAMES, lists, strict=True)}


def _forms(user: User, plans: Sequence[Plan]) -> dict[int, OwnerForm]:
    """One form for each plan whose loose ends this person may give out."""
    by_key = {plan.pk: plan for plan in plans}
    return {
        pk: OwnerForm(None, plan=plan)
        for pk, plan in by_key.items()
        if rules.may_assign(user, plan)
    }


def _lacking(task: Task) -> str:
    has_indicator, has_kind = task.has_indicator, task.has_kind  # type: ignore[attr-defined]
    if not has_indicator:
        return "chưa có chỉ tiêu" if has_kind else "chưa có chỉ tiêu và minh chứng"
    return "chưa có minh chứng"
