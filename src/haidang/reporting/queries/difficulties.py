"""What a unit's records tell of what did not go well, and what it wrote a year before."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from haidang.activities.models import Activity
from haidang.plans.enums import Part, TaskStatus
from haidang.plans.models import Assignment
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Prose, Report, Round, Section
from haidang.reporting.suggested import Source, Suggested
from haidang.reporting.window import a_year_before

MOST = 5  # of each sort: a list that is longer is not read


def difficulties_of(report: Report) -> list[Suggested]:
    """Tasks that were due and have no entry.

    What was mended on the way, an entry taken back or a remark on this report, is bookkeeping.
    """
    return list(_not_done(report))


def _not_done(report: Report) -> Iterable[Suggested]:
    log = Activity.objects.standing().filter(
        Q(task=OuterRef("task")) | Q(task__current=OuterRef("task")),
        Q(unit=report.unit_id) | Q(participations__unit=report.unit_id),
    )
    # A task that a report answers is this report, or another one: nobody logs it.
    asks_report = Round.objects.filter(task=OuterRef("task"))
    late = Assignment.objects.filter(
        unit=report.unit_id,
        task__status=TaskStatus.ACCEPTED,
        task__due_on__range=(report.round.data_from, report.counted_to),
    ).exclude(part=Part.COORDINATE)
    rows = late.exclude(Exists(log)).exclude(Exists(asks_report)).select_related("task")
    for row in rows.order_by("task__due_on", "pk")[:MOST]:
        task = row.task
        text = (
            f"Nhiệm vụ {task.label} “{task.title}”, hạn {task.due_on:%d/%m/%Y}, "
            "chưa có hoạt động trong nhật ký."
        )
        yield Suggested(text, (Source("task", str(task.pk), f"nhiệm vụ {task.label}"),))


def said_last_year(report: Report, section: Section) -> list[Suggested]:
    """What the unit wrote in the section of the same title a year before, line by line."""
    before = Prose.objects.filter(
        section__title=section.title,
        report__unit=report.unit_id,
        report__status=ReportStatus.ACCEPTED,
        report__round__regime__receiver=report.round.regime.receiver_id,
        report__round__period__frequency=report.round.period.frequency,
        report__round__period__starts_on=a_year_before(report.round.period.starts_on),
    ).select_related("report__round__period")
    row = before.order_by("-report__round__data_to").first()
    if row is None:
        return []
    source = Source("report", str(row.report_id), str(row.report.round.title))
    return [Suggested(line, (source,)) for line in row.text.splitlines()[:MOST] if line.strip()]
