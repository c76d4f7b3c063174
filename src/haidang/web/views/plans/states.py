"""How far a unit is with a task, now or as it stood at a moment: from log, reports and the day.

Nobody types a state. What stood then is worked out from when things were logged and decided.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field

from haidang import clock
from haidang.activities.queries import counts_by_task
from haidang.ledger.models import Entry
from haidang.orgs.models import Unit
from haidang.plans.enums import Part
from haidang.plans.models import Task
from haidang.plans.queries import standing_tasks
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report

WITH_ITS_UNIT = {ReportStatus.NOT_STARTED, ReportStatus.DRAFT, ReportStatus.RETURNED}
ACTS = {
    "start_report": ReportStatus.DRAFT,
    "submit_report": ReportStatus.SUBMITTED,
    "begin_review": ReportStatus.IN_REVIEW,
    "return_report": ReportStatus.RETURNED,
    "accept_report": ReportStatus.ACCEPTED,
}
Key = tuple[int, int]  # of a task and a unit


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of each (task, unit): how many activities, and where its report stands."""

    counts: dict[Key, int] = field(default_factory=dict)
    reports: dict[Key, ReportStatus] = field(default_factory=dict)


def evidence_of(tasks: Collection[Task], units: Collection[Unit]) -> Evidence:
    """What the log and the reports say now of some tasks and units, in four queries."""
    reports = {key: ReportStatus(row.status) for key, row in _reports(tasks, units)}
    return Evidence(counts_by_task(tasks=tasks, units=units), reports)


def evidence_before(
    tasks: Collection[Task], units: Collection[Unit], moment: dt.datetime
) -> Evidence:
    """What they said at a moment, in as many and one: reports are told by the ledger."""
    rows = [(key, row) for key, row in _reports(tasks, units) if row.round.opened_at < moment]
    acts = Entry.objects.filter(
        target_type="reporting.report",
        target_id__in=[str(row.pk) for _, row in rows],
        event__in=ACTS,
        at__lt=moment,
    ).order_by("seq")
    stood = {target: ACTS[event] for target, event in acts.values_list("target_id", "event")}
    reports = {key: stood.get(str(row.pk), ReportStatus.NOT_STARTED) for key, row in rows}
    return Evidence(counts_by_task(tasks=tasks, units=units, before=moment), reports)


def _reports(tasks: Collection[Task], units: Collection[Unit]) -> list[tuple[Key, Report]]:
    now = standing_tasks(task.pk for task in tasks)  # a round was opened for the task as it was
    found = Report.objects.filter(round__task__in=now, unit__in=units).select_related("round")
    return [((now[row.round.task_id or 0], row.unit_id), row) for row in found.order_by("pk")]


def state_of(
    task: Task,
    year: int,
    part: Part | None,
    count: int,
    report: ReportStatus | None,
    day: dt.date | None = None,
) -> str:
    """How far a unit is with a task: by its report where one is asked, else by its activities."""
    today = day or clock.today()
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
