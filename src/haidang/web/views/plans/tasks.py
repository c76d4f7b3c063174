"""The page of one task: the words it rests on, its units and what they did; a plan's history."""

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from haidang import clock
from haidang.activities.models import Activity
from haidang.errors import Incomplete
from haidang.ledger.models import Entry
from haidang.orgs.models import Unit, User
from haidang.plans import commands, queries, rules
from haidang.plans.enums import Part, PlanStatus, TaskStatus
from haidang.plans.models import Assignment, Plan, Task
from haidang.reporting.enums import ReportStatus
from haidang.reporting.queries.standing import evidence_of
from haidang.reporting.standing import standing_of
from haidang.web import plan_words, wording
from haidang.web.forms.plans import OwnerForm, show_refusal
from haidang.web.frame import address
from haidang.web.request import Request
from haidang.web.views.plans.review import visible_plans
from haidang.web.views.plans.task_traces import traces_of

# Not as the index of days has it: for a task that little was done for it is walked to its end.
NEWEST = Coalesce("on", "on").desc()
RECENT, UNITS = 10, 50
REPORTED: dict[ReportStatus | None, str] = {
    ReportStatus.SUBMITTED: "báo cáo đã gửi",
    ReportStatus.IN_REVIEW: "báo cáo đang xem xét",
    ReportStatus.ACCEPTED: "báo cáo đã tiếp nhận",
}


@dataclass(frozen=True, slots=True)
class UnitRow:
    """What one unit did for a task."""

    unit: Unit
    part: Part | None
    state: str
    activities: int
    files: int
    last_on: date | None
    report: ReportStatus | None = None

    @property
    def nothing(self) -> str:
        """What is there where nothing was logged: the report that answers the task, if it is in."""
        return REPORTED.get(self.report, "chưa ghi hoạt động nào")

    @property
    def words(self) -> str:
        """The state as its tag says it."""
        return plan_words.STATES[self.state].capitalize()


@require_safe
def task(request: Request, pk: int) -> HttpResponse:
    """Show one task: its words, who carries it, and what they did for it."""
    found = visible_task(request.user, pk)
    page = task_page(found, request.user, request.GET.get("trang"))
    return render(request, "plans/task.html", page)


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


def task_page(task: Task, user: User, page: str | None = None) -> dict[str, object]:
    """What the page of a task shows a person."""
    belonging = of_task(task)
    seen = Activity.objects.visible_to(user).standing().filter(belonging)
    units = units_of(task, user, belonging)
    shown = Paginator(units, UNITS).get_page(page)
    in_force = task.status == TaskStatus.ACCEPTED and task.plan.status == PlanStatus.ADOPTED
    may_log = in_force and task.assignments.filter(unit=user.unit_id).exists()
    may_assign = in_force and not task.has_owner and rules.may_assign(user, task.plan)
    return {
        "task": task,
        "plan": task.plan,
        "units": shown,
        "rows": unit_rows(task, list(shown.object_list), seen),
        "recent": seen.select_related("unit", "kind").order_by(NEWEST, "-logged_at")[:RECENT],
        "history": queries.history_of_task(task),
        "form": OwnerForm(None, plan=task.plan) if may_assign else None,
        "log_url": address("log-activity") if may_log else "",
        "replaced_words": f"{wording.day(task.replaced_on)}." if task.replaced_on else "",
        **traces_of(task, units, user),
    }


def of_task(task: Task) -> Q:
    """What belongs to a task, also from before it was amended."""
    # Known keys: asked through a join, the database reads the whole log.
    return Q(task__in=queries.versions_of(task))


def units_of(task: Task, user: User, belonging: Q) -> QuerySet[Unit]:
    """The units that carry a task or did something for it, as far as a person sees them."""
    logged = Activity.objects.standing().filter(belonging).order_by()
    found = Unit.objects.filter(
        Q(pk__in=Assignment.objects.filter(task=task).values("unit"))
        | Q(pk__in=logged.values("unit"))
        | Q(pk__in=logged.filter(participations__isnull=False).values("participations__unit"))
    )
    if not (user.sees_everything() or task.plan.unit.is_under(user.seat)):
        found = found.filter(Q(pk=user.unit_id) | Q(path__startswith=user.seat.path))
    return found.select_related("kind").order_by("kind__rank", "pk")


def unit_rows(task: Task, units: list[Unit], seen: QuerySet[Activity]) -> list[UnitRow]:
    """One row for each of these units: its part, its state and what it rests on."""
    done = seen.filter(unit__in=units).order_by().values_list("unit")
    by_unit = {
        unit: (files, last_on)
        for unit, files, last_on in done.annotate(Count("evidence"), Max("on"))
    }
    parts = dict(task.assignments.filter(unit__in=units).values_list("unit", "part"))
    evidence, rows = evidence_of([task], units), []
    for unit in units:
        known, given = evidence.of(task.pk, unit.pk), parts.get(unit.pk)
        part = Part(given) if given else None
        state = standing_of(task, task.plan.year, part, known, clock.today())
        done_by = by_unit.get(unit.pk, (0, None))
        rows.append(UnitRow(unit, part, state, known.count, *done_by, known.report))
    return rows


def visible_task(user: User, pk: int) -> Task:
    """The task of a plan that a person may see; what was dropped does not exist."""
    visible = Plan.objects.visible_to(user).values("pk")
    stood = (TaskStatus.ACCEPTED, TaskStatus.REPLACED)
    found = Task.objects.filter(plan__in=visible, status__in=stood)
    beside = (
        "plan__unit",
        "plan__revision__edition__document",
        "due_confirmed_by__unit",
        "current",
        "from_occasion__occasion",
        "above__plan__revision__edition",
    )
    return get_object_or_404(found.with_owners().select_related(*beside), pk=pk)
