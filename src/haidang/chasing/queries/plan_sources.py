"""What units owe to the plans above: answers item by item (N4), and to amendments (N5)."""

from collections import defaultdict

from django.db.models import Q, QuerySet
from django.urls import reverse

from haidang.chasing.enums import LackKind
from haidang.chasing.lack import Lack
from haidang.chasing.queries.sources import KEPT, Scope
from haidang.orgs.models import Unit
from haidang.plans.cascade import base_of
from haidang.plans.models import Asked, Plan, Task
from haidang.plans.queries import silences_of, unanswered

Units = QuerySet[Unit] | list[Unit]


def asking_plans(scope: Scope) -> dict[int, Task]:
    """The plans that ask the level below for its own, each with the first task to do so."""
    return {base_of(task.plan).pk: task for task in reversed(scope.asking_tasks)}


def silent_units(scope: Scope) -> list[tuple[Task, QuerySet[Unit]]]:
    """For each such plan the task that asks, and the units that have not answered every item."""
    asks = asking_plans(scope).values()
    return [(task, _silences(scope, base_of(task.plan))) for task in asks]


def open_amendments(scope: Scope) -> QuerySet[Asked]:
    """The changed items that wait for an answer of their units."""
    asked = unanswered().filter(item__amendment__plan__unit=scope.authority)
    return asked.filter(due_on__gte=scope.day - KEPT).exclude(unit__in=scope.left_out)


def silence_lacks(scope: Scope, units: Units) -> list[Lack]:
    """What some units have not answered in the plans above them, as it is shown."""
    return [
        _silence(unit, task, scope)
        for task, silent in silent_units(scope)
        for unit in silent.filter(_among(units)).select_related("kind")
    ]


def amendment_lacks(scope: Scope, units: Units) -> list[Lack]:
    """The amendments that some units have not answered, one for each, as they are shown."""
    asked: dict[tuple[int, int], list[Asked]] = defaultdict(list)
    for row in open_amendments(scope).filter(unit__in=units).select_related("unit__kind"):
        asked[row.unit_id, row.item.amendment_id].append(row)
    return [_amendment(rows, scope) for rows in asked.values()]


def _silences(scope: Scope, plan: Plan) -> QuerySet[Unit]:
    # Who is asked has to be read from the plan; once is enough for a page.
    if plan.pk not in scope.silences:
        scope.silences[plan.pk] = silences_of(plan)
    return scope.silences[plan.pk]


def _among(units: Units) -> Q:
    return Q(pk__in=[unit.pk for unit in units] if isinstance(units, list) else units)


def _silence(unit: Unit, task: Task, scope: Scope) -> Lack:
    count: int = unit.silent  # type: ignore[attr-defined]
    return Lack(
        unit=unit,
        kind=LackKind.CASCADE,
        ref=base_of(task.plan).pk,
        what=f"kế hoạch chi tiết năm {task.plan.year}",
        why=f"{count} mục của kế hoạch cấp trên chưa trả lời",
        due_on=task.due_on,
        phrase=task.deadline_phrase,
        url=reverse("detailed-plan", args=[base_of(task.plan).pk]),
        on=scope.day,
    )


def _amendment(rows: list[Asked], scope: Scope) -> Lack:
    first = rows[0]
    plan: Plan = first.item.amendment.plan
    return Lack(
        unit=first.unit,
        kind=LackKind.AMENDMENT,
        ref=plan.pk,
        what=f"trả lời {len(rows)} mục sửa đổi của kế hoạch {plan.revision.edition}",
        why="chưa trả lời",
        due_on=min(row.due_on for row in rows),
        url=reverse("amendment", args=[plan.pk]),
        on=scope.day,
    )
