"""Questions about plans: what a unit is to do, what nobody carries, how far a review has come."""

import datetime as dt
import hashlib
from collections import Counter
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from haidang.orgs.models import Unit
from haidang.plans.enums import Bucket, Certainty, PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Assignment, Plan, Task, TaskQuerySet

AGO, AHEAD = dt.timedelta(60), dt.timedelta(31)  # across the turn of the year


@dataclass(frozen=True, slots=True)
class Progress:
    """How many sentences are in each bucket, and what was decided of the tasks."""

    buckets: Counter[Bucket]
    decided: Counter[TaskStatus]

    @property
    def sentences(self) -> int:
        """How many sentences the plan has."""
        return self.buckets.total()

    @property
    def sorted(self) -> int:
        """How many sentences have their bucket."""
        return self.sentences - self.buckets[Bucket.UNRESOLVED]


def progress_of(plan: Plan) -> Progress:
    """How far the review of a plan has come."""
    sentences = plan.items.filter(is_sentence=True).values_list("bucket", flat=True)
    decided = plan.tasks.values_list("status", flat=True)
    return Progress(Counter(map(Bucket, sentences)), Counter(map(TaskStatus, decided)))


def assignments_of(unit: Unit, day: dt.date) -> QuerySet[Assignment]:
    """What a unit is to do in the year of a day, by adopted plans; the nearest due first.

    Also what a plan of the year before or after wants done around the day.
    """
    ordered = given_to(unit.pk, *around(day))
    return ordered.select_related("task__plan__revision__edition__document", "unit")


def around(day: dt.date) -> tuple[int, dt.date, dt.date]:
    """The year of a day, and the days around it, for `given_to`."""
    return day.year, day - AGO, day + AHEAD


def given_to(unit: int, year: int, since: dt.date, until: dt.date) -> QuerySet[Assignment]:
    """The same, by keys and with nothing beside: to be put into SQL once."""
    near = Q(task__due_on__gte=since, task__due_on__lte=until)
    return _given(unit).filter(Q(task__plan__year=year) | near)


def _given(unit: int) -> QuerySet[Assignment]:
    found = Assignment.objects.filter(
        unit=unit,
        task__plan__status=PlanStatus.ADOPTED,
        task__status=TaskStatus.ACCEPTED,
    )
    nearest = F("task__due_on").asc(nulls_last=True)
    return found.order_by(nearest, "task__plan", "task__start", "task")


def unowned_directions(plan: Plan | int) -> TaskQuerySet:
    """The directions of a plan that no unit carries (promise N6)."""
    gone = (TaskStatus.REFUSED, TaskStatus.REPLACED)
    directions = Task.objects.filter(plan=plan, kind=TaskKind.DIRECTION).exclude(status__in=gone)
    return directions.filter(unit=None, group=None, assignments=None)


def report_task(plan: Plan) -> Task | None:
    """The accepted task that asks for a report by a day; the one with the latest day if several."""
    asked = plan.tasks.filter(status=TaskStatus.ACCEPTED, kind=TaskKind.DUTY, due_on__isnull=False)
    return asked.filter(text__icontains="báo cáo").order_by("-due_on", "start").first()


def certain_tasks(plan: Plan) -> TaskQuerySet:
    """The proposed tasks that need no second look: sure, with somebody to do them.

    A day without its year is looked at by a person one by one (promise N3).
    """
    sure = plan.tasks.filter(status=TaskStatus.PROPOSED, certainty=Certainty.HIGH)
    owned = Q(unit__isnull=False) | Q(group__isnull=False) | Q(kind=TaskKind.DIRECTION)
    return sure.filter(owned).filter(Q(due_on=None) | Q(due_year_from=""))


def plan_of_file(content: bytes, unit: Unit) -> Plan | None:
    """The plan that was read from these very bytes for an authority, unless withdrawn."""
    digest = hashlib.sha256(content).hexdigest()
    kept = Plan.objects.filter(unit=unit, revision__file__sha256=digest)
    return kept.exclude(status=PlanStatus.WITHDRAWN).first()
