"""Where a changed entry lies in days that were reported: the way to the report's corrections."""

from django.urls import reverse
from django.utils.html import format_html

from haidang.activities.models import Activity
from haidang.activities.queries import doers_of
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
from haidang.web.request import Request


def with_way_to_adjust(request: Request, activity: Activity, told: str) -> str:
    """What is told after a change; with a link where an accepted report counted the entry's day."""
    reports = Report.objects.visible_to(request.user).filter(
        status=ReportStatus.ACCEPTED,
        unit__in=doers_of(activity),
        round__data_from__lte=activity.on,
        counted_to__gte=activity.on,
    )
    report = reports.select_related("round").order_by("-pk").first()
    if report is None:
        return told
    address = reverse("adjust-report", args=[report.pk])
    words = '{} Số đã báo cáo chưa đổi theo: <a href="{}">ghi điều chỉnh vào {}</a>.'
    return format_html(words, told, address, report.round.title)
