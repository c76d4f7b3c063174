"""The receiving authority reviews a report: takes it up, returns it with remarks, or accepts it."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.activities.commands import close_days
from haidang.activities.facts import one_line
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import checks, rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Line, Remark, Report, Section
from haidang.reporting.remarked import Remarked


@transaction.atomic
def begin_review(*, report: Report, by: User) -> Report:
    """Take up a report, so that its figures cannot move while it is read.

    Refuses with WrongState where it was not sent, and with NotAllowed.
    """
    report = _locked(report, ReportStatus.IN_REVIEW, by)
    report.status = ReportStatus.IN_REVIEW
    report.save(update_fields=["status"])
    record("begin_review", target=report, by=by, attempt=report.attempt)
    return report


@transaction.atomic
def return_report(
    *, report: Report, remarks: Sequence[Remarked], mend_by: dt.date | None, by: User
) -> Report:
    """Send a report back to its unit with remarks, each pinned to a place, and a day to mend by.

    Refuses with WrongState where it is not under review, with NotAllowed, and with Incomplete
    where there is no remark, no day, a place that the outline does not have, or a secrecy mark.
    """
    report = _locked(report, ReportStatus.RETURNED, by)
    if issues := checks.before_returning(remarks, mend_by):
        raise Incomplete(issues)

    rows = [_pinned(report, remark, by) for remark in remarks]
    Remark.objects.bulk_create(rows)
    report.status, report.mend_by = ReportStatus.RETURNED, mend_by
    report.decided_at, report.decided_by = clock.now(), by
    report.save(update_fields=["status", "mend_by", "decided_at", "decided_by"])
    record(
        "return_report",
        target=report,
        by=by,
        attempt=report.attempt,
        mend_by=mend_by,
        remarks=[f"{row.section.ordinal}: {row.text}" for row in rows],
    )
    return report


@transaction.atomic
def accept_report(*, report: Report, by: User) -> Report:
    """Accept a report: from now on it counts in the sum of its round, and its days are closed.

    Refuses with WrongState where it is not under review, and with NotAllowed.
    """
    report = _locked(report, ReportStatus.ACCEPTED, by)
    report.status = ReportStatus.ACCEPTED
    report.decided_at, report.decided_by = clock.now(), by
    report.save(update_fields=["status", "decided_at", "decided_by"])
    assert report.counted_to is not None
    # The unit is waited for here, so this comes before the first line of the ledger.
    close_days(
        unit=report.unit,
        data_from=report.round.data_from,
        data_to=report.counted_to,
        reason=f"Tiếp nhận báo cáo {report.receipt}",
        by=by,
    )
    record("accept_report", target=report, by=by, attempt=report.attempt)
    return report


def _locked(report: Report, status: ReportStatus, by: User) -> Report:
    rows = Report.objects.select_for_update(of=("self",)).select_related("round__regime", "unit")
    report = rows.get(pk=report.pk)
    if not report.can_become(status):
        raise WrongState(f"Báo cáo {report.get_status_display()}, không làm việc này được.")
    if not rules.may_review(by, report):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được xem xét báo cáo.")
    return report


def _pinned(report: Report, remark: Remarked, by: User) -> Remark:
    section = Section.objects.filter(regime=report.round.regime_id, ordinal=remark.section).first()
    line = Line.objects.filter(section=section, indicator__code=remark.code).first()
    if section is None or (remark.code and line is None):
        place = remark.code or remark.section
        raise Incomplete([Issue("no_such_place", f"Báo cáo không có mục {place}.", "remarks")])
    return Remark(
        report=report,
        attempt=report.attempt,
        section=section,
        indicator=line.indicator if line else None,
        kind=remark.kind,
        text=one_line(remark.text)[:500],
        at=clock.now(),
        by=by,
    )
