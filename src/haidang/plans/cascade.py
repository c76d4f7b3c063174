"""Which items of a plan which units below it answer, in their detailed plans.

A direction is followed by everybody, a duty by the units that it was given to. The units are those
that the plan asks for a plan of their own; where it asks nobody, all that it gave something to.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from django.db.models import Case, Count, Exists, OuterRef, Prefetch, Q, QuerySet, When
from django.db.models.functions import Coalesce

from haidang import clock
from haidang.orgs.models import Succession, Unit
from haidang.orgs.models.unit import UnitQuerySet
from haidang.plans.enums import DetailedStatus, PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Assignment, Detailed, Plan, Task, TaskQuerySet
from haidang.plans.said import is_certain
from haidang.prepared import prepared

# "chủ động xây dựng kế hoạch chi tiết triển khai thực hiện các nội dung trên"
_ASKS = re.compile(
    r"\b(?:xây dựng|ban hành|lập)\s+(?:các\s+)?kế hoạch"
    r"(?=[^.;]{0,60}\b(?:chi tiết|cụ thể|triển khai|thực hiện)\b)",
    re.IGNORECASE,
)
_BESIDES = re.compile(
    r"[,;]\s*(?:đồng thời|tổ chức|tuyên truyền|báo cáo|gửi|phối hợp)\b", re.IGNORECASE
)
SEVERAL = 2  # units: what asks one unit for a plan does not ask the level below


def base_of(plan: Plan) -> Plan:
    """The plan under which units answer: of one that changes only some items, the one it changes.

    It asks nothing where plans are fetched together with their amendments.
    """
    amendment = getattr(plan, "amendment", None) if plan.amends_id else None
    return plan.amends if amendment and amendment.is_partial and plan.amends else plan


def items_of(plan: Plan) -> TaskQuerySet:
    """The items of a plan that may have to be answered, in the order of its text.

    What changed some of them stands in their place.
    """
    if plan.status == PlanStatus.REPLACED:
        # They are what they were: answers to a plan that was replaced stay readable.
        stood = [TaskStatus.ACCEPTED, TaskStatus.REPLACED]
        return plan.tasks.filter(status__in=stood).order_by("start", "pk")
    changed = Coalesce("continues__start", "start")
    place = Case(When(plan=plan, then="start"), default=changed)
    return Task.objects.filter(within(plan), status=TaskStatus.ACCEPTED).order_by(place, "pk")


def within(plan: Plan | int, tasks: str = "") -> Q:
    """What belongs to a plan: its own, and what the amendments of some of its items brought."""
    parts = Plan.objects.filter(
        amends=plan, status=PlanStatus.ADOPTED, amendment__is_partial=True
    ).order_by()
    return Q(**{f"{tasks}plan": plan}) | Q(**{f"{tasks}plan__in": parts.values("pk")})


def items_for(unit: Unit, plan: Plan) -> TaskQuerySet:
    """The items of a plan that one unit answers."""
    given = Assignment.objects.filter(task=OuterRef("pk"), unit=unit)
    return items_of(plan).filter(Q(kind=TaskKind.DIRECTION) | Exists(given))


def silent_items(detailed: Detailed) -> TaskQuerySet:
    """The items that a detailed plan says nothing of yet."""
    answered = detailed.answers.values("task")
    return items_for(detailed.unit, detailed.plan).exclude(pk__in=answered)


def certain_items(detailed: Detailed) -> list[Task]:
    """The silent items that may be taken up together, without a second look."""
    own = Prefetch("assignments", Assignment.objects.filter(unit=detailed.unit))
    given = silent_items(detailed).prefetch_related(own)
    return [task for task in given if is_certain(task, detailed.unit, clock.today())]


def asks_for_plan(task: Task) -> bool:
    """Whether the words of a task ask for a plan of the level below."""
    return bool(_ASKS.search(" ".join(task.text.split())))


def is_the_plan_itself(task: Task) -> bool:
    """Whether a task asks for the plan and for nothing besides: making it is doing it."""
    return asks_for_plan(task) and not _BESIDES.search(task.text)


def asking(tasks: Iterable[Task]) -> list[Task]:
    """Those of some tasks that ask several units below for their plans."""
    wanted = [task for task in tasks if asks_for_plan(task)]
    several = set(_given_to_several([task.pk for task in wanted])) if wanted else set()
    return [task for task in wanted if task.pk in several]


@prepared
def _given_to_several(tasks: list[int]) -> QuerySet[Assignment, int]:
    sizes = Assignment.objects.filter(task__in=tasks).order_by().values("task")
    several = sizes.annotate(units=Count("pk")).filter(units__gte=SEVERAL)
    return several.values_list("task", flat=True)


def asked_units(plan: Plan, asks: Sequence[Task] | None = None) -> UnitQuerySet:
    """The units whose plans stand under a plan, less those that a successor goes on for.

    `asks` are the items that ask for them, where they are known.
    """
    if base_of(plan) != plan:
        return Unit.objects.none()
    keys = _asking_keys(plan) if asks is None else [task.pk for task in asks]
    return asked_below(plan.pk, plan.unit_id, keys, clock.today(), named=bool(keys))


def asked_below(
    plan: int, own: int, asks: Sequence[int], day: dt.date, *, named: bool
) -> UnitQuerySet:
    """The same by keys alone, on a day: of a plan, its unit, and what asks, where anything does."""
    theirs = Detailed.objects.filter(plan=plan, unit=OuterRef("pk"))
    is_issued = Exists(theirs.filter(status=DetailedStatus.ISSUED))
    is_over = Exists(theirs.filter(status=DetailedStatus.TAKEN_OVER))
    given = Assignment.objects.filter(within(plan, "task__"))
    goes_on = Exists(given.filter(unit__origins__predecessor=OuterRef("pk")))
    units = _asked_once(plan, own, asks, named=named).exclude(is_over)
    return units.exclude(Q(valid_to__lt=day) & Q(goes_on) & ~Q(is_issued))


def _asking_keys(plan: Plan) -> list[int]:
    return [task.pk for task in asking(items_of(plan).filter(text__icontains="kế hoạch"))]


def _asked_once(plan: int, own: int, asks: Sequence[int], *, named: bool) -> UnitQuerySet:
    given = Assignment.objects.filter(unit=OuterRef("pk"))
    if named:
        units = Unit.objects.filter(Exists(given.filter(task__in=asks)))
    else:
        units = Unit.objects.filter(Exists(given.filter(within(plan, "task__"))), acts_for=None)
    return units.exclude(pk=own)


def predecessors_of(unit: Unit) -> list[Unit]:
    """The units that came to an end and that this one goes on for, directly or after others."""
    found: dict[int, Unit] = {}
    last = [unit]
    while last:
        rows = _before([one.pk for one in last])
        last = [row.predecessor for row in rows if row.predecessor_id not in found]
        found |= {one.pk: one for one in last}
    return list(found.values())


@prepared
def _before(units: list[int]) -> QuerySet[Succession]:
    ended = Succession.objects.filter(successor__in=units, predecessor__valid_to__isnull=False)
    return ended.select_related("predecessor").order_by("predecessor")


def to_take_over(unit: Unit, plan: Plan) -> list[Unit]:
    """The predecessors of a unit that owe a detailed plan which was never issued.

    Each heir of a split goes on for the one that was divided. What a predecessor took over itself
    is in its own.
    """
    ended = predecessors_of(unit)
    if not ended:
        return []
    theirs = Detailed.objects.filter(plan=plan, unit__in=ended)
    issued = theirs.filter(status=DetailedStatus.ISSUED).values("unit")
    inside = theirs.exclude(took_over=None).values("took_over__unit")
    asks = _asking_keys(plan)
    once = _asked_once(plan.pk, plan.unit_id, asks, named=bool(asks))
    owing = once.filter(pk__in=[one.pk for one in ended])
    return list(owing.exclude(pk__in=issued).exclude(pk__in=inside).order_by("pk"))
