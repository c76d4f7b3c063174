"""How far units are with tasks (`reporting.standing`): for a few at hand, and in the database.

A round was opened for a task as it was, and counts for the one that goes on from it; a unit's
report also answers the item that its own plan took over from the plan above.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    Field,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from haidang import clock
from haidang.activities.models import Activity, Participation
from haidang.activities.queries import counts_by_task
from haidang.ledger.models import Entry
from haidang.orgs.models import Unit
from haidang.plans.enums import DetailedStatus, Part
from haidang.plans.models import Assignment, Task
from haidang.plans.queries import standing_tasks
from haidang.plans.queries.own_plans import Key, has_own_plan, own_plans, plans_behind
from haidang.prepared import prepared
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report, Round
from haidang.reporting.standing import (
    DONE,
    LATE,
    NONE,
    NOTHING,
    RUNNING,
    WITH_ITS_UNIT,
    WITH_THE_READER,
    Known,
)

ACTS = {
    "start_report": ReportStatus.DRAFT,
    "submit_report": ReportStatus.SUBMITTED,
    "begin_review": ReportStatus.IN_REVIEW,
    "return_report": ReportStatus.RETURNED,
    "accept_report": ReportStatus.ACCEPTED,
    "recall_report": ReportStatus.DRAFT,
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of each (task, unit) of which anything is known."""

    known: dict[Key, Known] = field(default_factory=dict)

    def of(self, task: int, unit: int) -> Known:
        """What is known of one unit's part in one task."""
        return self.known.get((task, unit), NOTHING)


def evidence_of(tasks: Collection[Task], units: Collection[Unit]) -> Evidence:
    """What log, reports and plans say now of some tasks and units, in a few queries."""
    reports = {
        key: (ReportStatus(row.status), _due(row, ReportStatus(row.status)))
        for key, row in _reports(tasks, units)
    }
    counts = counts_by_task(tasks=tasks, units=units)
    return _together(counts, reports, own_plans(tasks, units))


def evidence_before(
    tasks: Collection[Task], units: Collection[Unit], moment: dt.datetime
) -> Evidence:
    """What they said at a moment, in one query more: reports are told by the ledger."""
    rows = [(key, row) for key, row in _reports(tasks, units) if row.round.opened_at < moment]
    acts = Entry.objects.filter(
        target_type="reporting.report",
        target_id__in=[str(row.pk) for _, row in rows],
        event__in=ACTS,
        at__lt=moment,
    ).order_by("seq")
    stood = _stood(acts.values_list("target_id", "event"))
    reports = {}
    for key, row in rows:
        status = stood.get(str(row.pk), ReportStatus.NOT_STARTED)
        reports[key] = (status, _due(row, status))
    counts = counts_by_task(tasks=tasks, units=units, before=moment)
    return _together(counts, reports, own_plans(tasks, units, moment))


def _stood(acts: Iterable[tuple[str, str]]) -> dict[str, ReportStatus]:
    """By report, how it stood after some acts; what was taken back stands as it did before."""
    stood: dict[str, ReportStatus] = {}
    returned = set()
    for target, event in acts:
        if event == "return_report":
            returned.add(target)
        is_back = event == "recall_report" and target in returned
        stood[target] = ReportStatus.RETURNED if is_back else ACTS[event]
    return stood


def parts_of(tasks: QuerySet[Task], day: dt.date | None = None) -> QuerySet[Any]:
    """The units' parts in some tasks in force, each with its `state` and `has_result` on a day.

    Also with `report` (its status, where one is asked) and `due_on`, the day that counts. Two
    questions more find the few tasks that ask for a plan, and those that a round asks for.
    """
    today = day or clock.today()
    behind = plans_behind(tasks.filter(text__icontains="kế hoạch"))
    issued, begun = DetailedStatus.ISSUED, DetailedStatus.DRAFTING
    reports, asking = _asked(OuterRef("task"), OuterRef("task__above")), _answered_by_reports(tasks)
    found = Assignment.objects.filter(task__in=tasks.order_by().values("pk")).annotate(
        report=_where(asking, Subquery(reports.values("status")[:1]), CharField()),
        report_due=_where(asking, Subquery(reports.values("last_day")[:1]), DateField()),
        has_log=_logged(),
        has_plan=Case(
            When(has_own_plan(behind, issued), then=Value(issued)),
            When(has_own_plan(behind, begun), then=Value(begun)),
            default=Value(""),
            output_field=CharField(),
        ),
    )
    sent = Q(report__in=[ReportStatus.ACCEPTED, *WITH_THE_READER])
    result = Q(has_log=True) | Q(has_plan=DetailedStatus.ISSUED) | sent
    return found.annotate(
        due_on=Coalesce("report_due", "task__due_on"),
        state=_state(today),
        has_result=Case(When(result, then=True), default=False),
    )


