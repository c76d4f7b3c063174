"""Questions about amendments: what is in force on a day, what changed, who has not answered."""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from haidang import clock
from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.orgs.models import Unit, User
from haidang.plans.cascade import predecessors_of
from haidang.plans.changes import Change, Fact
from haidang.plans.comparison import facts_between, kind_of
from haidang.plans.enums import Amended, PlanStatus, TaskStatus
from haidang.plans.models import (
    AmendedItem,
    Amendment,
    Asked,
    Plan,
    Target,
    Task,
    TaskQuerySet,
)
from haidang.plans.models.plan import STOOD
from haidang.prepared import prepared
from haidang.text.compare import Kind, Turn, compare_paragraphs

BESIDE = ("unit", "item__before", "item__after", "item__amendment__plan__revision__edition")


def tasks_in_force(plan: Plan) -> TaskQuerySet:
    """The accepted tasks of an adopted plan as amended: its own, and those of partial amendments.

    Of a plan that was replaced none is in force any more.
    """
    return tasks_in_force_of(plan.pk)


def tasks_in_force_of(plan: int) -> TaskQuerySet:
    """The same by the key of the plan, for questions that are put into SQL once."""
    return Task.objects.filter(_of(plan), status=TaskStatus.ACCEPTED)


def items_in_force(plan: Plan) -> TaskQuerySet:
    """The tasks that are items of the document itself, as amended: those of occasions are not."""
    return tasks_in_force(plan).filter(from_occasion=None)


def amended_parts(plan: Plan) -> QuerySet[Plan]:
    """The adopted plans that amend some items of a plan and leave it in force, oldest first."""
    return plan.amendments.filter(status=PlanStatus.ADOPTED, amendment__is_partial=True).order_by(
        "amendment__since", "pk"
    )


def plan_on(plan: Plan, day: dt.date) -> Plan:
    """The version of a plan that is in force on a day: the first one for any day before it."""
    version = plan
    while version.amends is not None:
        version = version.amends
    while following := _replacing(version).filter(amendment__since__lte=day).first():
        version = following
    return version


def in_force_until(plan: Plan) -> dt.date | None:
    """The last day on which a plan that was replaced was in force."""
    following = _replacing(plan).first()
    if following is None or following.amendment.since is None:
        return None
    return following.amendment.since - dt.timedelta(days=1)


def replaced_by(plan: Plan) -> Plan | None:
    """The newest version that stands in the place of a plan that was replaced."""
    if plan.status != PlanStatus.REPLACED:
        return None
    is_part = Amendment.objects.filter(plan=plan, is_partial=True).exists()
    version = plan.amends if is_part and plan.amends else plan
    while following := _replacing(version).first():
        version = following
    return version if version != plan else None


def going_on(task: Task) -> Task | None:
    """The task that stands in the place of one today: itself, what it became, or none any more."""
    return task.current if task.status == TaskStatus.REPLACED else task


def tasks_on(plan: Plan, day: dt.date) -> TaskQuerySet:
    """What a version of a plan asked for on a day, with what amended some of its items by then."""
    own = Q(plan=plan)
    parts = Q(plan__amends=plan, plan__amendment__is_partial=True, plan__status__in=STOOD)
    begun = Q(plan__amendment__since__lte=day)
    standing = Q(status=TaskStatus.ACCEPTED) | Q(status=TaskStatus.REPLACED, replaced_on__gt=day)
    tasks = Task.objects.filter(own | parts & begun).filter(standing)
    return tasks.exclude(pk__in=_made_after(plan, day))


