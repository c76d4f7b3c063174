"""Which tasks an activity may answer to, which it probably answers to, and how often."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from itertools import pairwise

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from haidang.activities.models import Activity, Kind
from haidang.orgs.models import Unit
from haidang.plans.enums import PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Assignment, Task
from haidang.plans.queries import standing_tasks

LEAST_LIKENESS = 2  # pairs of neighbouring words in common


def loggable_tasks(unit: Unit) -> QuerySet[Task]:
    """Return the tasks a unit may log for, newest plan first.

    They are the tasks assigned to it, and the directions of adopted plans made above it or setting
    it tasks; none that an amendment replaced.
    """
    above = [int(pk) for pk in unit.path.split("/") if pk]
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
    if Assignment.objects.filter(task=task, unit=unit).exists():
        return True
    if task.kind != TaskKind.DIRECTION:
        return False
    is_above = unit.path.startswith(task.plan.unit.path)
    given = Assignment.objects.filter(task__plan=task.plan_id, unit=unit)
    return is_above or given.exists()


def suggested_task(unit: Unit, kind: Kind, words: str = "") -> Task | None:
    """Return the task that an activity of this kind, in these words, probably answers to.

    The unit's last task for such an activity, else the task whose text shares most words.
    """
    tasks = loggable_tasks(unit)
    known = Q(task__in=tasks.values("pk")) | Q(task__current__in=tasks.values("pk"))
    if not words:
        used = Activity.objects.standing().filter(known, unit=unit, kind=kind)
        last = used.select_related("task__current").order_by("-logged_at").first()
        return last.task and (last.task.current or last.task) if last else None
    scored = [(_likeness(words, f"{task.title} {task.text}"), task) for task in tasks]
    likeness, best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best if likeness >= LEAST_LIKENESS else suggested_task(unit, kind)


def last_tasks(unit: Unit) -> dict[str, int]:
    """Return for each kind of activity the task that a unit last logged it for."""
    used = Activity.objects.standing().filter(unit=unit, kind=OuterRef("pk"), task__isnull=False)
    now = Coalesce("task__current", "task")
    last = Subquery(used.order_by("-logged_at").values(now=now)[:1])
    found = Kind.objects.annotate(last_task=last).values_list("pk", "last_task")
    return {kind: task for kind, task in found if task is not None}


def counts_by_task(
    *, tasks: Collection[Task], units: Collection[Unit], before: dt.datetime | None = None
) -> dict[tuple[int, int], int]:
    """Return how many activities each unit did for each task, keyed by (task, unit).

    What several units did together counts for each of them, what was logged before a task was
    amended for the one that goes on from it. With `before` as it stood at that moment: what was
    taken back since then counts, what was logged since then does not.
    """
    standing = Activity.objects.standing()
    if before is not None:
        stood = Q(withdrawn_at=None) | Q(withdrawn_at__gte=before)
        standing = Activity.objects.filter(stood, logged_at__lt=before)
    now = standing_tasks(task.pk for task in tasks)
    by_host = standing.filter(task__in=now).order_by()
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for doer in ("unit", "participations__unit"):
        counted = by_host.filter(**{f"{doer}__in": [unit.pk for unit in units]})
        for task, unit, count in counted.values_list("task", doer).annotate(Count("pk")):
            counts[now[task], unit] += count
    return dict(counts)


def _likeness(some: str, other: str) -> int:
    return len(_neighbours(some) & _neighbours(other))


def _neighbours(text: str) -> set[tuple[str, str]]:
    words = "".join(sign if sign.isalnum() else " " for sign in text.lower()).split()
    return set(pairwise(words))
