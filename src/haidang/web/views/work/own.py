"""What one unit has to do itself: its report, and the tasks it was given."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from functools import partial

from django.db.models import CharField, Count, F, Q, QuerySet
from django.db.models.functions import Cast, Left

from haidang import clock
from haidang.activities.models import Activity
from haidang.activities.queries.rhythms import done_by
from haidang.orgs.models import Unit
from haidang.plans.cascade import is_the_plan_itself
from haidang.plans.models import Assignment, Task
from haidang.plans.queries import given_to
from haidang.plans.queries.tasks import around
from haidang.prepared import prepared
from haidang.reporting.enums import ReportStatus, RoundStatus
from haidang.reporting.models import Report
from haidang.reporting.queries.standing import reported_on
from haidang.web import wording
from haidang.web.views.work.asked import Answers
from haidang.web.views.work.duties import Duties, is_by_periods, sorted_duties
from haidang.web.views.work.rows import (
    Deadline,
    Group,
    Row,
    in_this_week,
    link,
    overdue_words,
)

# What a task's row and its periods need; the sentences of the plan are not read.
BESIDE = "task__plan__revision__edition"
READ = (
    "part",
    "unit",
    *(f"task__{name}" for name in ("label", "title", "due_on", "rhythm", "above")),
    *(f"task__{name}" for name in ("window_from", "window_until")),
    "task__plan__year",
    "task__plan__revision__edition__issued_on",
)
STATES = {
    "not_started": ("none", "Chưa mở", ""),
    "draft": ("none", "Đang soạn", "pencil"),
    "submitted": ("run", "Đã gửi", "send"),
    "in_review": ("run", "Đang xem xét", "lock"),
    "returned": ("back", "Trả lại để bổ sung", ""),
    "accepted": ("done", "Tiếp nhận", ""),
}


def open_reports(unit: Unit) -> list[Report]:
    """The unit's reports that are not accepted, or whose round is open, the nearest due first."""
    return _open_reports(unit.pk)


@prepared
def _open_reports(unit: int) -> QuerySet[Report]:
    alive = Q(round__status=RoundStatus.OPEN) | ~Q(status=ReportStatus.ACCEPTED)
    reports = Report.objects.standing().filter(alive, unit=unit).with_progress()
    asked_again = Q(remarks__attempt=F("attempt"))
    reports = reports.annotate(places=Count("remarks", filter=asked_again))
    beside = ("round__period", "round__regime__through", "round__regime__receiver", "unit")
    return reports.select_related(*beside).order_by("round__due_on")


def groups_of(unit: Unit, reports: Sequence[Report], asked: Answers) -> list[Group]:
    """All that a unit has to do, in the order in which it presses."""
    duties, alike = duties_of(unit), _alike(reports)
    late, row, back = (partial(how, alike=alike) for how in (_late_report, _report, _returned))
    returned = [report for report in reports if report.status == "returned"]
    others = [report for report in reports if report.status != "returned"]
    late_reports = [r for r in others if r.is_editable and r.round.due_on < clock.today()]
    others = [report for report in others if report not in late_reports]
    done = [report for report in others if report.status == ReportStatus.ACCEPTED]
    others = [report for report in others if report not in done]
    near = [report for report in others if in_this_week(report.round.due_on)]
    far = [report for report in others if report not in near]
    return [
        Group("Quá hạn", [*map(late, late_reports), *asked.late, *duties.late], "late"),
        Group("Bị trả lại", [*map(back, returned)]),
        Group("Đến hạn tuần này", [*map(row, near), *asked.week, *duties.week]),
        Group("Chờ trả lời cấp trên", asked.later),
        Group("Sắp tới", [*map(row, far), *duties.later], is_pressing=False),
        Group("Việc thường xuyên", duties.steady, is_pressing=False),
        Group("Báo cáo đã tiếp nhận", [*map(row, done)], is_pressing=False),
    ]


