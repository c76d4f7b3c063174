"""What stands behind one cell of the matrix: what one unit did for one task, and its report."""

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.activities.models import Activity
from haidang.orgs.models import Unit, User
from haidang.plans.enums import Part
from haidang.plans.models import Task
from haidang.plans.queries import versions_of
from haidang.reporting.models import Remark, Report
from haidang.reporting.queries.standing import evidence_of
from haidang.reporting.standing import standing_of
from haidang.web.frame import address
from haidang.web.request import Request
from haidang.web.views.plans.carriers import columns_for
from haidang.web.views.plans.grid import Cell
from haidang.web.views.plans.tasks import visible_task

ENTRIES = 20


@require_safe
def task_unit(request: Request, pk: int, unit_pk: int) -> HttpResponse:
    """Show the evidence of one unit for one task, at an address that stays."""
    task = visible_task(request.user, pk)
    seen = Q(pk__in=Unit.objects.visible_to(request.user).order_by().values("pk"))
    seen |= Q(pk__in=columns_for(task.plan, request.user).order_by().values("pk"))
    unit = get_object_or_404(Unit.objects.filter(seen), pk=unit_pk)
    return render(request, "plans/task_unit.html", evidence_page(request, task, unit))


def evidence_page(request: Request, task: Task, unit: Unit) -> dict[str, object]:
    """What the page shows: the state and what it rests on, newest first."""
    cell = _cell(task, unit)
    reports = list(_reports(task, unit, request.user))
    is_own = unit.pk == request.user.unit_id and cell.part is not None
    return {
        "task": task,
        "plan": task.plan,
        "unit": unit,
        "cell": cell,
        "days_late": (clock.today() - task.due_on).days if task.due_on else 0,
        "page": Paginator(entries_of(task, unit, request.user), ENTRIES).get_page(
            request.GET.get("trang")
        ),
        "reports": reports,
        "remarks": Remark.objects.filter(report__in=reports).select_related("section", "indicator"),
        "log_url": address("log-activity") if is_own else "",
    }


def entries_of(task: Task, unit: Unit, user: User) -> QuerySet[Activity]:
    """What a unit did for a task, alone or together with others, as far as a person may see it."""
    seen = Activity.objects.visible_to(user).standing().by_any_of([unit])
    found = seen.filter(task__in=versions_of(task)).select_related("kind", "unit")
    return found.annotate(files=Count("evidence")).order_by("-on", "-logged_at")


def _cell(task: Task, unit: Unit) -> Cell:
    given = task.assignments.filter(unit=unit).values_list("part", flat=True).first()
    part, known = Part(given) if given else None, evidence_of([task], [unit]).of(task.pk, unit.pk)
    state = standing_of(task, task.plan.year, part, known, clock.today())
    return Cell(unit, part, state, known.count, has_result=known.has_result)


def _reports(task: Task, unit: Unit, user: User) -> QuerySet[Report]:
    asked = Q(round__task=task) | Q(round__task__current=task)
    found = Report.objects.visible_to(user).filter(asked, unit=unit)
    return found.select_related("round__period")
