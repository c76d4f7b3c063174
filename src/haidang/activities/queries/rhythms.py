"""On which days a unit did something for its tasks, and which periods of a task are still open."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from haidang.activities.models import Activity
from haidang.orgs.models import Unit
from haidang.plans.beats import Beat, beats_of
from haidang.plans.models import Task
from haidang.plans.queries import standing_tasks


@dataclass(frozen=True, slots=True)
class Standing:
    """How a task that comes back stands on a day: what was missed, and what is due next."""

    missed: Sequence[Beat]
    next: Beat | None
    is_next_kept: bool


def days_done(*, tasks: Iterable[int], unit: Unit) -> dict[int, list[dt.date]]:
    """Return the days on which a unit did something for each of some tasks, alone or with others.

    Tasks without anything are left out, and so are entries that were taken back.
    """
    # Work for a task that an amendment replaced counts for the one that goes on from it.
    now = standing_tasks(tasks)
    counted = Activity.objects.standing().filter(task__in=list(now)).order_by()
    # Two questions put together, so that each has its own way into the index.
    alone = counted.filter(unit=unit).values_list("task", "on")
    together = counted.filter(participations__unit=unit).values_list("task", "on")
    days: dict[int, list[dt.date]] = defaultdict(list)
    for task, on in alone.union(together, all=True):
        if task is not None:
            days[now[task]].append(on)
    return dict(days)


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