def _answered_by_reports(tasks: QuerySet[Task]) -> list[int]:
    """The few of some tasks that a round asks for: reports of all others need not be sought."""
    rounds = Round.objects.exclude(task=None).values("task")
    ways = Q(pk__in=rounds) | Q(earlier__in=rounds)
    ways |= Q(above__in=rounds) | Q(above__earlier__in=rounds)
    return list(tasks.filter(ways).order_by().values_list("pk", flat=True).distinct())


def _where(tasks: list[int], found: Subquery, kind: Field[Any, Any]) -> Case | Value:
    return Case(When(task__in=tasks, then=found), output_field=kind) if tasks else Value(None, kind)


def _state(today: dt.date) -> Case:
    past = Q(due_on__lt=today) & ~Q(part=Part.COORDINATE)
    asked = Q(report__in=WITH_ITS_UNIT)
    over = Q(task__due_on__isnull=False) | Q(task__plan__year__lt=today.year)
    return Case(
        When(Q(report=ReportStatus.ACCEPTED) | Q(has_plan=DetailedStatus.ISSUED), then=Value(DONE)),
        When(report__in=WITH_THE_READER, then=Value(RUNNING)),
        When(past & (asked | Q(has_log=False)), then=Value(LATE)),
        When(report=ReportStatus.NOT_STARTED, then=Value(NONE)),
        When(asked, then=Value(RUNNING)),
        When(over & Q(has_log=True), then=Value(DONE)),
        When(Q(has_log=True) | Q(has_plan=DetailedStatus.DRAFTING), then=Value(RUNNING)),
        default=Value(NONE),
        output_field=CharField(),
    )


def _asked(task: OuterRef, above: OuterRef) -> QuerySet[Any]:
    """The reports of a unit that answer a task, or the item above it; the newest first."""
    of_it = Q(round__task=task) | Q(round__task__current=task)
    of_above = Q(round__task=above) | Q(round__task__current=above)
    last = Case(
        When(status=ReportStatus.RETURNED, then=Coalesce("mend_by", "round__due_on")),
        default=F("round__due_on"),
    )
    asked = Report.objects.standing().filter(of_it | of_above, unit=OuterRef("unit"))
    return asked.annotate(last_day=last).order_by("-pk")


def _logged() -> Case:
    # Each question by itself, so that each has its own way into an index.
    log = Activity.objects.standing().filter(unit=OuterRef("unit"))
    joint = Participation.objects.filter(unit=OuterRef("unit"), activity__withdrawn_at=None)
    ways = (
        log.filter(task=OuterRef("task")),
        log.filter(task__current=OuterRef("task")),
        joint.filter(activity__task=OuterRef("task")),
        joint.filter(activity__task__current=OuterRef("task")),
        # An item of the unit's own plan, by what it did for the item above.
        log.filter(task=OuterRef("task__above")),
        log.filter(task=OuterRef("task__above__current")),
        joint.filter(activity__task=OuterRef("task__above")),
        joint.filter(activity__task=OuterRef("task__above__current")),
    )
    return Case(*(When(Exists(way), then=True) for way in ways), default=False)


def _reports(tasks: Collection[Task], units: Collection[Unit]) -> list[tuple[Key, Report]]:
    now = standing_tasks(task.pk for task in tasks)
    above = standing_tasks(task.above_id for task in tasks if task.above_id)
    below = {task.above_id: task.pk for task in tasks if task.above_id}
    rows = []
    for row in _asked_for([*now, *above], [unit.pk for unit in units]):
        asked = row.round.task_id or 0
        task = now.get(asked) or below[above[asked]]
        rows.append(((task, row.unit_id), row))
    return rows


@prepared
def _asked_for(tasks: list[int], units: list[int]) -> QuerySet[Report]:
    found = Report.objects.standing().filter(round__task__in=tasks, unit__in=units)
    return found.select_related("round").order_by("pk")


def _due(row: Report, status: ReportStatus) -> dt.date:
    return (row.mend_by if status == ReportStatus.RETURNED else None) or row.round.due_on


def _together(
    counts: dict[Key, int],
    reports: dict[Key, tuple[ReportStatus, dt.date]],
    plans: dict[Key, DetailedStatus],
) -> Evidence:
    known = {}
    for key in {*counts, *reports, *plans}:
        report, due_on = reports.get(key, (None, None))
        known[key] = Known(counts.get(key, 0), report, due_on, plans.get(key))
    return Evidence(known)


def answered_by_reports() -> QuerySet[Round, int]:
    """The keys of the tasks that a round of reports answers: those in force, where amended."""
    in_force = Coalesce("task__current", "task")
    return Round.objects.exclude(task=None).order_by().values_list(in_force, flat=True)


def reported_on(unit: Unit) -> set[int]:
    """The tasks that the unit's reports answer, as they were and as they are in force."""
    return {pk for pair in _reported_on(unit.pk) for pk in pair if pk}


@prepared
def _reported_on(unit: int) -> QuerySet[Report, tuple[int, int | None]]:
    asked = Report.objects.standing().filter(unit=unit, round__task__isnull=False).order_by()
    return asked.values_list("round__task", "round__task__current")
