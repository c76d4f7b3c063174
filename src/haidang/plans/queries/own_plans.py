"""Tasks that ask a unit for a plan of its own: which they are, and which units have made theirs.

The plan that a unit issued for a task counts for the task that goes on from it (promise N5).
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Exists, Min, OuterRef, Q

from haidang import clock
from haidang.orgs.models import Unit
from haidang.plans.cascade import is_the_plan_itself
from haidang.plans.enums import DetailedStatus
from haidang.plans.models import Detailed, Task
from haidang.plans.queries.amendments import standing_tasks

Key = tuple[int, int]  # of a task and a unit
NEVER: Q = Q(pk__in=[])


def plans_behind(tasks: Iterable[Task]) -> dict[int, set[int]]:
    """For each of some tasks that asks for a plan and nothing besides: the plans it stood in."""
    asking = [task.pk for task in tasks if is_the_plan_itself(task)]
    if not asking:
        return {}
    now = standing_tasks(asking)
    found: dict[int, set[int]] = defaultdict(set)
    for task, plan in Task.objects.filter(pk__in=now).values_list("pk", "plan"):
        found[now[task]].add(plan)
    return dict(found)


def has_own_plan(behind: dict[int, set[int]], status: DetailedStatus) -> Q:
    """Whether a part in a task is answered by the unit's own plan that stands so."""
    found = NEVER
    for task, plans in behind.items():
        made = Detailed.objects.filter(unit=OuterRef("unit"), plan__in=plans, status=status)
        found |= Q(Exists(made), task=task)
    return found


def own_plans(
    tasks: Iterable[Task], units: Collection[Unit], before: dt.datetime | None = None
) -> dict[Key, DetailedStatus]:
    """How far the own plan of each unit is that a task asks for; with `before` as it stood then."""
    stands: dict[Key, DetailedStatus] = {}
    for task, plans in plans_behind(tasks).items():
        made = Detailed.objects.filter(plan__in=plans, unit__in=units)
        made = made.exclude(status=DetailedStatus.TAKEN_OVER).annotate(begun=Min("answers__at"))
        for row in made.select_related("edition"):
            status = _stood(row, before)
            if status and stands.get((task, row.unit_id)) != DetailedStatus.ISSUED:
                stands[task, row.unit_id] = status
    return stands


def _stood(row: Detailed, before: dt.datetime | None) -> DetailedStatus | None:
    if before is None:
        return DetailedStatus(row.status)
    day = row.edition.issued_on if row.edition else None
    if row.status == DetailedStatus.ISSUED and day and clock.at(day) < before:
        return DetailedStatus.ISSUED
    begun: dt.datetime | None = row.begun  # type: ignore[attr-defined]
    return DetailedStatus.DRAFTING if begun and begun < before else None
