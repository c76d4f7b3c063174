"""How far the units below have answered a plan, item by item: counted by the database (N4).

Each unit and item is in exactly one state: taken up, adapted, waived, or silent.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from haidang import clock
from haidang.orgs.models import Unit
from haidang.plans.cascade import asked_below, asked_units, asking, base_of, items_of, within
from haidang.plans.enums import DetailedStatus, How, TaskKind
from haidang.plans.models import Answer, Assignment, Detailed, Plan, Task
from haidang.prepared import counted, number, prepared

SILENT = "silent"
STATES = (*How.values, SILENT)


@dataclass(slots=True)
class ItemRow:
    """One item, and how many units are in each state with it."""

    task: Task
    given: int = 0
    by_state: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STATES, 0))

    @property
    def silent(self) -> int:
        """How many units say nothing of it."""
        return self.by_state[SILENT]


@dataclass(slots=True)
class Cell:
    """One unit's answer to one item: silent where there is no answer, blank where none is due."""

    task: Task
    answer: Answer | None = None
    is_given: bool = False

    @property
    def state(self) -> str:
        """The state, or nothing where the item is not the unit's."""
        if not self.is_given:
            return ""
        return self.answer.how if self.answer else SILENT


@dataclass(slots=True)
class UnitRow:
    """One unit with its cells, and how many of its items it has answered."""

    unit: Unit
    given: int
    answered: int
    detailed: Detailed | None
    cells: list[Cell]

    @property
    def silent(self) -> int:
        """How many items it says nothing of."""
        return self.given - self.answered


