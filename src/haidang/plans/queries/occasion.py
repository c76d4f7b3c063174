"""Which tasks were started from an occasion, and which directions ask for such."""

import re

from haidang.occasions.days import Day
from haidang.orgs.models import Unit
from haidang.plans.enums import PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import OccasionTask, Plan, Task

_ASKS = re.compile(r"kỷ niệm|ngày lễ|lễ lớn|năm tròn|năm chẵn|sự kiện", re.IGNORECASE)


def directions_for_occasions(authority: Unit, year: int) -> list[Task]:
    """The directions of an authority's adopted plans of a year, those that name occasions first."""
    adopted = Plan.objects.filter(unit=authority, year=year, status=PlanStatus.ADOPTED)
    directions = Task.objects.filter(
        plan__in=adopted, kind=TaskKind.DIRECTION, status=TaskStatus.ACCEPTED
    ).select_related("plan__unit")
    return sorted(directions, key=lambda task: (not _ASKS.search(task.text), task.plan_id, task.pk))


def asking_for_occasions(authority: Unit, year: int) -> Task | None:
    """The direction that asks to follow the events and anniversaries of a year, if there is one."""
    directions = directions_for_occasions(authority, year)
    return directions[0] if directions and _ASKS.search(directions[0].text) else None


def started_from(authority: Unit, days: list[Day]) -> dict[tuple[int, int], list[Task]]:
    """The tasks of an authority's plans that were started from days, by occasion and year."""
    years = {day.on.year for day in days}
    found: dict[tuple[int, int], list[Task]] = {}
    rows = OccasionTask.objects.filter(
        task__plan__unit=authority, year__in=years, task__status=TaskStatus.ACCEPTED
    )
    for row in rows.select_related("task").order_by("task"):
        found.setdefault((row.occasion_id, row.year), []).append(row.task)
    return found
