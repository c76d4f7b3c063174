"""The matrix page: the tasks of one plan against the units that carry them; the same as a sheet."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang import clock
from haidang.chasing.rules import may_see
from haidang.orgs.models import Unit, UnitGroup, User
from haidang.orgs.naming import bare
from haidang.plans import queries
from haidang.plans.models import Assignment, Plan, Task
from haidang.prepared import prepared
from haidang.web.forms.matrix import MatrixForm
from haidang.web.request import Request
from haidang.web.sheets import XLSX
from haidang.web.views.plans.adopted import plan_chosen
from haidang.web.views.plans.carriers import Carriers, carriers_of, columns_for
from haidang.web.views.plans.grid import grid_of, section_titles
from haidang.web.views.plans.matrix_sheet import sheet_of

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
    plan, adopted = plan_chosen(user, asked.get("ke-hoach", ""))
    if plan is None:
        return None
    carriers = carriers_of(plan, user)
    form = _form(asked, adopted, plan, user, carriers)
    page = Paginator(_units(plan, user, carriers, form), COLUMNS).get_page(asked.get("trang"))
    narrowing = form.narrowing(_own(plan, user) if "cua-toi" in asked else None)
    return {
        "plan": plan,
        "form": form,
        "chosen": form.unit,
        "total": carriers.total,
        "page": page,
        "grid": grid_of(plan, list(page.object_list), narrowing, form.since),
        **unowned(plan),
        "now": clock.now(),
        "is_office": may_see(user) and (user.sees_everything() or plan.unit.is_under(user.seat)),
    }


def unowned(plan: Plan) -> dict[str, object]:
    """The directions that nobody carries, and a sentence that says so (promise N6)."""
    labels = _unowned(plan.pk)
    words = f"Chưa đơn vị nào nhận {len(labels)} phương hướng: {', '.join(labels)}."
    return {
        "unowned": len(labels),
        "unowned_words": f"{words} Lãnh đạo giao thì thành việc của đơn vị.",
    }


@prepared
def _unowned(plan: int) -> QuerySet[Task, str]:
    return queries.unowned_directions(plan).values_list("label", flat=True)


def _units(
    plan: Plan, user: User, carriers: Carriers, form: MatrixForm
) -> Sequence[Unit] | QuerySet[Unit]:
    if form.unit:
        return [form.unit]
    if carriers.few is not None and not (form.group or form.name):
        return carriers.few
    return narrowed(columns_for(plan, user), form)


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
    asked: Mapping[str, Any], adopted: list[Plan], plan: Plan, user: User, carriers: Carriers
) -> MatrixForm:
    units = carriers.few
    if units is None:
        units = list(columns_for(plan, user).filter(pk=_number(asked.get("don-vi"))))
    return MatrixForm(
        {**asked, "ke-hoach": str(plan.pk)},
        plans=adopted,
        units=list(units),
        groups=_groups(plan.unit_id),
        sections=section_titles(plan),
        is_many=carriers.few is None,
    )


@prepared
def _groups(unit: int) -> QuerySet[UnitGroup]:
    return UnitGroup.objects.filter(parent=unit).order_by("pk")


def _number(typed: object) -> int:
    text = str(typed or "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _own(plan: Plan, user: User) -> frozenset[int]:
    given = Assignment.objects.filter(unit=user.unit_id, task__in=queries.tasks_in_force(plan))
    return frozenset(given.values_list("task", flat=True))
