"""Where it is seen what units lack: each source is a set of rows, one for a unit and a thing.

The sets stay in the database; what is shown is fetched for the units of a page alone.
"""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.urls import reverse

from haidang.chasing.enums import LackKind
from haidang.chasing.lack import SOON, Lack
from haidang.orgs.models import Unit, User
from haidang.plans.cascade import asking
from haidang.plans.enums import Part, PlanStatus, TaskStatus
from haidang.plans.models import Assignment, Task
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.standing import parts_of

KEPT = dt.timedelta(days=366)  # what is longer overdue than a year is no longer chased
NOT_SENT = {ReportStatus.NOT_STARTED, ReportStatus.DRAFT}


@dataclass(frozen=True)
class Scope:
    """An authority on a day: what it asked for is its business, whoever is below or above it."""

    authority: Unit
    own: int | None  # the office of whoever looks: nobody chases himself
    day: dt.date
    silences: dict[int, QuerySet[Unit]] = field(default_factory=dict)

    @cached_property
    def units(self) -> QuerySet[Unit]:
        """The units that exist on the day and may lack something."""
        return Unit.objects.on(self.day).exclude(pk__in=self.left_out)

    @property
    def left_out(self) -> set[int]:
        """The authority itself, and the office of whoever looks."""
        return {self.authority.pk, self.own or self.authority.pk}

    @cached_property
    def asking_tasks(self) -> list[Task]:
        """What asks the level below for plans of its own, in the plans of the year (promise N4)."""
        words = Task.objects.filter(
            plan__unit=self.authority,
            plan__status=PlanStatus.ADOPTED,
            plan__year=self.day.year,
            status=TaskStatus.ACCEPTED,
            text__icontains="kế hoạch",
        )
        words = words.select_related("plan__amends", "plan__amendment")
        return asking(words.order_by("plan", "start", "pk"))

    @cached_property
    def due_tasks(self) -> list[int]:
        """The tasks of the authority's plans that are due, or will be in seven days.

        One that asks for a plan is left to the answers to it.
        """
        due = Task.objects.filter(
            plan__unit=self.authority,
            plan__status=PlanStatus.ADOPTED,
            status=TaskStatus.ACCEPTED,
            due_on__range=(self.day - KEPT, self.day + SOON),
        )
        due = due.exclude(pk__in=[task.pk for task in self.asking_tasks])
        return list(due.values_list("pk", flat=True))


def scope_of(user: User, day: dt.date) -> Scope:
    """What is the business of the authority that a person works for.

    Refuses with NotAllowed who has no unit.
    """
    return Scope(user.seat, user.unit_id, day)


def reports(scope: Scope) -> QuerySet[Report]:
    """The reports that the authority is to get and has not got yet, and those to be mended."""
    asked = Report.objects.filter(
        round__regime__receiver=scope.authority, round__due_on__gte=scope.day - KEPT
    )
    asked = asked.filter(status__in=NOT_SENT | {ReportStatus.RETURNED})
    return asked.exclude(unit__in=scope.left_out)


def assignments(scope: Scope) -> QuerySet[Any]:
    """The units' parts in tasks that are due and have nothing in the log to show for them.

    Who only helps with a task is not asked for it; what a report answers is left to that report.
    """
    given = parts_of(Task.objects.filter(pk__in=scope.due_tasks), scope.day)
    asked = given.exclude(part=Part.COORDINATE).exclude(unit__in=scope.left_out)
    return asked.filter(has_log=False, has_plan="", report=None)


def report_lacks(scope: Scope, units: QuerySet[Unit] | list[Unit]) -> list[Lack]:
    """The reports that some units lack, as they are shown."""
    rows = reports(scope).filter(unit__in=units).with_progress()  # type: ignore[attr-defined]
    open_remarks = Count("remarks", filter=Q(remarks__attempt=F("attempt")))
    rows = rows.annotate(open_remarks=open_remarks)
    beside = ("unit__kind", "round__period", "round__regime")
    return [_report(row, scope.day) for row in rows.select_related(*beside)]


def task_lacks(scope: Scope, units: QuerySet[Unit] | list[Unit]) -> list[Lack]:
    """The tasks without a logged activity, of some units, as they are shown."""
    rows = assignments(scope).filter(unit__in=units).select_related("unit__kind", "task")
    return [_task(row, scope.day) for row in rows]


def _report(row: Report, day: dt.date) -> Lack:
    named = f"báo cáo {row.round.about}"
    is_back = row.is_returned
    what, why = named, "chưa mở"
    if is_back:
        what, why = f"bổ sung {named}", f"{row.open_remarks} góp ý chưa sửa"  # type: ignore[attr-defined]
    elif row.status == ReportStatus.DRAFT:
        why = f"đang soạn, {row.done}/{row.asked} mục"  # type: ignore[attr-defined]
    return Lack(
        unit=row.unit,
        kind=LackKind.RETURNED if is_back else LackKind.REPORT,
        ref=row.pk,
        what=what,
        why=why,
        due_on=(row.mend_by if is_back else None) or row.round.due_on,
        phrase="" if is_back and row.mend_by else row.round.due_phrase,
        url=reverse("report", args=[row.pk]),
        on=day,
    )


def _task(row: Assignment, day: dt.date) -> Lack:
    task = row.task
    return Lack(
        unit=row.unit,
        kind=LackKind.TASK,
        ref=task.pk,
        what=f"nhiệm vụ {task.label} {task.title}",
        why="chưa có hoạt động nào trong nhật ký",
        due_on=task.due_on,
        phrase=task.deadline_phrase,
        url=reverse("task", args=[task.pk]),
        on=day,
    )
