"""What the phrases of a plan's tasks may mean, worked out when they are shown."""

from collections.abc import Iterable

from haidang.plans.meaning import Meaning
from haidang.plans.models import Plan, Task
from haidang.plans.recognition import Gazetteer


def meanings_of(plan: Plan, tasks: Iterable[Task]) -> dict[int, tuple[Meaning, ...]]:
    """What the unit phrase of each task may mean, by its key; one gazetteer for all of them."""
    gazetteer = Gazetteer(plan.unit, plan.first_day)
    return {task.pk: gazetteer.resolve(task.lead_phrase or task.unit_phrase) for task in tasks}
