"""What nobody carries, what nobody measures, and what nobody asked for (promise N6)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value

from haidang.activities.models import Activity, Expectation, Indicator
from haidang.orgs.models import User
from haidang.plans.enums import PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Assignment, Plan, Target, Task
from haidang.prepared import prepared

NOT_READ = ("plan__header", "plan__warnings")
NAMES = ("directions", "targets", "unmeasured", "idle")


@dataclass(frozen=True, slots=True)
class Orphans:
    """The loose ends of an authority's plans of a year; each is asked for when it is needed."""

    plans: list[int]
    answered: list[int]

    def directions(self, most: int | None = None) -> list[Task]:
        """The directions that no unit carries, in the order of the plans."""
        return _directions(self.plans, most=most)

    def targets(self, most: int | None = None) -> list[Target]:
        """The targets that no unit carries."""
        return _targets(self.plans, most=most)

    def unmeasured(self, most: int | None = None) -> list[Task]:
        """What units carry without an indicator, or without a kind of activity that shows it."""
        return _unmeasured(self.plans, self.answered, most=most)

    def idle(self) -> list[Indicator]:
        """The indicators that no task is measured by."""
        return _idle(self.plans)

    def counts(self) -> dict[str, int]:
        """How many there are of each; none where there is no plan that could ask for anything."""
        found = dict(_counts(self.plans, self.answered)) if self.plans else {}
        return {name: found.get(name, 0) for name in NAMES}


def plans_of_authority(user: User, year: int) -> QuerySet[Plan]:
    """Return the plans a person's own authority has in force for a year; an auditor reads all."""
    if user.sees_everything():
        return _in_force(year)
    return _in_force(year).filter(unit=user.seat.pk) if user.unit_id else Plan.objects.none()


def keys_of_plans(user: User, year: int) -> list[int]:
    """Return the keys of the same plans."""
    if user.sees_everything():
        return _keys_of_all(year)
    return _keys_of_one(user.seat.pk, year) if user.unit_id else []


def orphans_of(plans: Iterable[int], answered: Iterable[int | None] = ()) -> Orphans:
    """Return what is loose in some plans, by their keys.

    `answered` are tasks that a report answers: what shows them is the report itself. Unmeasured are
    tasks that somebody carries and that lack an indicator, or a kind of activity that shows them.
    """
    # No task has the key 0, and a list of nothing cannot be left out of a prepared question.
    return Orphans(list(plans), [0, *(pk for pk in answered if pk is not None)])


def kinds_logged(tasks: Collection[int]) -> dict[int, dict[str, int]]:
    """Return for each task how many activities of each kind were logged for it."""
    counted = Activity.objects.standing().filter(task__in=tasks).order_by()
    found: dict[int, dict[str, int]] = {}
    for task, kind, count in counted.values_list("task", "kind").annotate(Count("pk")):
        if task is not None:
            found.setdefault(task, {})[kind] = count
    return found


def _in_force(year: int) -> QuerySet[Plan]:
    return Plan.objects.filter(status=PlanStatus.ADOPTED, year=year)


@prepared
def _keys_of_all(year: int) -> QuerySet[Plan, int]:
    return _in_force(year).order_by().values_list("pk", flat=True)


@prepared
def _keys_of_one(unit: int, year: int) -> QuerySet[Plan, int]:
    return _in_force(year).filter(unit=unit).order_by().values_list("pk", flat=True)


@prepared
def _directions(plans: list[int], *, most: int | None) -> QuerySet[Task]:
    return _shown(_loose_directions(plans))[:most]


@prepared
def _targets(plans: list[int], *, most: int | None) -> QuerySet[Target]:
    return _loose_targets(plans).select_related("plan__unit", "task").defer(*NOT_READ)[:most]


@prepared
def _unmeasured(plans: list[int], answered: list[int], *, most: int | None) -> QuerySet[Task]:
    loose = _loose_measures(plans, answered)
    found = loose.annotate(has_indicator=Exists(_measured()), has_kind=Exists(_evidenced()))
    return _shown(found)[:most]


@prepared
def _idle(plans: list[int]) -> QuerySet[Indicator]:
    return _unused(plans)


@prepared
def _counts(plans: list[int], answered: list[int]) -> QuerySet[Any, tuple[str, int]]:
    each = (
        _loose_directions(plans),
        _loose_targets(plans),
        _loose_measures(plans, answered),
        _unused(plans),
    )
    first, *others = [
        rows.order_by()
        .values(what=Value(name))
        .annotate(number=Count("pk"))
        .values_list("what", "number")
        for name, rows in zip(NAMES, each, strict=True)
    ]
    together: QuerySet[Any, tuple[str, int]] = first.union(*others, all=True)
    return together


def _shown(tasks: QuerySet[Task]) -> QuerySet[Task]:
    return tasks.select_related("plan__unit").defer(*NOT_READ)


def _loose_directions(plans: list[int]) -> QuerySet[Task]:
    carried = Assignment.objects.filter(task=OuterRef("pk"))
    nobody = Q(unit=None, group=None) & ~Exists(carried)
    return _tasks(plans).filter(nobody, kind=TaskKind.DIRECTION)


def _loose_targets(plans: list[int]) -> QuerySet[Target]:
    # As plans.queries.uncarried_targets says it for one plan.
    unowned = Q(task__unit=None, task__group=None)
    uncarried = Q(task=None) | Q(task__status=TaskStatus.REFUSED) | unowned
    return Target.objects.filter(uncarried, plan__in=plans)


def _loose_measures(plans: list[int], answered: list[int]) -> QuerySet[Task]:
    carried = Assignment.objects.filter(task=OuterRef("pk"))
    tasks = _tasks(plans).filter(~Q(unit=None, group=None) | Exists(carried))
    loose = tasks.filter(~Exists(_measured()) | ~Exists(_evidenced()))
    return loose.exclude(pk__in=answered)


def _unused(plans: list[int]) -> QuerySet[Indicator]:
    asked = Indicator.objects.filter(expectations__task__plan__in=plans)
    return Indicator.objects.filter(is_retired=False).exclude(pk__in=asked.values("pk"))


def _tasks(plans: list[int]) -> QuerySet[Task]:
    return Task.objects.filter(plan__in=plans, status=TaskStatus.ACCEPTED)


def _measured() -> QuerySet[Any]:
    return Expectation.indicators.through.objects.filter(expectation__task=OuterRef("pk"))


def _evidenced() -> QuerySet[Any]:
    return Expectation.kinds.through.objects.filter(expectation__task=OuterRef("pk"))
