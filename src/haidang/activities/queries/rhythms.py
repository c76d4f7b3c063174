"""On which days a unit did something for its tasks, and which periods of a task are still open."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Max, QuerySet

from haidang.activities.models import Activity
from haidang.orgs.models import Unit
from haidang.plans.beats import Beat, beats_of
from haidang.plans.models import Task
from haidang.plans.queries import standing_tasks
from haidang.prepared import prepared


@dataclass(frozen=True, slots=True)
class Standing:
    """How a task that comes back stands on a day: what was missed, and what is due next."""

    missed: Sequence[Beat]
    next: Beat | None
    is_next_kept: bool


@dataclass(frozen=True, slots=True)
class Done:
    """What a unit did for a task: how often, when last, and each day where the days matter."""

    count: int
    last: dt.date
    days: Sequence[dt.date] = ()


def done_by(unit: Unit, tasks: Iterable[int], by_days: Iterable[int]) -> dict[int, Done]:
    """Return what a unit did for each of some tasks, alone or with others; `by_days` day by day.

    Tasks without anything are left out, and so are entries that were taken back.
    """
    # Work for a task that an amendment replaced counts for the one that goes on from it.
    now = standing_tasks([*tasks, *by_days])
    each = set(by_days)
    found: dict[int, Done] = {}
    counts = _counts(unit.pk, [pk for pk, current in now.items() if current not in each])
    for task, count, last in counts:
        before = found.get(now[task])
        one = Done(count, last)
        found[now[task]] = Done(before.count + count, max(before.last, last)) if before else one
    days: dict[int, list[dt.date]] = defaultdict(list)
    if each:
        for task, on in _days(unit.pk, [pk for pk, current in now.items() if current in each]):
            days[now[task]].append(on)
    return found | {task: Done(len(on), max(on), on) for task, on in days.items()}


# Two questions put together, so that each has its own way into the index.
@prepared
def _counts(unit: int, tasks: list[int]) -> QuerySet[Activity, tuple[int, int, dt.date]]:
    alone, together = _alone_and_together(unit, tasks)
    mine = alone.values("task").annotate(count=Count("*"), last=Max("on"))
    joint = together.values("task").annotate(count=Count("*"), last=Max("on"))
    facts = ("task", "count", "last")
    return mine.values_list(*facts).union(joint.values_list(*facts), all=True)


@prepared
def _days(unit: int, tasks: list[int]) -> QuerySet[Activity, tuple[int, dt.date]]:
    alone, together = _alone_and_together(unit, tasks)
    return alone.values_list("task", "on").union(together.values_list("task", "on"), all=True)


def _alone_and_together(
    unit: int, tasks: list[int]
) -> tuple[QuerySet[Activity], QuerySet[Activity]]:
    standing = Activity.objects.standing().filter(task__in=tasks).order_by()
    return standing.filter(unit=unit), standing.filter(participations__unit=unit)


def standing_of(task: Task, done: Sequence[dt.date], today: dt.date) -> Standing:
    """Return how a task that comes back stands on a day, by the days on which it was done.

    Its periods are those of its plan's year, from the day the plan began to be followed and within
    the time that the text names.
    """
    since = max(filter(None, (task.plan.first_day, task.window_from)))
    ends = filter(None, (dt.date(task.plan.year, 12, 31), task.window_until))
    beats = beats_of(task.rhythm, since, min(ends))
    over = [beat for beat in beats if beat.due_on < today]
    coming = next((beat for beat in beats if beat.due_on >= today), None)
    missed = [beat for beat in over if not beat.is_kept(done)]
    return Standing(missed, coming, coming is not None and coming.is_kept(done))
