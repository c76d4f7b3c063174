"""The page of one task: the words it rests on, its units and what they did; a plan's history."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db.models import Count, Max, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from haidang.activities.models import Activity
from haidang.errors import Incomplete
from haidang.ledger.models import Entry
from haidang.orgs.models import Unit, User
from haidang.plans import commands, queries, rules
from haidang.plans.enums import Part, TaskStatus
from haidang.plans.models import Plan, Task
from haidang.web import plan_words
from haidang.web.forms.plans import OwnerForm, show_refusal
from haidang.web.frame import address
from haidang.web.request import Request
from haidang.web.views.plans.matrix import columns_for
from haidang.web.views.plans.review import visible_plans
from haidang.web.views.plans.states import evidence_of, state_of

RECENT = 10


@dataclass(frozen=True, slots=True)
class UnitRow:
    """What one unit did for a task."""

    unit: Unit
    part: Part | None
    state: str
    activities: int
    files: int
    last_on: date | None

    @property
    def words(self) -> str:
        """The state as its tag says it."""
        return plan_words.STATES[self.state].capitalize()


@require_safe
def task(request: Request, pk: int) -> HttpResponse:
    """Show one task: its words, who carries it, and what they did for it."""
    found = visible_task(request.user, pk)
    return render(request, "plans/task.html", task_page(found, request.user))


@require_POST
def assign_direction(request: Request, pk: int) -> HttpResponse:
    """Give a direction that nobody carries to a unit or a group."""
    found = visible_task(request.user, pk)
    form = OwnerForm(request.POST, plan=found.plan)
    if form.is_valid():
        try:
            commands.assign_direction(task=found, by=request.user, **form.chosen())
            messages.success(request, f"Đã giao {found.label}.")
            return redirect("task", found.pk)
        except Incomplete as error:
            show_refusal(form, error)
    page = task_page(found, request.user) | {"form": form}
    return render(request, "plans/task.html", page, status=422)


@require_safe
def plan_history(request: Request, pk: int) -> HttpResponse:
    """Show who did what to a plan, newest first, from the ledger."""
    plan = get_object_or_404(visible_plans(request.user), pk=pk)
    labels = {str(row.pk): row.label for row in plan.tasks.all()}
    items = [str(row) for row in plan.items.values_list("pk", flat=True)]
    mine = (
        Q(target_type="plans.plan", target_id=str(plan.pk))
        | Q(target_type="plans.task", target_id__in=labels)
        | Q(target_type="plans.item", target_id__in=items)
    )
    acts = [
        (
            entry,
            plan_words.event(entry.event),
            labels.get(entry.target_id, "") if entry.target_type == "plans.task" else "",
        )
        for entry in Entry.objects.filter(mine).select_related("by__unit").order_by("-seq")
    ]
    return render(request, "plans/history.html", {"plan": plan, "acts": acts})


def task_page(task: Task, user: User) -> dict[str, object]:
    """What the page of a task shows a person."""
    units = list(columns_for(task.plan, user))
    seen = Activity.objects.visible_to(user).filter(task=task)
    rows = unit_rows(task, units, seen)
    may_log = any(row.unit == user.unit and row.part for row in rows)
    may_assign = not task.has_owner and rules.may_assign(user, task.plan)
    return {
        "task": task,
        "plan": task.plan,
        "rows": rows,
        "recent": seen.select_related("unit", "kind")[:RECENT],
        "history": queries.history_of_task(task),
        "form": OwnerForm(None, plan=task.plan) if may_assign else None,
        "log_url": address("log-activity") if may_log else "",
    }


def unit_rows(task: Task, units: list[Unit], seen: QuerySet[Activity]) -> list[UnitRow]:
    """One row for each unit that carries a task, or did something for it."""
    done = (
        seen.order_by()
        .values_list("unit")
        .annotate(Count("pk", distinct=True), Count("evidence"), Max("on"))
    )
    by_unit = {unit: (count, files, last_on) for unit, count, files, last_on in done}
    parts = {row.unit_id: Part(row.part) for row in task.assignments.all()}
    reports = evidence_of([task], units).reports
    rows = []
    for unit in units:
        if (part := parts.get(unit.pk)) or unit.pk in by_unit:
            count, files, last_on = by_unit.get(unit.pk, (0, 0, None))
            report = reports.get((task.pk, unit.pk))
            state = state_of(task, task.plan.year, part, count, report)
            rows.append(UnitRow(unit, part, state, count, files, last_on))
    return rows


def visible_task(user: User, pk: int) -> Task:
    """The task of a plan that a person may see; what was dropped does not exist."""
    visible = Plan.objects.visible_to(user).values("pk")
    stood = (TaskStatus.ACCEPTED, TaskStatus.REPLACED)
    found = Task.objects.filter(plan__in=visible, status__in=stood)
    beside = ("plan__unit", "plan__revision__edition__document", "due_confirmed_by__unit")
    return get_object_or_404(found.with_owners().select_related(*beside), pk=pk)
