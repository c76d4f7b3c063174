"""The matrix as rows and cells: which unit is how far with which task, and what moved since."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, groupby

from django.db.models import QuerySet

from haidang import clock
from haidang.orgs.models import Unit, UnitGroup
from haidang.plans.enums import Part, TaskKind
from haidang.plans.models import Assignment, Plan, Task
from haidang.plans.queries.amendments import tasks_in_force_of
from haidang.prepared import prepared
from haidang.reporting.queries.standing import Evidence, evidence_before, evidence_of
from haidang.reporting.standing import standing_of
from haidang.web.narrowing import Narrowing
from haidang.web.plan_words import STATES

Parts = dict[tuple[int, int], Part]
LETTERS = {Part.LEAD: "C", Part.COORDINATE: "P", Part.DOES: ""}


@dataclass(slots=True)
class Cell:
    """One unit's part in one task; blank where it has none.

    `was` is its state at the moment from which changes are told, `more` how many activities came
    since then.
    """

    unit: Unit
    part: Part | None = None
    state: str = ""
    count: int = 0
    was: str = ""
    more: int = 0
    is_edge: bool = False
    has_result: bool = False

    @property
    def letter(self) -> str:
        """C where the unit leads, P where it supports."""
        return LETTERS[self.part] if self.part else ""

    @property
    def state_words(self) -> str:
        """How far the unit is, alone."""
        return STATES[self.state].capitalize()

    @property
    def has_changed(self) -> bool:
        """Whether anything moved."""
        return self.state != self.was or self.more != 0

    @property
    def moved(self) -> str:
        """What moved, with the state as it was."""
        said, nothing = [], "chưa có gì"
        if self.state != self.was:
            said.append(f"{STATES.get(self.was, nothing)} → {STATES.get(self.state, nothing)}")
        if self.more:
            said.append(f"{'thêm' if self.more > 0 else 'bớt'} {abs(self.more)} hoạt động")
        return ", ".join(said)

    @property
    def words(self) -> str:
        """What the cell says aloud."""
        part = f"{self.part.label}, " if self.part in {Part.LEAD, Part.COORDINATE} else ""
        return f"{part}{STATES[self.state]}" + (f"; {self.moved}" if self.has_changed else "")


@dataclass(slots=True)
class Row:
    """One task with a cell for each column."""

    task: Task
    cells: list[Cell]

    @property
    def given(self) -> list[Cell]:
        """The cells of units that the task was given to."""
        return [cell for cell in self.cells if cell.part]

    @property
    def is_unowned(self) -> bool:
        """Whether it is a direction that nobody carries (promise N6)."""
        return self.task.kind == TaskKind.DIRECTION and not self.task.has_owner

    @property
    def is_untouched(self) -> bool:
        """Whether nobody carries it and nobody did anything for it either."""
        return self.is_unowned and not any(cell.state for cell in self.cells)

    @property
    def shown_by(self) -> int:
        """How many of its units have something to show."""
        return sum(1 for cell in self.given if cell.has_result)

    @property
    def done_by(self) -> int:
        """How many of the units shown did something for it, whether it was given to them or not."""
        return sum(1 for cell in self.cells if cell.count)

    @property
    def days_left(self) -> int | None:
        """Days until it is due, if it is due at all."""
        return (self.task.due_on - clock.today()).days if self.task.due_on else None


@dataclass
class Grid:
    """Rows under the headings of the plan, columns under kinds of units."""

    columns: list[Unit]
    heads: list[tuple[str, int]]
    sections: list[tuple[str, list[Row]]]
    legend: Counter[str] = field(default_factory=Counter)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of all sections."""
        return [row for _, rows in self.sections for row in rows]

    @cached_property
    def moves(self) -> list[tuple[Row, Cell]]:
        """The cells in which anything moved, each with its row."""
        return [(row, cell) for row in self.rows for cell in row.cells if cell.has_changed]


