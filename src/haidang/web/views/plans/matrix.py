"""The matrix page: the tasks of one plan against the units that carry them; the same as a sheet."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.chasing.rules import may_see
from haidang.orgs.models import Unit, User
from haidang.orgs.naming import bare
from haidang.plans import queries
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Assignment, Plan, Task
from haidang.plans.queries.amendments import partial_among
from haidang.web.forms.matrix import MANY, MatrixForm
from haidang.web.request import Request
from haidang.web.sheets import XLSX
from haidang.web.views.plans.grid import grid_of, section_titles
from haidang.web.views.plans.matrix_sheet import sheet_of
from haidang.web.views.plans.review import visible_plans

COLUMNS = 24  # as many as a sheet of A3 holds


@require_safe
def matrix(request: Request) -> HttpResponse:
    """Show the whole year at a glance; one unit's list where one is chosen."""
    page = matrix_page(request.user, request.GET.dict())
    if page is None:
        return render(request, "plans/matrix_empty.html")
    return render(request, "plans/matrix.html", page | {"query": request.GET.urlencode()})


@require_safe
def matrix_sheet(request: Request) -> HttpResponse:
    """Give the same rows, columns and filters as a workbook."""
    page = matrix_page(request.user, request.GET.dict())
    if page is None:
        raise Http404
    name = f"ma-tran-nhiem-vu-{page['plan'].year}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(sheet_of(page), content_type=XLSX, headers=headers)


def matrix_page(user: User, asked: Mapping[str, Any]) -> dict[str, Any] | None:
    """What the matrix shows a person of one plan; nothing where no plan is adopted."""
    adopted = list(visible_plans(user).filter(status=PlanStatus.ADOPTED))
    plan = chosen_plan(_nearest_first(adopted, user), asked.get("ke-hoach", ""))
    if plan is None:
        return None
    everyone = columns_for(plan, user)
    total = everyone.count()
    form = _form(asked, adopted, plan, everyone, total)
    units = [form.unit] if form.unit else narrowed(everyone, form)
    page = Paginator(units, COLUMNS).get_page(asked.get("trang"))
    narrowing = form.narrowing(_own(plan, user) if "cua-toi" in asked else None)
    return {
        "plan": plan,
        "form": form,
        "chosen": form.unit,
        "total": total,
        "page": page,
        "grid": grid_of(plan, list(page.object_list), narrowing, form.since),
        **unowned(plan),
        "now": clock.now(),
        "is_office": may_see(user) and (user.sees_everything() or plan.unit.is_under(user.seat)),
    }


def chosen_plan(adopted: list[Plan], asked: str) -> Plan | None:
    """The plan that was asked for, else this year's, else the newest.

    A plan that only changes some items of another is shown to whoever asks for it.
    """
    found = {str(plan.pk): plan for plan in adopted}
    year, partial = clock.today().year, partial_among(adopted)
    ordered = sorted(found.values(), key=lambda plan: (plan.pk in partial, plan.year != year))
    return found.get(asked) or next(iter(ordered), None)


def _nearest_first(adopted: list[Plan], user: User) -> list[Plan]:
    """The plans of the person's own authority, then of those above, then of those below it."""
    if user.unit_id is None:
        return adopted
    seat = user.seat
    return sorted(
        adopted,
        key=lambda plan: (plan.unit_id != seat.pk, not seat.path.startswith(plan.unit.path)),
    )


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
    given = Assignment.objects.filter(
        Q(task__plan=plan) | Q(task__in=_amending(plan)), unit=OuterRef("pk")
    )
    carrying = Unit.objects.filter(Exists(given))
    if not (user.sees_everything() or plan.unit.is_under(user.seat)):
        carrying = carrying.filter(Q(pk=user.unit_id) | Q(path__startswith=user.seat.path))
    return carrying.select_related("kind").order_by("kind__rank", "pk")


def _amending(plan: Plan) -> list[int]:
    """The tasks by which some items of a plan were amended: few, where any."""
    parts = [part.pk for part in queries.amended_parts(plan)]
    return list(Task.objects.filter(plan__in=parts).values_list("pk", flat=True)) if parts else []


def narrowed(everyone: QuerySet[Unit], form: MatrixForm) -> QuerySet[Unit]:
    """The units of a chosen group, or with the words in their names."""
    if form.group:
        everyone = everyone.filter(kind__in=form.group.kinds.all())
    if form.name:
        words = bare(form.name).casefold()
        names = everyone.values_list("pk", "short_name")
        everyone = everyone.filter(
            pk__in=[pk for pk, name in names if words in bare(name).casefold()]
        )
    return everyone


def _form(
    asked: Mapping[str, Any],
    adopted: list[Plan],
    plan: Plan,
    everyone: QuerySet[Unit],
    total: int,
) -> MatrixForm:
    is_many = total > MANY
    named = everyone.filter(pk=_number(asked.get("don-vi"))) if is_many else everyone
    return MatrixForm(
        {**asked, "ke-hoach": str(plan.pk)},
        plans=adopted,
        units=list(named),
        groups=plan.unit.groups.order_by("pk"),
        sections=section_titles(plan),
        is_many=is_many,
    )


def _number(typed: object) -> int:
    text = str(typed or "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _own(plan: Plan, user: User) -> frozenset[int]:
    given = Assignment.objects.filter(unit=user.unit_id, task__in=queries.tasks_in_force(plan))
    return frozenset(given.values_list("task", flat=True))
