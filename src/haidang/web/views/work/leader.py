"""One page for the leader: three sentences, four numbers, who is late, what nobody carries yet."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Exists, OuterRef, Q

from haidang import clock
from haidang.activities.models import Activity, Indicator
from haidang.activities.queries import logged_values
from haidang.orgs.models import Unit, User
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Assignment, Plan
from haidang.plans.queries import unowned_directions
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.web import wording
from haidang.web.views.work.office import Season
from haidang.web.views.work.own import STATES
from haidang.web.views.work.rows import Group, Row, link

# The three sums on the page: the indicator's code, the words after its number, the entries' kind.
SUMS = {
    "3.2": ("lượt người dự tuyên truyền trực tiếp", "talk"),
    "1.2": ("giờ phát thanh", "radio"),
    "2.1": ("tin, bài đăng tải", "article"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the page, what it counts, and where it comes from."""

    value: Decimal | int
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the parts that units were given have something to show."""

    done: int
    given: int
    late: int

    @property
    def percent(self) -> int:
        """The share in whole per cent."""
        return 100 * self.done // self.given if self.given else 0


def progress_of(user: User) -> Progress:
    """How far the units of an authority are with the tasks of this year's plans."""
    logged = Activity.objects.filter(task=OuterRef("task"), unit=OuterRef("unit"))
    reported = Report.objects.filter(
        round__task=OuterRef("task"), unit=OuterRef("unit"), status=ReportStatus.ACCEPTED
    )
    given = Assignment.objects.filter(
        unit__in=Unit.objects.visible_to(user),
        task__plan__status=PlanStatus.ADOPTED,
        task__plan__year=clock.today().year,
    )
    shown = Q(Exists(logged)) | Q(Exists(reported))
    late = given.exclude(shown).filter(task__due_on__lt=clock.today())
    return Progress(given.filter(shown).count(), given.count(), late.count())


def numbers_of(user: User, season: Season | None, progress: Progress) -> list[Number]:
    """Three sums of the year's log, and how much is late; each opens to its entries."""
    data_from, data_to = window_of(season)
    indicators = {row.pk: row for row in Indicator.objects.filter(code__in=SUMS)}
    values = logged_values(
        units=Unit.objects.visible_to(user),
        indicators=indicators.values(),
        data_from=data_from,
        data_to=data_to,
    )
    sums = dict.fromkeys(SUMS, Decimal(0))
    for (_, indicator), value in values.items():
        sums[indicators[indicator].code] += value
    days = f"since={data_from}&until={data_to}"
    numbers = [
        Number(sums[code], words, f"{link('activities')}?kind={kind}&{days}")
        for code, (words, kind) in SUMS.items()
    ]
    late = f"{link('matrix')}?qua-han=1"
    return [*numbers, Number(progress.late, "việc quá hạn", late)]


def window_of(season: Season | None) -> tuple[dt.date, dt.date]:
    """The days that the page counts: those of the open round up to today, else this year's."""
    today = clock.today()
    if season is None:
        return today.replace(month=1, day=1), today
    return season.round.data_from, min(season.round.data_to, today)


def sentences_of(
    season: Season | None, progress: Progress, *, unowned: int, slips: int = 0
) -> list[str]:
    """The three sentences that a leader remembers."""
    number = wording.number
    share = f"{number(progress.done)}/{number(progress.given)}"
    sentences = [f"{progress.percent}% phần việc được giao đã có kết quả ({share})."]
    if season:
        missing, all_units = season.counts["open"], season.counts["all"]
        said = f"{missing}/{all_units} đơn vị chưa gửi" if missing else "Tất cả đơn vị đã gửi"
        due = wording.day(season.round.due_on)
        by_when = "số liệu đã chốt" if season.is_finished else f"chậm nhất 24 giờ ngày {due}"
        sentences.append(f"{said} {season.title.lower()}; {by_when}.")
    else:
        sentences.append("Không có kỳ báo cáo nào đang mở.")
    decisions = [
        f"{words} {count} {what}"
        for words, count, what in (
            ("cho ý kiến", slips, "văn bản"),
            ("giao", unowned, "phương hướng chưa có đơn vị"),
        )
        if count
    ]
    waits = ", ".join(decisions)
    sentences.append(f"Cần quyết định: {waits}." if waits else "Không có việc chờ quyết định.")
    return sentences


def unowned_of(user: User) -> Group:
    """The directions of this year's plans that no unit carries (promise N6)."""
    plans = Plan.objects.visible_to(user).filter(status=PlanStatus.ADOPTED, year=clock.today().year)
    rows = [
        Row(
            title=f"{task.label} {task.title}",
            why="Phương hướng của kế hoạch, chưa có đơn vị nào chịu trách nhiệm",
            url=link("task", task.pk),
            kind="soon",
            word="Chưa giao",
        )
        for plan in plans.defer("header", "warnings")
        for task in unowned_directions(plan)
    ]
    return Group("Chờ quyết định: phương hướng chưa giao", rows)


def late_units(season: Season | None) -> Group:
    """The units whose report is not in."""
    reports = [report for report in season.reports if report.is_editable] if season else []
    rows = []
    for report in reports:
        kind, word, sign = STATES[report.status]
        url, why = link("report", report.pk), _standing(report)
        rows.append(Row(report.unit.short_name, why, url, kind=kind, word=word, sign=sign))
    return Group("Đơn vị chưa gửi báo cáo", rows)


def _standing(report: Report) -> str:
    if report.status == ReportStatus.NOT_STARTED:
        return "chưa có mục nào"
    if report.is_returned and report.mend_by:
        return f"đang sửa theo góp ý, chậm nhất {wording.day_short(report.mend_by)}"
    return f"đã xong {report.done}/{report.asked} mục"  # type: ignore[attr-defined]
