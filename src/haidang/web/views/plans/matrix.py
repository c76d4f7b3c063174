"""The matrix page: the tasks of one plan against the units that carry them."""

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.orgs.models import Unit, User
from haidang.plans import queries
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Plan
from haidang.web.request import Request
from haidang.web.views.plans.grid import grid_of
from haidang.web.views.plans.review import visible_plans


@require_safe
def matrix(request: Request) -> HttpResponse:
    """Show the whole year at a glance; one unit's list where one is chosen."""
    adopted = list(visible_plans(request.user).filter(status=PlanStatus.ADOPTED))
    plan = chosen_plan(adopted, request.GET.get("ke-hoach", ""))
    if plan is None:
        return render(request, "plans/matrix_empty.html")
    units = list(columns_for(plan, request.user))
    chosen = {str(unit.pk): unit for unit in units}.get(request.GET.get("don-vi", ""))
    only_late = request.GET.get("qua-han") == "1"
    context = {
        "plan": plan,
        "plans": adopted,
        "units": units,
        "chosen": chosen,
        "only_late": only_late,
        "grid": grid_of(
            plan, [chosen] if chosen else units, only_given=chosen is not None, only_late=only_late
        ),
        **unowned(plan),
        "now": clock.now(),
    }
    return render(request, "plans/matrix.html", context)


def chosen_plan(adopted: list[Plan], asked: str) -> Plan | None:
    """The plan that was asked for, else this year's, else the newest."""
    found = {str(plan.pk): plan for plan in adopted}
    ordered = sorted(found.values(), key=lambda plan: plan.year != clock.today().year)
    return found.get(asked) or next(iter(ordered), None)


def unowned(plan: Plan) -> dict[str, object]:
    """The directions that nobody carries, and a sentence that says so (promise N6)."""
    labels = [task.label for task in queries.unowned_directions(plan)]
    words = f"Chưa đơn vị nào nhận {len(labels)} phương hướng: {', '.join(labels)}."
    return {
        "unowned": len(labels),
        "unowned_words": f"{words} Lãnh đạo giao thì thành việc của đơn vị.",
    }


def columns_for(plan: Plan, user: User) -> QuerySet[Unit]:
    """The units that carry something of a plan; a unit of the authority below sees itself alone."""
    carrying = Unit.objects.filter(assignments__task__plan=plan)
    if not (user.sees_everything() or plan.unit.is_under(user.seat)):
        carrying = carrying.filter(Q(pk=user.unit_id) | Q(path__startswith=user.seat.path))
    return carrying.distinct().select_related("kind").order_by("kind__rank", "pk")
