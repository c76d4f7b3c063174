"""What stands in a calendar that a phone fetches: the days, and the deadlines of one unit."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Count, Q

from haidang.newsroom.models import PlannedStory
from haidang.occasions import queries
from haidang.occasions.days import Day
from haidang.orgs.models import Unit
from haidang.plans.queries import assignments_of, habits_of
from haidang.reporting.enums import ReportStatus, RoundStatus
from haidang.reporting.models import Report
from haidang.web.ical import Entry

BACK, AHEAD = dt.timedelta(60), dt.timedelta(400)


def entries_of(unit: Unit, today: dt.date) -> list[Entry]:
    """The days of a unit's authority around today, and what the unit itself owes, by when."""
    entries = [*_occasions(unit.seat, today), *_tasks(unit, today), *_reports(unit)]
    entries += _stories(unit, today)
    return sorted(entries, key=lambda entry: (entry.on, entry.key))


def _occasions(seat: Unit, today: dt.date) -> Iterator[Entry]:
    for day in queries.days_between(seat, today - BACK, today + AHEAD, habits_of(seat)):
        # A lunar day may come twice in a year of the sun, and once in a year of the moon.
        year = day.lunar.year if day.occasion.is_lunar and day.lunar else day.on.year
        key = f"dip/{day.occasion.pk}/{year}"
        yield Entry(key, day.on, day.until, day.occasion.name, _words(day))


def _words(day: Day) -> str:
    said = [
        f"Kỷ niệm {day.words}" if day.words else "",
        day.mark,
        "ngày tạm tính, chờ xác nhận" if day.is_provisional else "",
        f"chuẩn bị từ {day.begin_on:%d/%m/%Y}" if day.lead_days else "",
    ]
    words = ", ".join(filter(None, said))
    return words[:1].upper() + words[1:]


def _tasks(unit: Unit, today: dt.date) -> Iterator[Entry]:
    rows = assignments_of(unit, today).filter(task__due_on__isnull=False).select_related(None)
    for pk, title, due_on in rows.values_list("task", "task__title", "task__due_on"):
        assert due_on is not None  # as filtered
        yield Entry(f"viec/{pk}", due_on, due_on, f"Hạn: {title}", is_deadline=True)


def _stories(unit: Unit, today: dt.date) -> Iterator[Entry]:
    """How many stories are due on a day; their titles stay inside until they were cleared (N17)."""
    due = PlannedStory.objects.filter(Q(unit=unit) | Q(writer__unit=unit), is_dropped=False)
    due = due.filter(on__gte=today - BACK, on__lte=today + AHEAD).order_by("on")
    for day, stories in due.values_list("on").annotate(Count("pk")):
        yield Entry(f"tin-bai/{day}", day, day, f"Tin, bài đến ngày: {stories} bài")


def _reports(unit: Unit) -> Iterator[Entry]:
    due = Report.objects.standing().filter(unit=unit, round__status=RoundStatus.OPEN)
    due = due.exclude(status=ReportStatus.ACCEPTED).select_related("round__period", "round__regime")
    for report in due:
        title = f"Hạn gửi: {report.round.title}"
        day = report.round.due_on
        yield Entry(f"bao-cao/{report.pk}", day, day, title, is_deadline=True)
