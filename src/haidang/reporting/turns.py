"""One person at a time: locks a report for a decision, and refuses who comes too late."""

from typing import Any

from django.utils import timezone

from haidang.errors import WrongState
from haidang.ledger.models import Entry
from haidang.orgs.models import User
from haidang.plans.changes import Change, Fact
from haidang.plans.overtaking import Overtaken
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Recall, Report


def locked(report: Report) -> Report:
    """The report as it stands now, held until the act is over."""
    rows = Report.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "round__regime", "round__period", "unit"
    )
    return rows.get(pk=report.pk)


def refuse_late(report: Report, seen: int | None, by: User) -> None:
    """Refuse with Overtaken where the report was moved after the version that was seen.

    A sending that was taken back meanwhile is told as such, with its reason.
    """
    if seen is None or seen == report.version:
        return
    recall = Recall.objects.filter(
        submission__report=report, submission__attempt=report.attempt
    ).first()
    if recall:
        at = timezone.localtime(recall.at)
        raise WrongState(
            f"{report.unit} đã thu hồi báo cáo lúc {at:%H:%M %d/%m}: {recall.reason}. "
            "Chờ đơn vị gửi lại rồi xem xét."
        )
    raise Overtaken(_since(report, seen), report.version, by)


def refuse_unless(report: Report, status: ReportStatus) -> None:
    """Refuse with WrongState a report that its reader cannot move to this state."""
    begins = status == ReportStatus.IN_REVIEW
    if report.status != (ReportStatus.SUBMITTED if begins else ReportStatus.IN_REVIEW):
        raise WrongState(f"Báo cáo {report.get_status_display()}, không làm việc này được.")


def move(report: Report, status: ReportStatus, *fields: str) -> dict[str, Any]:
    """Save a report in its next state and version; returns what the ledger is to keep of it."""
    before = report.get_status_display()
    report.status, report.version = status, report.version + 1
    report.save(update_fields=["status", "version", *fields])
    after = report.get_status_display()
    return {"version": report.version, "changes": [["trạng thái", before, after]]}


def _since(report: Report, version: int) -> list[Change]:
    rows = Entry.objects.filter(target_type="reporting.report", target_id=str(report.pk))
    told = [(row, row.get_details()) for row in rows.select_related("by").order_by("-seq")]
    return [
        Change(
            at=row.at,
            by=row.by if isinstance(row.by, User) else None,
            by_name=row.by_name,
            event=row.event,
            facts=tuple(Fact(*fact) for fact in details.get("changes", ())),
            version=details["version"],
        )
        for row, details in told
        if details.get("version", 0) > version
    ]
