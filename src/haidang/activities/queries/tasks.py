"""Which tasks an activity may answer to, and how often units did something for them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from django.db.models import Count, Q, QuerySet

from haidang.activities.models import Activity
from haidang.orgs.models import Unit
from haidang.plans.enums import PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Assignment, Task
from haidang.plans.queries import standing_tasks
from haidang.prepared import prepared


def loggable_tasks(unit: Unit) -> QuerySet[Task]:
    """Return the tasks a unit may log for, newest plan first.

    They are the tasks assigned to it, and the directions of adopted plans made above it or setting
    it tasks; none that an amendment replaced.
    """
    return loggable_to(unit.pk, [int(pk) for pk in unit.path.split("/") if pk])


def loggable_to(unit: int, above: list[int]) -> QuerySet[Task]:
    """The same, by the keys of a unit and of those from the highest down to it."""
    given = Task.objects.filter(assignments__unit=unit)
    seen = Q(plan__unit__in=above) | Q(plan__in=given.values("plan"))
    directions = Q(kind=TaskKind.DIRECTION) & seen
    return (
        Task.objects.filter(
            directions | Q(pk__in=given.values("pk")), plan__status=PlanStatus.ADOPTED
        )
        .filter(status=TaskStatus.ACCEPTED)
        .order_by("-plan__year", "start", "pk")
    )


def is_loggable(unit: Unit, task: Task) -> bool:
    """Whether a unit may log for a task: a question about this task alone.

    What a telephone kept for a task that was amended meanwhile counts for the one it goes on in.
    """
    if task.status == TaskStatus.REPLACED:
        return task.current is not None and is_loggable(unit, task.current)
    if task.status == TaskStatus.REFUSED or task.plan.status != PlanStatus.ADOPTED:
        return False
    if _assigned(task.pk, unit.pk):
        return True
    if task.kind != TaskKind.DIRECTION:
        return False
    is_above = unit.path.startswith(task.plan.unit.path)
    given = Assignment.objects.filter(task__plan=task.plan_id, unit=unit)
    return is_above or given.exists()


@prepared
def _assigned(task: int, unit: int) -> QuerySet[Assignment, int]:
    keys: QuerySet[Assignment, int]
    keys = Assignment.objects.filter(task=task, unit=unit).values_list("pk", flat=True)
    return keys


def counts_by_task(
    *, tasks: Collection[Task], units: Collection[Unit], before: dt.datetime | None = None
) -> dict[tuple[int, int], int]:
    """Return how many activities each unit did for each task, keyed by (task, unit).

    What several units did together counts for each of them, what was logged before a task was
    amended for the one that goes on from it, and what was logged for an item of the plan above also
    for the own item that answers it. With `before` as it stood at that moment: what was
    taken back since then counts, what was logged since then does not.
    """
    now = standing_tasks(task.pk for task in tasks)
    own = _own_items(tasks)
    asked = [*{*now, *own}], [unit.pk for unit in units]
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for doer in ("unit", "participations__unit"):
        found = (
            _counts(*asked, doer=doer)
            if before is None
            else _counts_before(*asked, before, doer=doer)
        )
        for task, unit, count in found:
            for one in {*own.get(task, ()), *([now[task]] if task in now else ())}:
                counts[one, unit] += count
    return dict(counts)


def _own_items(tasks: Collection[Task]) -> dict[int, list[int]]:
    """For each item of a plan above, as it was and as it is now, those of the tasks made of it."""
    made = {task.pk: task.above_id for task in tasks if task.above_id}
    if not made:
        return {}
    later = Task.objects.filter(pk__in=made.values(), current__isnull=False)
    current = dict(later.values_list("pk", "current"))
    own: dict[int, list[int]] = defaultdict(list)
    for task, above in made.items():
        for version in {above, current.get(above) or above}:
            own[version].append(task)
    return dict(own)


@prepared
def _counts(
    tasks: list[int], units: list[int], *, doer: str
) -> QuerySet[Activity, tuple[int, int, int]]:
    return _counted(Activity.objects.standing(), tasks, units, doer)


@prepared
def _counts_before(
    tasks: list[int], units: list[int], moment: dt.datetime, *, doer: str
) -> QuerySet[Activity, tuple[int, int, int]]:
    stood = Q(withdrawn_at=None) | Q(withdrawn_at__gte=moment)
    logged = Activity.objects.filter(stood, logged_at__lt=moment)
    return _counted(logged, tasks, units, doer)


def _counted(
    rows: QuerySet[Activity], tasks: list[int], units: list[int], doer: str
) -> QuerySet[Activity, tuple[int, int, int]]:
    asked = rows.filter(**{"task__in": tasks, f"{doer}__in": units}).order_by()
    counted = asked.values("task", doer).annotate(number=Count("*"))
    numbers: QuerySet[Activity, tuple[int, int, int]] = counted.values_list("task", doer, "number")
    return numbers
