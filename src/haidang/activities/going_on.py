"""By what a task is measured, and how much it is to reach, when an amendment lets it go on."""

from collections.abc import Sequence

from haidang.activities.models import Expectation, Goal
from haidang.orgs.models import User
from haidang.plans.models import Target, Task


def carry_measures(pairs: Sequence[tuple[Task, Task]], by: User) -> None:
    """Give each task that goes on the measures and goals of the one before it.

    What a person already said of the new task stands; the act itself is kept with the amendment.
    """
    became = {before.pk: after for before, after in pairs}
    earlier = Expectation.objects.filter(task__in=list(became))
    rows = list(earlier.prefetch_related("indicators", "kinds"))
    heirs = [became[row.task_id].pk for row in rows]
    said = set(Expectation.objects.filter(task__in=heirs).values_list("task", flat=True))
    for row in rows:
        task = became[row.task_id]
        if task.pk not in said:
            heir = Expectation.objects.create(task=task, set_at=row.set_at, set_by_id=row.set_by_id)
            heir.indicators.set(row.indicators.all())
            heir.kinds.set(row.kinds.all())
    _carry_goals(became)


def _carry_goals(became: dict[int, Task]) -> None:
    goals = list(Goal.objects.filter(task__in=list(became)).select_related("target"))
    heirs = [became[goal.task_id].pk for goal in goals if goal.task_id]
    targets: dict[int, list[Target]] = {}
    for target in Target.objects.filter(task__in=heirs):
        targets.setdefault(target.task_id or 0, []).append(target)
    for goal in goals:
        task = became[goal.task_id or 0]
        goal.task = task
        if goal.target_id is not None:
            goal.target = _same_target(goal, targets.get(task.pk, []))
    Goal.objects.bulk_update(goals, ["task", "target"], batch_size=500)


def _same_target(goal: Goal, among: Sequence[Target]) -> Target | None:
    """The target of the new text that says the same as the one a goal was set by."""
    old = goal.target
    assert old is not None
    alike = (t for t in among if (t.quantity, t.measure) == (old.quantity, old.measure))
    return next(alike, old)