def duties_of(unit: Unit) -> Duties:
    """The tasks of a unit by how they press, less those that something else of the list stands for.

    Where a report answers one, the report is shown; where it asks for the unit's own plan and for
    nothing besides, that plan, until it is issued.
    """
    carried = _given(unit.pk, *around(clock.today()))
    reported = reported_on(unit)
    words = _words_of_plans([row.task_id for row in carried])
    plans = {task.pk for task in words if is_the_plan_itself(task)}
    given = [
        row
        for row in carried
        if row.task_id not in plans and reported.isdisjoint({row.task_id, row.task.above_id})
    ]
    by_days = [row.task_id for row in given if is_by_periods(row.task)]
    return sorted_duties(given, done_by(unit, [row.task_id for row in given], by_days))


@prepared
def _given(unit: int, year: int, since: dt.date, until: dt.date) -> QuerySet[Assignment]:
    return given_to(unit, year, since, until).select_related(BESIDE).only(*READ)


@prepared
def _words_of_plans(tasks: list[int]) -> QuerySet[Task]:
    return Task.objects.filter(pk__in=tasks, text__icontains="kế hoạch").only("text")


def deadline_of(reports: Sequence[Report]) -> Deadline | None:
    """The next deadline of a report that is not in yet."""
    for report in reports:
        if report.is_editable:
            round = report.round
            return Deadline(round.title, round.due_phrase, round.due_on)
    return None


def year_of(unit: Unit) -> list[tuple[str, int]]:
    """How many activities a unit logged in each of the twelve months up to this one."""
    last = clock.today().replace(day=1)
    first = last.replace(year=last.year - 1)
    counts = dict(_by_month(unit.pk, first))
    months = [divmod(first.year * 12 + first.month + at, 12) for at in range(12)]
    rows = [(str(month + 1), counts.get(f"{year}-{month + 1:02}", 0)) for year, month in months]
    return rows if any(count for _, count in rows) else []


@prepared
def _by_month(unit: int, since: dt.date) -> QuerySet[Activity, tuple[str, int]]:
    # As written, 2024-11-25: cut by the database itself, where a date would be cut row by row.
    months = Activity.objects.standing().filter(unit=unit, on__gte=since).order_by()
    cut = months.annotate(month=Left(Cast("on", CharField()), 7)).values("month")
    return cut.annotate(number=Count("*")).values_list("month", "number")


def _alike(reports: Sequence[Report]) -> set[int]:
    """The periods for which a unit owes more than one report: their regimes are told apart."""
    owed = Counter(report.round.period_id for report in reports)
    return {period for period, count in owed.items() if count > 1}


def _progress(report: Report, alike: Collection[int]) -> str:
    said = f"đã xong {report.done}/{report.asked} mục"  # type: ignore[attr-defined]
    round = report.round
    return f"{said} · {round.regime}" if round.period_id in alike else said


def _report(report: Report, *, alike: Collection[int]) -> Row:
    kind, word, sign = STATES[report.status]
    verb = "Gửi báo cáo" if report.is_editable else "Báo cáo"
    return Row(
        title=f"{verb} {report.round.about}",
        why=f"Hạn {wording.day_short(report.round.due_on)} · {_progress(report, alike)}",
        url=link("report", report.pk),
        kind=kind,
        word=word,
        sign=sign,
    )


def _late_report(report: Report, *, alike: Collection[int]) -> Row:
    return Row(
        title=f"Gửi báo cáo {report.round.about}",
        why=f"Hạn {wording.day_short(report.round.due_on)} · {_progress(report, alike)}",
        url=link("report", report.pk),
        kind="late",
        word=overdue_words(report.round.due_on),
        edge="late",
    )


def _returned(report: Report, *, alike: Collection[int]) -> Row:
    reader = report.round.regime.through or report.round.regime.receiver
    assert report.decided_at is not None
    assert report.mend_by is not None
    said = [
        f"{reader} trả lại ngày {wording.day_short(report.decided_at)}",
        f"sửa chậm nhất {wording.day_short(report.mend_by)}",
    ]
    return Row(
        title=f"Sửa {report.places} chỗ trong báo cáo {report.round.about}",  # type: ignore[attr-defined]
        why=" · ".join([*said, _progress(report, alike)]),
        url=link("report", report.pk),
        kind="back",
        word="Trả lại để bổ sung",
        edge="back",
    )