def _made_after(plan: Plan, day: dt.date) -> set[int]:
    """The tasks that people added to the words of a plan after a day: for occasions, of targets."""
    added = Q(from_occasion__isnull=False) | Q(continued_by__from_occasion__isnull=False)
    late = Task.objects.filter(added, plan=plan, due_confirmed_at__date__gt=day)
    own = Target.objects.filter(plan=plan, task__start=F("start"), task__end=F("end"))
    made = {str(pk): task for pk, task in own.values_list("pk", "task")}
    given = Entry.objects.filter(
        event="assign_target",
        target_type="plans.target",
        target_id__in=made,
        at__date__gt=day,
    )
    targets = given.values_list("target_id", flat=True)
    return {*late.values_list("pk", flat=True), *(made[pk] for pk in targets if made[pk])}


def standing_tasks(tasks: Iterable[int]) -> dict[int, int]:
    """For each task in force, and each that it goes on from, the one in force; one query."""
    wanted = list(tasks)
    earlier = _earlier(wanted) if wanted else []
    return {pk: pk for pk in wanted} | {pk: now for pk, now in earlier if now is not None}


@prepared
def _earlier(tasks: list[int]) -> QuerySet[Task, tuple[int, int | None]]:
    return Task.objects.filter(current__in=tasks).order_by().values_list("pk", "current")


def versions_of(task: Task) -> list[int]:
    """The keys of a task and of all that it goes on from."""
    return list(standing_tasks([task.pk]))


def comparison_of(amendment: Amendment) -> list[AmendedItem]:
    """Every item of both plans with what became of it; live while the new plan is in review.

    What a person added to the new plan since it was compared stands at the end as new.
    """
    items = list(amendment.items.all())
    sides = [pk for item in items for pk in (item.before_id, item.after_id) if pk]
    tasks = Task.objects.with_owners().in_bulk(sides)
    for item in items:
        item.before, item.after = tasks.get(item.before_id or 0), tasks.get(item.after_id or 0)
    if amendment.plan.status != PlanStatus.IN_REVIEW:
        return items
    return _as_they_stand(amendment, items)


def sentences_changed(amendment: Amendment) -> list[Turn]:
    """The sentences that no task rests on and that are not the same in both documents."""
    assert amendment.plan.amends is not None
    old, new = _sentences(amendment.plan.amends), _sentences(amendment.plan)
    return [turn for turn in compare_paragraphs(old, new) if turn.kind not in _QUIET]


def unanswered(unit: Unit | None = None, plan: Plan | None = None) -> QuerySet[Asked]:
    """The changed items that wait for an answer, soonest due first: of a unit, of an amendment.

    With `unit` those of that unit alone; for all below an authority filter by `unit__path`.
    """
    waiting = _owed(item__amendment__plan__status=PlanStatus.ADOPTED).filter(how="")
    if unit is not None:
        waiting = waiting.filter(unit=unit)
    if plan is not None:
        waiting = waiting.filter(item__amendment=plan.pk)
    return waiting.select_related(*BESIDE).order_by("due_on", "unit__kind__rank", "unit", "item")


def asked_of(amendment: Amendment, unit: Unit) -> QuerySet[Asked]:
    """What one unit is asked about an amendment, in the order of the comparison."""
    found = Asked.objects.filter(item__amendment=amendment, unit=unit)
    return found.select_related(*BESIDE, "by__unit").order_by("item__ordinal")


def asked_before(amendment: Amendment, unit: Unit) -> dict[int, list[Asked]]:
    """What those that a unit goes on for were asked about an amendment, by the key of the item."""
    found: dict[int, list[Asked]] = {}
    ended = predecessors_of(unit)
    rows = Asked.objects.filter(item__amendment=amendment, unit__in=ended) if ended else ()
    for row in rows and rows.select_related("unit").order_by("unit"):
        found.setdefault(row.item_id, []).append(row)
    return found


def answers_by_unit(amendment: Amendment) -> QuerySet[Unit]:
    """The units that are asked, those that owe most first, counted by the database."""
    owed = _owed(item__amendment=amendment)
    mine = Q(asked_amendments__in=list(owed.values_list("pk", flat=True)))
    asked = Count("asked_amendments", filter=mine)
    answered = Count("asked_amendments", filter=mine & ~Q(asked_amendments__how=""))
    units = Unit.objects.filter(mine).annotate(asked=asked, answered=answered)
    return units.order_by(F("answered") - F("asked"), "kind__rank", "pk")


