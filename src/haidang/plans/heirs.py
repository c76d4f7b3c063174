"""What passes to the units that go on for others: tasks still open, and changes to be answered.

A unit that ended keeps its rows as they were. Each heir has rows of its own: all heirs of a split,
and one heir of several once for each thing.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import F, Q, QuerySet

from haidang import clock
from haidang.ledger.commands import record
from haidang.orgs.models import Succession, Unit, User
from haidang.plans.cascade import asks_for_plan, base_of
from haidang.plans.enums import DetailedStatus, Part, PlanStatus, TaskStatus
from haidang.plans.models import Asked, Assignment, Detailed

STRONGEST = (Part.LEAD, Part.DOES, Part.COORDINATE)


@transaction.atomic
def hand_on(units: Iterable[Unit], by: User | None) -> None:
    """Give the heirs of units that came to an end what those had still to do; again is no more.

    What was due before a unit ended stays with it, and so does what it answered.
    """
    today = clock.today()
    ended = {unit for unit in units if unit.valid_to and unit.valid_to < today}
    heirs = heirs_of(ended, today)
    keys = {unit.pk: later for unit, later in heirs.items()}
    given, asked = _give(keys, today), _ask(keys)
    for heir in {one for later in heirs.values() for one in later}:
        if given[heir.pk] or asked[heir.pk]:
            named = sorted(str(unit) for unit, later in heirs.items() if heir in later)
            facts = {"from_units": named, "tasks": given[heir.pk], "asked": asked[heir.pk]}
            record("go_on_for_units", target=heir, by=by, **facts)


def units_ended_since(day: dt.date) -> QuerySet[Unit]:
    """The units that ended on a day or later and that others go on for."""
    ended = Unit.objects.filter(valid_to__gte=day, successions__isnull=False)
    return ended.order_by("pk").distinct()


def heirs_of(units: Iterable[Unit], since: dt.date) -> dict[Unit, list[Unit]]:
    """Those that units which ended before a day became, directly or after others."""
    ended = {unit for unit in units if unit.valid_to and unit.valid_to < since}
    became: dict[Unit, list[Unit]] = {}
    rows = Succession.objects.filter(predecessor__in=ended)
    for row in rows.select_related("successor__acts_for", "predecessor").order_by("pk"):
        became.setdefault(row.predecessor, []).append(row.successor)
    later = heirs_of({heir for heirs in became.values() for heir in heirs}, since) if became else {}
    return {
        unit: [last for heir in became.get(unit, []) for last in later.get(heir, [heir])]
        for unit in ended
    }


def strongest(parts: Iterable[str]) -> Part:
    """The part of whoever had several in one task."""
    given = set(parts)
    return next(part for part in STRONGEST if part in given)


def _give(heirs: Mapping[int, Sequence[Unit]], today: dt.date) -> dict[int, int]:
    open_ = Q(task__due_on=None) | Q(task__due_on__gt=F("unit__valid_to"))
    rows = Assignment.objects.filter(
        open_,
        unit__in=list(heirs),
        task__status=TaskStatus.ACCEPTED,
        task__plan__status=PlanStatus.ADOPTED,
        task__plan__year__gte=today.year,
    ).select_related("task__plan__amends", "task__plan__amendment")
    issued = Detailed.objects.filter(unit__in=list(heirs), status=DetailedStatus.ISSUED)
    made = set(issued.values_list("unit", "plan"))
    parts: dict[tuple[int, int], set[str]] = defaultdict(set)
    for row in rows:
        if (row.unit_id, base_of(row.task.plan).pk) in made and asks_for_plan(row.task):
            continue  # its plan stands, and nobody makes another
        for heir in heirs[row.unit_id]:
            parts[row.task_id, heir.pk].add(row.part)
    there = Assignment.objects.filter(task__in={task for task, _ in parts})
    for pair in there.values_list("task", "unit"):
        parts.pop(pair, None)
    Assignment.objects.bulk_create(
        (Assignment(task_id=task, unit_id=unit, part=strongest(said))
         for (task, unit), said in parts.items()),
        batch_size=500,
    )  # fmt: skip
    return _counted(unit for _, unit in parts)


def _ask(heirs: Mapping[int, Sequence[Unit]]) -> dict[int, int]:
    waiting = Asked.objects.filter(
        unit__in=list(heirs), how="", item__amendment__plan__status=PlanStatus.ADOPTED
    )
    wanted = {
        (row.item_id, heir.pk): row.due_on
        for row in waiting.order_by("pk")
        for heir in heirs[row.unit_id]
    }
    there = Asked.objects.filter(item__in={item for item, _ in wanted})
    for pair in there.values_list("item", "unit"):
        wanted.pop(pair, None)
    Asked.objects.bulk_create(
        (Asked(item_id=item, unit_id=unit, due_on=day) for (item, unit), day in wanted.items()),
        batch_size=500,
    )
    return _counted(unit for _, unit in wanted)


def _counted(units: Iterable[int]) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    for unit in units:
        counts[unit] += 1
    return counts