@dataclass(frozen=True, slots=True)
class Coverage:
    """The items of a plan, and some of the units below it, silent ones first."""

    plan: Plan
    items: list[ItemRow]
    rows: list[UnitRow]
    units: int
    of: int  # units that the filter kept

    @property
    def totals(self) -> dict[str, int]:
        """How many units and items are in each state."""
        return {state: sum(item.by_state[state] for item in self.items) for state in STATES}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which units are shown: those with `state` (of `item` where one is named), by name, a page."""

    state: str = ""
    item: int | None = None
    words: str = ""
    units: Sequence[int] | None = None
    start: int = 0
    most: int = 25


EVERY = Wish()


def units_covering(
    plan: Plan, among: QuerySet[Unit] | None = None, tasks: Sequence[Task] | None = None
) -> QuerySet[Unit]:
    """The units below a plan with `given`, `answered` and `silent`, counted by the database.

    `among` are those units and `tasks` the plan's items, where they were asked for before.
    """
    items = items_of(plan).only("kind") if tasks is None else tasks
    duties = [task.pk for task in items if task.kind == TaskKind.DUTY]
    directions = len(items) - len(duties)
    given = Assignment.objects.filter(unit=OuterRef("pk"), task__in=duties)
    said = Answer.objects.filter(
        detailed__plan=plan, detailed__unit=OuterRef("pk"), task__in=[task.pk for task in items]
    )
    units = asked_units(plan) if among is None else among
    counted = units.annotate(
        given=_count(given, "unit") + directions, answered=_count(said, "detailed")
    )
    return counted.annotate(silent=F("given") - F("answered"))


def silences_of(plan: Plan) -> QuerySet[Unit]:
    """The units that have items without an answer, most of them first; `silent` says how many."""
    silent = units_covering(plan).filter(Q(silent__gt=0))
    return silent.order_by(F("silent").desc(), "kind__rank", "pk")


def detailed_of(unit: Unit, plan: Plan) -> Detailed | None:
    """The detailed plan of a unit for a plan above it, if it began one."""
    beside = ("unit", "plan__unit", "plan__revision__edition__document", "edition", "result")
    return Detailed.objects.select_related(*beside).filter(unit=unit, plan=plan).first()


def coverage_of(
    plan: Plan,
    wish: Wish = EVERY,
    tasks: Sequence[Task] | None = None,
    asks: Sequence[Task] | None = None,
) -> Coverage:
    """The coverage of a plan by the units below it, in a constant number of questions.

    `tasks` are its items, and `asks` those that ask for plans, where they were asked for before.
    """
    if base_of(plan) != plan:
        return Coverage(plan, [], [], 0, 0)
    tasks = list(items_of(plan)) if tasks is None else tasks
    asks = asking(tasks) if asks is None else asks
    units = units_covering(plan, asked_units(plan, asks), tasks)
    keys = (plan.pk, plan.unit_id, [task.pk for task in asks], clock.today())
    count = number(_everybody(*keys, named=bool(asks)))
    items = _items(tasks, keys, count, named=bool(asks))
    kept = _kept(units, plan, wish)
    page = kept.order_by(F("silent").desc(), "kind__rank", "pk").select_related("kind")
    shown = list(page[wish.start : wish.start + wish.most])
    rows = _rows(plan, [item.task for item in items], shown)
    return Coverage(plan, items, rows, count, count if kept is units else kept.count())


@prepared
def _everybody(
    plan: int, own: int, asks: list[int], day: dt.date, *, named: bool
) -> QuerySet[Any, int]:
    return counted(asked_below(plan, own, asks, day, named=named))


@prepared
def _sizes(
    plan: int, own: int, asks: list[int], day: dt.date, *, named: bool
) -> QuerySet[Assignment, tuple[int, int]]:
    among = asked_below(plan, own, asks, day, named=named).order_by().values("pk")
    given = Assignment.objects.filter(within(plan, "task__"), unit__in=among).order_by()
    sizes = given.values("task").annotate(units=Count("pk"))
    return sizes.values_list("task", "units")


@prepared
def _told(
    plan: int, own: int, asks: list[int], day: dt.date, *, named: bool
) -> QuerySet[Answer, tuple[int, str, int]]:
    among = asked_below(plan, own, asks, day, named=named).order_by().values("pk")
    said = Answer.objects.filter(detailed__plan=plan, detailed__unit__in=among).order_by()
    counts = said.values("task", "how").annotate(units=Count("pk"))
    return counts.values_list("task", "how", "units")


def _items(
    tasks: Sequence[Task], keys: tuple[int, int, list[int], dt.date], count: int, *, named: bool
) -> list[ItemRow]:
    sizes = dict(_sizes(*keys, named=named))
    told = {(task, how): units for task, how, units in _told(*keys, named=named)}
    rows = []
    for task in tasks:
        given = count if task.kind == TaskKind.DIRECTION else sizes.get(task.pk, 0)
        row = ItemRow(task, given)
        row.by_state |= {how: told.get((task.pk, how), 0) for how in How.values}
        row.by_state[SILENT] = given - sum(row.by_state[how] for how in How.values)
        rows.append(row)
    return [row for row in rows if row.given]


def _kept(units: QuerySet[Unit], plan: Plan, wish: Wish) -> QuerySet[Unit]:
    if wish.units is not None:
        units = units.filter(pk__in=wish.units)
    if wish.words:
        units = units.filter(Q(name__icontains=wish.words) | Q(area__icontains=wish.words))
    if not wish.state:
        return units
    said = Answer.objects.filter(detailed__plan=plan, detailed__unit=OuterRef("pk"))
    said = said.filter(task=wish.item) if wish.item else said
    if wish.state != SILENT:
        return units.filter(Exists(said.filter(how=wish.state)))
    if wish.item is None:
        return units.filter(Q(silent__gt=0))
    task = Task.objects.filter(pk=wish.item, kind=TaskKind.DIRECTION)
    own = Assignment.objects.filter(unit=OuterRef("pk"), task=wish.item)
    return units.filter(~Exists(said)).filter(Exists(task) | Exists(own))


def _rows(plan: Plan, tasks: Sequence[Task], units: Sequence[Unit]) -> list[UnitRow]:
    keys = [unit.pk for unit in units]
    given = set(_given(plan.pk, keys))
    began = {row.unit_id: row for row in _began(plan.pk, keys)}
    said: dict[tuple[int, int], Answer] = {}
    for answer in _answers([row.pk for row in began.values()]):
        said[answer.detailed_id, answer.task_id] = answer
    return [_row(unit, tasks, given, began.get(unit.pk), said) for unit in units]


@prepared
def _given(plan: int, units: list[int]) -> QuerySet[Assignment, tuple[int, int]]:
    own = Assignment.objects.filter(within(plan, "task__"), unit__in=units)
    return own.order_by().values_list("unit", "task")


@prepared
def _answers(detailed: list[int]) -> QuerySet[Answer]:
    return Answer.objects.filter(detailed__in=detailed)


@prepared
def _began(plan: int, keys: list[int]) -> QuerySet[Detailed]:
    rows = Detailed.objects.filter(plan=plan, unit__in=keys).exclude(
        status=DetailedStatus.TAKEN_OVER
    )
    return rows.select_related("edition")


def _row(
    unit: Unit,
    tasks: Sequence[Task],
    given: set[tuple[int, int]],
    detailed: Detailed | None,
    said: Mapping[tuple[int, int], Answer],
) -> UnitRow:
    cells = []
    for task in tasks:
        is_given = task.kind == TaskKind.DIRECTION or (unit.pk, task.pk) in given
        answer = said.get((detailed.pk, task.pk)) if detailed else None
        cells.append(Cell(task, answer, is_given))
    theirs = sum(cell.is_given for cell in cells)
    answered = sum(cell.answer is not None for cell in cells)
    return UnitRow(unit, theirs, answered, detailed, cells)


def _count(rows: QuerySet[Answer] | QuerySet[Assignment], by: str) -> Coalesce:
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