def answer_counts(amendment: Amendment) -> dict[str, int]:
    """How many answers there are of each kind; the missing ones under ""."""
    found = _owed(item__amendment=amendment).order_by().values_list("how")
    return dict(found.annotate(Count("pk")))


def amended_since(tasks: Collection[Task]) -> dict[int, AmendedItem]:
    """What adopted amendments changed of some tasks, by the key of the task as it was."""
    items = AmendedItem.objects.filter(before__in=tasks, amendment__since__isnull=False)
    items = items.exclude(kind=Amended.SAME).select_related(
        "before", "after", "amendment__plan__revision__edition"
    )
    return {item.before_id or 0: item for item in items.order_by("pk")}


def answer_history(asked: Asked) -> list[Change]:
    """All acts on an answer, newest first."""
    entries = history_of(asked).select_related("by__unit")
    return [
        Change(
            entry.at,
            entry.by if isinstance(entry.by, User) else None,
            entry.by_name,
            entry.event,
            tuple(Fact(*row) for row in entry.get_details().get("changes", ())),
            entry.get_details().get("version"),
        )
        for entry in entries
    ]


def _owed(**wanted: Any) -> QuerySet[Asked]:
    """What was asked, less what a unit that ended left open to its heirs: those answer it once."""
    asked = Asked.objects.filter(unit__origins__predecessor=OuterRef("unit"))
    heirs = Exists(asked.filter(item=OuterRef("item")))
    left = Q(how="", unit__valid_to__lt=clock.today()) & Q(heirs)
    return Asked.objects.filter(**wanted).exclude(left)


_QUIET = {Kind.SAME, Kind.MOVED}


def _of(plan: int) -> Q:
    parts = Q(plan__amends=plan, plan__status=PlanStatus.ADOPTED)
    return Q(plan=plan) | parts & Q(plan__amendment__is_partial=True)


def _replacing(plan: Plan) -> QuerySet[Plan]:
    whole = plan.amendments.filter(status__in=STOOD, amendment__is_partial=False)
    return whole.select_related("amendment", "revision__edition").order_by("pk")


def _as_they_stand(amendment: Amendment, items: list[AmendedItem]) -> list[AmendedItem]:
    gone = Amended.SAME if amendment.is_partial else Amended.REMOVED
    shown = []
    for item in items:
        if item.after and item.after.status == TaskStatus.REFUSED:
            item.after, item.kind = None, gone
        if item.before or item.after:
            item.kind = kind_of(item)
            item.facts = (
                facts_between(item.before, item.after) if item.before and item.after else []
            )
            shown.append(item)
    known = {item.after.pk for item in shown if item.after}
    late = amendment.plan.tasks.exclude(pk__in=known).exclude(status=TaskStatus.REFUSED)
    last = max((item.ordinal for item in items), default=0)
    return shown + [
        AmendedItem(amendment=amendment, ordinal=last + at, kind=Amended.ADDED, after=task)
        for at, task in enumerate(late.with_owners(), start=1)
    ]


def _sentences(plan: Plan) -> list[str]:
    text, tasks = plan.revision.text, list(plan.tasks.values_list("start", "end"))
    items = plan.items.filter(is_sentence=True).values_list("start", "end")
    return [
        " ".join(text[start:end].split())
        for start, end in items
        if not any(start < stop and end > begin for begin, stop in tasks)
    ]


def partial_among(plans: Iterable[Plan]) -> set[int]:
    """The keys of those plans that only change some items of another."""
    return set(_partial([plan.pk for plan in plans]))


@prepared
def _partial(plans: list[int]) -> QuerySet[Amendment, int]:
    partial = Amendment.objects.filter(plan__in=plans, is_partial=True)
    return partial.values_list("plan", flat=True)