def grid_of(plan: Plan, columns: list[Unit], asked: Narrowing, since: dt.date) -> Grid:
    """The matrix of an adopted plan over some units: the rows asked for, and what moved since.

    Only what these units carry is loaded, whatever number of units the plan has.
    """
    tasks = asked.by_task(tasks_of(plan))
    parts = parts_given(tasks, columns)
    now, then = evidence_of(tasks, columns), evidence_before(tasks, columns, clock.at(since))
    heads = _heads(plan, columns)
    edges, seen = _edges(columns, heads), _Seen(plan, parts, now, then, since, clock.today())
    rows = [Row(task, [_cell(task, unit, seen) for unit in columns]) for task in tasks]
    for cell in (cell for row in rows for cell in row.cells):
        cell.is_edge = cell.unit.pk in edges
    shown = [row for row in rows if asked.keeps(row.cells)]
    # What is counted is what is shown: also work for what nobody was given.
    cells = [cell for row in shown for cell in row.cells]
    legend = Counter(cell.state for cell in cells if cell.state)
    legend["changed"] = sum(cell.has_changed for cell in cells)
    return Grid(columns, heads, _sections(plan, shown), legend)


def tasks_of(plan: Plan) -> list[Task]:
    """The tasks of a plan as amended: what amends an item stands in its place."""
    return sorted(_in_force(plan.pk), key=lambda task: _place(task, plan))


@prepared
def _in_force(plan: int) -> QuerySet[Task]:
    return tasks_in_force_of(plan).select_related("continues", "from_occasion")


def parts_given(tasks: Sequence[Task], units: Sequence[Unit]) -> Parts:
    """The part that each of some units has in each of some tasks, by their keys."""
    rows = _parts([task.pk for task in tasks], [unit.pk for unit in units])
    return {(task, unit): Part(part) for task, unit, part in rows}


@prepared
def _parts(tasks: list[int], units: list[int]) -> QuerySet[Assignment, tuple[int, int, str]]:
    given = Assignment.objects.filter(task__in=tasks, unit__in=units).order_by()
    return given.values_list("task", "unit", "part")


def _place(task: Task, plan: Plan) -> tuple[int, int, int]:
    before = task.continues if task.plan_id != plan.pk else None
    if before is not None and before.plan_id == plan.pk:
        return (before.start, 1, task.pk)
    return (task.start, 0, task.pk) if task.plan_id == plan.pk else (2**31, task.start, task.pk)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What all cells are told by: who was given what, what is known now, what was known then."""

    plan: Plan
    parts: Parts
    now: Evidence
    then: Evidence
    since: dt.date
    today: dt.date


def _cell(task: Task, unit: Unit, seen: _Seen) -> Cell:
    part, year = seen.parts.get((task.pk, unit.pk)), seen.plan.year
    known, before = seen.now.of(task.pk, unit.pk), seen.then.of(task.pk, unit.pk)
    more = known.count - before.count
    cell = Cell(unit, part, count=known.count, more=more, has_result=known.has_result)
    if part or known.count:
        cell.state = standing_of(task, year, part, known, seen.today)
    if part or before.count:
        cell.was = standing_of(_as_it_was(task, seen.since), year, part, before, seen.since)
    return cell


def _as_it_was(task: Task, day: dt.date) -> Task:
    """The task that was in force on a day: its deadline is the one that counted then."""
    before = task.continues
    return before if before and before.replaced_on and day < before.replaced_on else task


def _heads(plan: Plan, columns: list[Unit]) -> list[tuple[str, int]]:
    grouped = set(_grouped(plan.unit_id))
    names = [
        unit.kind.name.capitalize() if unit.kind_id in grouped else "Cơ quan" for unit in columns
    ]
    return [(name, len(list(run))) for name, run in groupby(names)]


@prepared
def _grouped(unit: int) -> QuerySet[UnitGroup, str]:
    return UnitGroup.objects.filter(parent=unit).order_by().values_list("kinds", flat=True)


def _edges(columns: list[Unit], heads: list[tuple[str, int]]) -> set[int]:
    firsts = accumulate((width for _, width in heads), initial=0)
    return {columns[at].pk for at in firsts if at < len(columns)}


def section_titles(plan: Plan) -> dict[str, str]:
    """The headings of the highest level of a plan, by their labels."""
    return {
        part["label"]: f"{part['label']}. {(part['title'] or '').capitalize()}".rstrip(" .")
        for part in plan.header.get("sections", [])
        if part["level"] == 1 and part["label"]
    }


def _sections(plan: Plan, rows: list[Row]) -> list[tuple[str, list[Row]]]:
    titles = section_titles(plan)
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        top = row.task.label.split(".")[0]
        found[titles.get(top, top)].append(row)
    return list(found.items())
