"""Which plans above wait for the detailed plan of a unit."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from haidang.orgs.models import Unit
from haidang.plans.cascade import asking, base_of, predecessors_of
from haidang.plans.enums import DetailedStatus, PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Answer, Assignment, Detailed, Plan, Task, TaskQuerySet


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
    part = Q(task__plan__amends=OuterRef("pk"), task__plan__amendment__is_partial=True)
    given = Assignment.objects.filter(Q(task__plan=OuterRef("pk")) | part, unit__in=units)
    plans = Plan.objects.filter(Exists(given), status=PlanStatus.ADOPTED, year__gte=day.year)
    plans = plans.exclude(amendment__is_partial=True)  # answered under the one that they change
    plans = plans.exclude(unit=unit).select_related("unit", "revision__edition__document")
    found = list(plans.order_by("year", "pk"))
    began = {
        row.plan_id: row
        for row in Detailed.objects.filter(unit=unit, plan__in=found).select_related("edition")
    }
    asks = {base_of(task.plan).pk: task for task in reversed(_asking(found, units))}
    open_ = [plan for plan in found if _waits(began.get(plan.pk), asks.get(plan.pk))]
    sizes, said = _sizes(open_, units), _said(began)
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
    stands = _stands(began.values())
    return [
        one for one in awaited if one.silent or not one.detailed or one.detailed.pk not in stands
    ]


def _stands(began: Iterable[Detailed]) -> set[int]:
    """Those that go on from one that was issued under an earlier version of the plan."""
    own = Detailed.objects.filter(pk__in=[row.pk for row in began])
    own = own.filter(took_over__unit=F("unit"), took_over__status=DetailedStatus.ISSUED)
    return set(own.values_list("pk", flat=True))


def _asking(plans: list[Plan], units: list[int]) -> list[Task]:
    # Whoever goes on for a unit that issued its plan is not asked for another.
    issued = Detailed.objects.filter(unit=OuterRef("unit"), plan=OuterRef("task__plan"))
    own = Assignment.objects.filter(unit__in=units, task=OuterRef("pk"))
    own = own.exclude(Exists(issued.filter(status=DetailedStatus.ISSUED)))
    words = _items(plans).filter(Exists(own), text__icontains="kế hoạch")
    words = words.select_related("plan__amends", "plan__amendment")
    return asking(words.order_by("plan", "start", "pk"))


def _items(plans: list[Plan]) -> TaskQuerySet:
    """The items of some plans, and of what amended some items of one."""
    part = Q(plan__amends__in=plans, plan__amendment__is_partial=True)
    within = Q(plan__in=plans) | part & Q(plan__status=PlanStatus.ADOPTED)
    return Task.objects.filter(within, status=TaskStatus.ACCEPTED)


def _waits(detailed: Detailed | None, task: Task | None) -> bool:
    if detailed is None:
        return task is not None
    return detailed.status == DetailedStatus.DRAFTING


def _sizes(plans: list[Plan], units: list[int]) -> dict[int, int]:
    own = Assignment.objects.filter(unit__in=units, task=OuterRef("pk"))
    items = _items(plans).filter(Q(kind=TaskKind.DIRECTION) | Exists(own))
    known = {plan.pk for plan in plans}
    rows = items.values_list("plan", "plan__amends")
    return _counted([plan if plan in known else amends or 0 for plan, amends in rows])


def _said(began: dict[int, Detailed]) -> dict[int, int]:
    answers = Answer.objects.filter(
        detailed__in=list(began.values()), task__status=TaskStatus.ACCEPTED
    )
    return _counted(list(answers.values_list("detailed__plan", flat=True)))


def _counted(keys: list[int]) -> dict[int, int]:
    return {key: keys.count(key) for key in set(keys)}
