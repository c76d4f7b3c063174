"""Tasks started from an occasion, when the plan they stand in is replaced: they follow along.

They rest on the words of a direction, so they are no items of the document of their own.
"""

import datetime as dt
from collections.abc import Iterable, Sequence

from haidang.plans.enums import TaskKind, TaskStatus
from haidang.plans.models import AmendedItem, Assignment, OccasionTask, Plan, Task
from haidang.plans.owners import set_owners

COPIED = (
    "title",
    "window_from",
    "window_until",
    "due_on",
    "due_confirmed_at",
    "due_confirmed_by_id",
)


def carry_occasions(
    replaced: Iterable[Plan], plan: Plan, items: Sequence[AmendedItem], since: dt.date
) -> None:
    """Let each task of an occasion go on under the direction that its own became, or end with it.

    Units go on with what they were given, and nobody is asked anew.
    """
    became = {
        (item.before.plan_id, item.before.start): item.after
        for item in items
        if item.before and item.before.kind == TaskKind.DIRECTION
    }
    standing = Task.objects.filter(
        plan__in=list(replaced), status=TaskStatus.ACCEPTED, from_occasion__isnull=False
    )
    for task in standing.with_owners().prefetch_related("assignments__unit"):
        direction = became.get((task.plan_id, task.start))
        heir = _heir(task, direction, plan) if direction else None
        task.status, task.replaced_on, task.current = TaskStatus.REPLACED, since, heir
        task.save(update_fields=["status", "replaced_on", "current"])
        Task.objects.filter(current=task).update(current=heir)


def _heir(task: Task, direction: Task, plan: Plan) -> Task:
    heir = Task(
        plan=plan,
        kind=TaskKind.DUTY,
        status=TaskStatus.ACCEPTED,
        label=direction.label,
        text=direction.text,
        start=direction.start,
        end=direction.end,
        continues=task,
        **{name: getattr(task, name) for name in COPIED},
    )
    heir.take_first(task.owners)
    heir.save(force_insert=True)
    set_owners(heir, task.owners)
    Assignment.objects.bulk_create(
        Assignment(task=heir, unit=row.unit, part=row.part) for row in task.assignments.all()
    )
    OccasionTask.objects.filter(task=task).update(task=heir)
    return heir
