"""Saying by what a task is measured and what shows it, with suggestions and their reasons."""

from collections import Counter
from dataclasses import dataclass, field

from django.contrib import messages
from django.forms.boundfield import BoundWidget
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from haidang.activities.commands.measuring import expect as say
from haidang.activities.measuring import Suggestion, suggested_indicators, suggested_kinds
from haidang.activities.models import Expectation, Indicator, Kind
from haidang.activities.queries.orphans import kinds_logged
from haidang.errors import Incomplete
from haidang.orgs.models import User
from haidang.plans.enums import TaskStatus
from haidang.plans.models import Plan, Task
from haidang.plans.queries import going_on, versions_of
from haidang.web.forms.goals import ExpectForm
from haidang.web.forms.plans import show_refusal
from haidang.web.request import Request
from haidang.web.views.goals.listing import in_order


@dataclass(slots=True)
class Group:
    """The boxes of one group of indicators; one that is ticked somewhere is in use."""

    name: str
    boxes: list[BoundWidget] = field(default_factory=list)
    is_used: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def expect(request: Request, pk: int) -> HttpResponse:
    """Show and take down by what a task is measured. What is suggested is never saved by itself."""
    task = _task(request.user, pk)
    if task.pk != pk and request.method != "POST":
        return redirect("expect", task.pk)
    kinds, indicators = suggestions_for(task)
    known = Expectation.objects.filter(task=task).prefetch_related("kinds", "indicators").first()
    form = ExpectForm(
        request.POST if request.method == "POST" else None,
        initial=_initial(known, kinds, indicators),
    )
    if request.method == "POST" and form.is_valid():
        try:
            say(task=task, by=request.user, **form.cleaned_data)
            messages.success(request, f"Đã đặt cách đo cho {task.label}.")
            return redirect(f"{reverse('orphans')}#unmeasured")
        except Incomplete as error:
            show_refusal(form, error)
    context = {"task": task, "form": form, "known": known, "suggested": [*kinds, *indicators]}
    context["groups"] = _groups(form)
    return render(request, "orphans/expect.html", context, status=422 if form.errors else 200)


def suggestions_for(task: Task) -> tuple[list[Suggestion], list[Suggestion]]:
    """Kinds and indicators that the task probably means, each with the reason."""
    logged: Counter[str] = Counter()
    for counts in kinds_logged(versions_of(task)).values():
        logged.update(counts)
    kinds = suggested_kinds(task, Kind.objects.filter(is_retired=False), logged)
    in_use = Indicator.objects.filter(is_retired=False).prefetch_related("kinds")
    return kinds, suggested_indicators(list(task.targets.all()), kinds, in_use)


def _groups(form: ExpectForm) -> list[Group]:
    """The boxes of the indicators by group, in the order of their codes, groups in use first."""
    boxes = {box.data["value"].instance: box for box in form["indicators"]}
    groups: dict[str, Group] = {}
    for row in in_order(boxes):
        group = groups.setdefault(row.group, Group(row.group))
        group.boxes.append(boxes[row])
        group.is_used = group.is_used or bool(boxes[row].data["selected"])
    return sorted(groups.values(), key=lambda group: not group.is_used)


def _initial(
    known: Expectation | None, kinds: list[Suggestion], indicators: list[Suggestion]
) -> dict[str, list[object]]:
    if known is not None:
        return {
            "kinds": [kind.pk for kind in known.kinds.all()],
            "indicators": [row.pk for row in known.indicators.all()],
        }
    return {
        "kinds": [row.thing.pk for row in kinds],
        "indicators": [row.thing.pk for row in indicators],
    }


def _task(user: User, pk: int) -> Task:
    """The task, or the one that goes on from it where the plan was amended."""
    seen = Plan.objects.visible_to(user).values("pk")
    found = Task.objects.filter(plan__in=seen).exclude(status=TaskStatus.REFUSED)
    beside = ("plan__unit", "current__plan__unit")
    task = get_object_or_404(found.select_related(*beside), pk=pk)
    return going_on(task) or task
