"""What nobody carries, what nobody measures, and what nobody asked for (promise N6)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from haidang.activities.models import Activity, Expectation, Indicator
from haidang.orgs.models import User
from haidang.plans.enums import PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Assignment, Plan, Target, Task

NOT_READ = ("plan__header", "plan__warnings")


@dataclass(frozen=True, slots=True)
class Orphans:
    """The loose ends of an authority's plans of a year; each is a question to the database."""

    directions: QuerySet[Task]
    targets: QuerySet[Target]
    unmeasured: QuerySet[Task]
    idle: QuerySet[Indicator]
    has_plans: bool

    def counts(self) -> dict[str, int]:
        """How many there are of each; none where there is no plan that could ask for anything."""
        if not self.has_plans:
            return dict.fromkeys(("directions", "targets", "unmeasured", "idle"), 0)
        return {
            "directions": self.directions.count(),
            "targets": self.targets.count(),
            "unmeasured": self.unmeasured.count(),
            "idle": self.idle.count(),
        }


def plans_of_authority(user: User, year: int) -> QuerySet[Plan]:
    """Return the plans a person's own authority has in force for a year; an auditor reads all."""
    found = Plan.objects.filter(status=PlanStatus.ADOPTED, year=year)
    if user.sees_everything():
        return found
    return found.filter(unit=user.seat.pk) if user.unit_id else found.none()


def orphans_of(plans: QuerySet[Plan], answered: Iterable[int | None] = ()) -> Orphans:
    """Return what is loose in some plans.

    `answered` are tasks that a report answers: what shows them is the report itself. Unmeasured are
    tasks that somebody carries and that lack an indicator, or a kind of activity that shows them.
    """
    # Known keys: an authority has a few plans, and the questions below stay short.
    keys = list(plans.order_by().values_list("pk", flat=True))
    tasks = Task.objects.filter(plan__in=keys, status=TaskStatus.ACCEPTED)
    tasks = tasks.select_related("plan__unit").defer(*NOT_READ)
    nobody = Q(unit=None, group=None)
    carried = tasks.filter(~nobody | Exists(_assigned()))
    measured = Expectation.indicators.through.objects.filter(expectation__task=OuterRef("pk"))
    shown = Expectation.kinds.through.objects.filter(expectation__task=OuterRef("pk"))
    carried = carried.annotate(has_indicator=Exists(measured), has_kind=Exists(shown))
    loose = carried.filter(Q(has_indicator=False) | Q(has_kind=False))
    asked = Indicator.objects.filter(expectations__task__plan__in=keys)
    targets = Target.objects.filter(plan__in=keys).filter(_uncarried())
    return Orphans(
        directions=tasks.filter(nobody, ~Exists(_assigned()), kind=TaskKind.DIRECTION),
        targets=targets.select_related("plan__unit", "task").defer(*NOT_READ),
        unmeasured=loose.exclude(pk__in=[pk for pk in answered if pk is not None]),
        idle=Indicator.objects.filter(is_retired=False).exclude(pk__in=asked.values("pk")),
        has_plans=bool(keys),
    )


def kinds_logged(tasks: Collection[int]) -> dict[int, dict[str, int]]:
    """Return for each task how many activities of each kind were logged for it."""
    counted = Activity.objects.standing().filter(task__in=tasks).order_by()
    found: dict[int, dict[str, int]] = {}
    for task, kind, count in counted.values_list("task", "kind").annotate(Count("pk")):
        if task is not None:
            found.setdefault(task, {})[kind] = count
    return found


def _assigned() -> QuerySet[Assignment]:
    return Assignment.objects.filter(task=OuterRef("pk"))


def _uncarried() -> Q:
    # As plans.queries.uncarried_targets says it for one plan.
    unowned = Q(task__unit=None, task__group=None)
    return Q(task=None) | Q(task__status=TaskStatus.REFUSED) | unowned
