"""The matrix as rows and cells: which unit is how far with which task, from what was logged.

Nobody types a state: it follows from activities, from reports, and from the day.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import accumulate, groupby

from haidang import clock
from haidang.activities.models import Activity
from haidang.activities.queries import counts_by_task
from haidang.orgs.models import Unit
from haidang.plans.enums import Part, TaskKind, TaskStatus
from haidang.plans.models import Plan, Task
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report

WORDS = {"ok": "hoàn thành", "run": "đang thực hiện", "none": "chưa thực hiện", "late": "quá hạn"}
LETTERS = {Part.LEAD: "C", Part.COORDINATE: "P", Part.DOES: ""}
WITH_ITS_UNIT = {ReportStatus.NOT_STARTED, ReportStatus.DRAFT, ReportStatus.RETURNED}
A_WEEK = dt.timedelta(days=7)


@dataclass(slots=True)
class Cell:
    """One unit's part in one task; blank where it has none."""

    unit: Unit
    part: Part | None = None
    state: str = ""
    count: int = 0
    has_changed: bool = False
    is_edge: bool = False

    @property
    def letter(self) -> str:
        """C where the unit leads, P where it supports."""
        return LETTERS[self.part] if self.part else ""

    @property
    def state_words(self) -> str:
        """How far the unit is, alone."""
        return WORDS[self.state].capitalize()

    @property
    def words(self) -> str:
        """What the cell says aloud."""
        part = f"{self.part.label}, " if self.part in {Part.LEAD, Part.COORDINATE} else ""
        return f"{part}{WORDS[self.state]}" + (", thay đổi trong tuần" if self.has_changed else "")


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
        return sum(1 for cell in self.given if cell.state in {"ok", "run"})

    @property
    def days_left(self) -> int | None:
        """Days until it is due, if it is due at all."""
        return (self.task.due_on - clock.today()).days if self.task.due_on else None


@dataclass(slots=True)
class Grid:
    """Rows under the headings of the plan, columns under kinds of units."""

    columns: list[Unit]
    heads: list[tuple[str, int]]
    sections: list[tuple[str, list[Row]]]
    legend: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of each (task, unit): activities, reports, and what moved lately."""

    counts: dict[tuple[int, int], int]
    reports: dict[tuple[int, int], ReportStatus]
    lately: set[tuple[int, int]]


def grid_of(
    plan: Plan, columns: list[Unit], *, only_given: bool = False, only_late: bool = False
) -> Grid:
    """The matrix of an adopted plan over some units, with all its rows or only some."""
    tasks = list(plan.tasks.filter(status=TaskStatus.ACCEPTED).prefetch_related("assignments"))
    evidence = evidence_of(tasks, columns)
    heads = _heads(plan, columns)
    edges = _edges(columns, heads)
    rows = [_row(task, plan, columns, evidence, edges) for task in tasks]
    shown = [row for row in rows if not only_given or any(cell.state for cell in row.cells)]
    if only_late:
        shown = [row for row in shown if any(cell.state == "late" for cell in row.given)]
    legend = Counter(cell.state for row in rows for cell in row.given)
    legend["changed"] = sum(cell.has_changed for row in rows for cell in row.cells)
    return Grid(columns, heads, _sections(plan, shown), legend)


def evidence_of(tasks: Collection[Task], units: Collection[Unit]) -> Evidence:
    """What the log and the reports say of some tasks and units, in three queries."""
    since = clock.now() - A_WEEK
    logged = Activity.objects.filter(task__in=tasks, unit__in=units, logged_at__gte=since)
    lately = {(task, unit) for task, unit in logged.values_list("task", "unit").order_by() if task}
    reports = {}
    for report in Report.objects.filter(round__task__in=tasks, unit__in=units).select_related(
        "round"
    ):
        key = (report.round.task_id or 0, report.unit_id)
        reports[key] = ReportStatus(report.status)
        moved = [at for at in (report.submitted_at, report.decided_at) if at and at >= since]
        lately |= {key} if moved else set()
    return Evidence(counts_by_task(tasks=tasks, units=units), reports, lately)


def state_of(
    task: Task, year: int, part: Part | None, count: int, report: ReportStatus | None
) -> str:
    """How far a unit is with a task: by its report where one is asked, else by its activities."""
    today = clock.today()
    is_past = task.due_on is not None and task.due_on < today and part != Part.COORDINATE
    if report == ReportStatus.ACCEPTED:
        return "ok"
    if report and report not in WITH_ITS_UNIT:
        return "run"
    if is_past and (report or not count):
        return "late"
    if report:
        return "none" if report == ReportStatus.NOT_STARTED else "run"
    if not count:
        return "none"
    # Work without a day is never finished while the year of its plan runs.
    return "ok" if task.due_on or today.year > year else "run"


def _row(task: Task, plan: Plan, columns: list[Unit], evidence: Evidence, edges: set[int]) -> Row:
    parts = {row.unit_id: Part(row.part) for row in task.assignments.all()}
    cells = []
    for unit in columns:
        key, part = (task.pk, unit.pk), parts.get(unit.pk)
        count = evidence.counts.get(key, 0)
        state = ""
        if part or count:
            state = state_of(task, plan.year, part, count, evidence.reports.get(key))
        cells.append(Cell(unit, part, state, count, key in evidence.lately, unit.pk in edges))
    return Row(task, cells)


def _heads(plan: Plan, columns: list[Unit]) -> list[tuple[str, int]]:
    grouped = set(plan.unit.groups.values_list("kinds", flat=True))
    names = [
        unit.kind.name.capitalize() if unit.kind_id in grouped else "Cơ quan" for unit in columns
    ]
    return [(name, len(list(run))) for name, run in groupby(names)]


def _edges(columns: list[Unit], heads: list[tuple[str, int]]) -> set[int]:
    firsts = accumulate((width for _, width in heads), initial=0)
    return {columns[at].pk for at in firsts if at < len(columns)}


def _sections(plan: Plan, rows: list[Row]) -> list[tuple[str, list[Row]]]:
    titles = {
        part["label"]: f"{part['label']}. {(part['title'] or '').capitalize()}".rstrip(" .")
        for part in plan.header.get("sections", [])
        if part["level"] == 1
    }
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        top = row.task.label.split(".")[0]
        found[titles.get(top, top)].append(row)
    return list(found.items())
