"""Which task an entry probably answers to: by its words, by an occasion near its day, by habit."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from haidang.activities.models import Activity, Expectation, Kind
from haidang.activities.queries.tasks import loggable_to
from haidang.orgs.models import Unit
from haidang.plans.models import OccasionTask, Task
from haidang.prepared import prepared

LEAST_LIKENESS = 2  # pairs of neighbouring words in common
AFTERWARDS = dt.timedelta(3)  # what is done for an occasion is still done some days after it


@dataclass(frozen=True, slots=True)
class Near:
    """The days around an occasion for which a unit was given a task, and the kinds that show it."""

    task: int
    name: str
    on: dt.date
    begins: dt.date
    until: dt.date
    kinds: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return f"{self.name}, {self.on:%d/%m/%Y}"

    def takes(self, kind: str, day: dt.date) -> bool:
        """Whether something of a kind that was done on a day may be for the occasion."""
        return self.begins <= day <= self.until and (not self.kinds or kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Usual:
    """What a unit's form suggests where words say nothing: the last task of a kind, occasions."""

    last: Mapping[str, tuple[int, dt.date]]
    occasions: Sequence[Near]

    def task_for(self, kind: str, day: dt.date) -> int | None:
        """Return the task of the nearest occasion, else the last one that the kind was for.

        Who, since an occasion came near, did such a thing for something else is not asked again
        until its day has come.
        """
        task, done_on = self.last.get(kind, (None, dt.date.min))
        for near in sorted(self.occasions, key=lambda one: abs(one.on - day)):
            if near.takes(kind, day) and (day >= near.on or done_on < near.begins):
                return near.task
        return task


def usual_tasks(unit: Unit, tasks: Iterable[Task] | None = None) -> Usual:
    """Return what a unit's form suggests. `tasks` are those it may log for, with their occasions.

    What was last done for an occasion is no habit: its day comes once a year.
    """
    occasions = occasions_among(loggable_with_occasions(unit) if tasks is None else tasks)
    now = Coalesce("task__current", "task")
    used = Activity.objects.standing().filter(unit=unit, kind=OuterRef("pk"), task__isnull=False)
    if occasions:
        used = used.annotate(now=now).exclude(now__in=[near.task for near in occasions])
    last = used.order_by("-logged_at")
    found = Kind.objects.annotate(
        last_task=Subquery(last.values_list(now)[:1]), done_on=Subquery(last.values("on")[:1])
    )
    rows = found.order_by().values_list("pk", "last_task", "done_on")
    return Usual({kind: (task, on) for kind, task, on in rows if task is not None}, occasions)


def loggable_with_occasions(unit: Unit) -> list[Task]:
    """Return the tasks a unit may log for, each with the occasion that it was started from."""
    return _loggable(unit.pk, [int(pk) for pk in unit.path.split("/") if pk])


@prepared
def _loggable(unit: int, above: list[int]) -> QuerySet[Task]:
    return loggable_to(unit, above).select_related("from_occasion__occasion")


def occasions_among(tasks: Iterable[Task]) -> list[Near]:
    """Return the days around the occasions that some tasks were started from.

    Which kinds show them is asked only where there are any.
    """
    rows = [(task, getattr(task, "from_occasion", None)) for task in tasks]
    started = [(task, row) for task, row in rows if row is not None]
    kinds = _kinds_of([task.pk for task, _ in started])
    return [_near(task, row, kinds.get(task.pk, frozenset())) for task, row in started]


def suggested_task(
    unit: Unit, kind: Kind, words: str = "", day: dt.date | None = None
) -> Task | None:
    """Return the task that an activity of this kind, in these words, probably answers to.

    The task whose text, or whose occasion, shares most words; where none shares any, that of an
    occasion near the day, or the unit's last one for such an activity.
    """
    tasks = {task.pk: task for task in loggable_with_occasions(unit)}
    usual = usual_tasks(unit, tasks.values())
    likely = usual.task_for(kind.pk, day) if day else usual.last.get(kind.pk, (None, day))[0]
    names = {near.task: near.name for near in usual.occasions}
    scored = [
        (likeness(words, f"{task.title} {names.get(pk, '')} {task.text}"), pk == likely, -at, task)
        for at, (pk, task) in enumerate(tasks.items())
    ]
    most, _, _, best = max(scored, key=lambda row: row[:3], default=(0, False, 0, None))
    return best if most >= LEAST_LIKENESS else tasks.get(likely or 0)


def likeness(some: str, other: str) -> int:
    """Return how many pairs of neighbouring words two texts share."""
    return len(_neighbours(some) & _neighbours(other))


def _near(task: Task, row: OccasionTask, kinds: frozenset[str]) -> Near:
    last = row.on + dt.timedelta(row.occasion.length - 1)
    until = max(last + AFTERWARDS, task.due_on or last)
    begins = min(task.window_from or row.on, row.on)
    return Near(task.pk, row.occasion.name, row.on, begins, until, kinds)


def _kinds_of(tasks: Iterable[int]) -> dict[int, frozenset[str]]:
    if not (wanted := list(tasks)):
        return {}
    shown = Expectation.kinds.through.objects.filter(expectation__task__in=wanted)
    found: dict[int, set[str]] = {}
    for task, kind in shown.values_list("expectation__task", "kind"):
        found.setdefault(task, set()).add(kind)
    return {task: frozenset(kinds) for task, kinds in found.items()}


def _neighbours(text: str) -> set[tuple[str, str]]:
    words = "".join(sign if sign.isalnum() else " " for sign in text.lower()).split()
    return set(pairwise(words))
