"""Which plans above wait for the detailed plan of a unit."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from haidang.orgs.models import Unit
from haidang.plans.cascade import asking, base_of, predecessors_of
from haidang.plans.enums import DetailedStatus, PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Answer, Assignment, Detailed, Plan, Task, TaskQuerySet
from haidang.prepared import prepared

UNREAD = ("header", "warnings", "revision__text", "revision__source")


@dataclass(frozen=True, slots=True)
class Awaited:
    """A plan that asks a unit for a plan of its own: by what task, how far the unit has come."""

    plan: Plan
    task: Task | None
    detailed: Detailed | None
    given: int
    answered: int

    @property
    def due_on(self) -> dt.date | None:
        """Until when it is asked, if the plan says so."""
        return self.task.due_on if self.task else None

    @property
    def silent(self) -> int:
        """How many items have no answer yet."""
        return self.given - self.answered

    @property
    def is_issued(self) -> bool:
        """Whether the document was issued and only waits to be carried out."""
        edition = self.detailed.edition if self.detailed else None
        return edition is not None and edition.issued_on is not None


def awaited_of(unit: Unit, day: dt.date) -> list[Awaited]:
    """The detailed plans that are asked of a unit, or that it began, and not carried out yet.

    Also those of units that it goes on for. A plan of a past year waits no more, nor does one whose
    unit issued its own to an earlier version and is asked nothing new. A constant number of
    questions.
    """
    units = [unit.pk, *(one.pk for one in predecessors_of(unit))]
    found = _plans(units, unit.pk, day.year)
    if not found:
        return []
    keys = [plan.pk for plan in found]
    began = {row.plan_id: row for row in _began(unit.pk, keys)}
    asks = {base_of(task.plan).pk: task for task in reversed(asking(_words(keys, units)))}
    open_ = [plan for plan in found if _waits(began.get(plan.pk), asks.get(plan.pk))]
    if not open_:
        return []
    sizes = _sizes([plan.pk for plan in open_], units)
    said = dict(_said([row.pk for row in began.values()]))
    awaited = [
        Awaited(
            plan,
            asks.get(plan.pk),
            began.get(plan.pk),
            sizes.get(plan.pk, 0),
            said.get(plan.pk, 0),
        )
        for plan in open_
    ]
    stands = set(_stands([row.pk for row in began.values()]))
    return [
        one for one in awaited if one.silent or not one.detailed or one.detailed.pk not in stands
    ]


@prepared
def _plans(units: list[int], unit: int, year: int) -> QuerySet[Plan]:
    part = Q(task__plan__amends=OuterRef("pk"), task__plan__amendment__is_partial=True)
    given = Assignment.objects.filter(Q(task__plan=OuterRef("pk")) | part, unit__in=units)
    plans = Plan.objects.filter(Exists(given), status=PlanStatus.ADOPTED, year__gte=year)
    plans = plans.exclude(amendment__is_partial=True)  # answered under the one that they change
    found = plans.exclude(unit=unit).select_related("unit", "revision__edition__document")
    return found.defer(*UNREAD).order_by("year", "pk")


@prepared
def _began(unit: int, plans: list[int]) -> QuerySet[Detailed]:
    return Detailed.objects.filter(unit=unit, plan__in=plans).select_related("edition")


@prepared
def _stands(began: list[int]) -> QuerySet[Detailed, int]:
    """Those that go on from one that was issued under an earlier version of the plan."""
    own = Detailed.objects.filter(pk__in=began, took_over__unit=F("unit"))
    return own.filter(took_over__status=DetailedStatus.ISSUED).values_list("pk", flat=True)


@prepared
def _words(plans: list[int], units: list[int]) -> QuerySet[Task]:
    # Whoever goes on for a unit that issued its plan is not asked for another.
    issued = Detailed.objects.filter(unit=OuterRef("unit"), plan=OuterRef("task__plan"))
    own = Assignment.objects.filter(unit__in=units, task=OuterRef("pk"))
    own = own.exclude(Exists(issued.filter(status=DetailedStatus.ISSUED)))
    words = _items(plans).filter(Exists(own), text__icontains="kế hoạch")
    words = words.select_related("plan__amends", "plan__amendment")
    return words.order_by("plan", "start", "pk")


def _items(plans: list[int]) -> TaskQuerySet:
    """The items of some plans, and of what amended some items of one."""
    part = Q(plan__amends__in=plans, plan__amendment__is_partial=True)
    within = Q(plan__in=plans) | part & Q(plan__status=PlanStatus.ADOPTED)
    return Task.objects.filter(within, status=TaskStatus.ACCEPTED)


def _waits(detailed: Detailed | None, task: Task | None) -> bool:
    if detailed is None:
        return task is not None
    return detailed.status == DetailedStatus.DRAFTING


def _sizes(plans: list[int], units: list[int]) -> Counter[int]:
    sizes: Counter[int] = Counter()
    for plan, amends, number in _numbers(plans, units):
        sizes[plan if plan in plans else amends or 0] += number
    return sizes


@prepared
def _numbers(plans: list[int], units: list[int]) -> QuerySet[Task, tuple[int, int | None, int]]:
    own = Assignment.objects.filter(unit__in=units, task=OuterRef("pk"))
    items = _items(plans).filter(Q(kind=TaskKind.DIRECTION) | Exists(own)).order_by()
    numbers = items.values("plan", "plan__amends").annotate(number=Count("pk"))
    return numbers.values_list("plan", "plan__amends", "number")


@prepared
def _said(began: list[int]) -> QuerySet[Answer, tuple[int, int]]:
    answers = Answer.objects.filter(detailed__in=began, task__status=TaskStatus.ACCEPTED)
    numbers = answers.order_by().values("detailed__plan").annotate(number=Count("pk"))
    return numbers.values_list("detailed__plan", "number")
