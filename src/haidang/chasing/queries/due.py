"""What one unit must do, of every kind, with the last day on which each is still in time."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from django.urls import reverse

from haidang.activities.queries.rhythms import done_by, standing_of
from haidang.chasing.queries.sources import KEPT, NOT_SENT
from haidang.orgs.models import Unit, User
from haidang.plans.beats import is_by_periods
from haidang.plans.cascade import is_the_plan_itself
from haidang.plans.enums import Part
from haidang.plans.models import Task
from haidang.plans.queries import assignments_of
from haidang.plans.queries.amendments import unanswered
from haidang.plans.queries.waiting import Awaited, awaited_of
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.standing import parts_of

AHEAD = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A thing to do, its last day, and the path of its page."""

    due_on: dt.date
    what: str
    path: str


def due_of(person: User, day: dt.date) -> list[Due]:
    """What the unit of a person must do within thirty days, and what is late; nearest first.

    Nothing for who has no unit, and nothing that is late by more than a year.
    """
    unit = person.unit
    if unit is None:
        return []
    awaited = awaited_of(unit, day)
    # A task that asks for the unit's plan and nothing else is shown as that plan.
    plans_themselves = [row.task.pk for row in awaited if row.task and is_the_plan_itself(row.task)]
    by_periods = _by_periods(unit, day)
    in_periods = _beats(unit, by_periods, day)
    tasks = _tasks(unit, day, without=[*plans_themselves, *(task.pk for task in by_periods)])
    found = [*_reports(unit), *tasks, *in_periods, *_amendments(unit), *_plans(awaited)]
    return sorted(due for due in found if day - KEPT <= due.due_on <= day + AHEAD)


def _reports(unit: Unit) -> list[Due]:
    asked = Report.objects.filter(unit=unit, status__in=NOT_SENT | {ReportStatus.RETURNED})
    return [_report(row) for row in asked.select_related("round__period", "round__regime")]


def _report(row: Report) -> Due:
    verb = "Bổ sung" if row.is_returned else "Gửi"
    due_on = (row.mend_by if row.is_returned else None) or row.round.due_on
    return Due(due_on, f"{verb} báo cáo {row.round.about}", reverse("report", args=[row.pk]))


def _tasks(unit: Unit, day: dt.date, *, without: list[int]) -> list[Due]:
    # Who only helps is not asked; what a report answers is left to that report.
    given = assignments_of(unit, day).filter(task__due_on__isnull=False)
    tasks = Task.objects.filter(pk__in=given.order_by().values("task")).exclude(pk__in=without)
    open_ = parts_of(tasks, day).filter(unit=unit, has_log=False, has_plan="", report=None)
    rows = open_.exclude(part=Part.COORDINATE).values_list(
        "task", "task__due_on", "task__label", "task__title"
    )
    return [
        Due(due_on, " ".join(f"{label} {title}".split()), reverse("task", args=[task]))
        for task, due_on, label, title in rows
        if due_on
    ]


def _by_periods(unit: Unit, day: dt.date) -> list[Task]:
    given = assignments_of(unit, day).filter(task__rhythm__isnull=False)
    rows = given.exclude(part=Part.COORDINATE)
    return [row.task for row in rows if is_by_periods(row.task.rhythm, row.task.due_on)]


def _beats(unit: Unit, tasks: list[Task], day: dt.date) -> list[Due]:
    """What comes back each month or week: the last period that was missed, and the next one."""
    done = done_by(unit, (), [task.pk for task in tasks]) if tasks else {}
    found = []
    for task in tasks:
        so_far = done.get(task.pk)
        standing = standing_of(task, so_far.days if so_far else (), day)
        missed = len(standing.missed)
        more = f", còn thiếu {missed - 1} kỳ trước" if missed > 1 else ""
        rows = [(beat, more) for beat in standing.missed[-1:]]
        if standing.next is not None and not standing.is_next_kept:
            rows.append((standing.next, ""))
        name, path = f"{task.label} {task.title}", reverse("task", args=[task.pk])
        found += [Due(beat.due_on, f"{name}, {beat.name}{said}", path) for beat, said in rows]
    return found


def _amendments(unit: Unit) -> list[Due]:
    counts = Counter((row.due_on, row.item.amendment_id) for row in unanswered(unit=unit))
    return [
        Due(
            due_on,
            f"Trả lời {count} mục của kế hoạch sửa đổi",
            reverse("amendment", args=[plan]),
        )
        for (due_on, plan), count in counts.items()
    ]


def _plans(awaited: list[Awaited]) -> list[Due]:
    return [
        Due(
            row.due_on,
            f"Ban hành kế hoạch của đơn vị năm {row.plan.year} ({row.silent} mục chưa trả lời)",
            reverse("detailed-plan", args=[row.plan.pk]),
        )
        for row in awaited
        if row.due_on and not row.is_issued
    ]
