"""A unit sends its report: what it sent is kept as it was."""

from django.db import transaction

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import checks, rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report, Submission
from haidang.reporting.queries.snapshot import account_of, evidence_of, joint_of
from haidang.reporting.sheet import fingerprint


@transaction.atomic
def submit_report(*, report: Report, by: User, no_secret: bool) -> Report:
    """Send a report up, with a receipt, and close it to its own unit.

    What was sent is kept whole beside the activities that stood behind each figure at that time.
    `no_secret` is the person's word that it holds no state secret (Luật Bảo vệ bí mật nhà nước).
    Refuses with WrongState, NotAllowed or Incomplete.
    """
    rows = Report.objects.select_for_update(of=("self",)).select_related("round__regime", "unit")
    report = rows.get(pk=report.pk)
    if not report.can_become(ReportStatus.SUBMITTED):
        raise WrongState("Báo cáo này chưa mở hoặc đã gửi.")
    if not rules.may_fill(by, report):
        raise NotAllowed("Chỉ người báo cáo của đơn vị mới được gửi báo cáo này.")
    if issues := checks.before_submitting(report, no_secret=no_secret):
        raise Incomplete(issues)

    evidence = evidence_of(report)
    account = account_of(report) | joint_of(report, evidence)
    report.status, report.attempt = ReportStatus.SUBMITTED, report.attempt + 1
    report.receipt = _receipt_of(report)
    report.submitted_at, report.submitted_by = clock.now(), by
    report.decided_at = report.decided_by = report.mend_by = None
    report.save()
    Submission.objects.create(
        report=report,
        attempt=report.attempt,
        at=report.submitted_at,
        by=by,
        receipt=report.receipt,
        content=account,
        evidence=evidence,
        evidence_sha256=fingerprint(evidence),
    )
    record(
        "submit_report",
        target=report,
        by=by,
        attempt=report.attempt,
        receipt=report.receipt,
        content_sha256=fingerprint(account),
        evidence_sha256=fingerprint(evidence),
    )
    return report


def _receipt_of(report: Report) -> str:
    """The code of a receipt: the year, the report, and from the second time on which time.

    It needs no counter, so that a country that sends in one minute waits for none.
    """
    again = f"-{report.attempt}" if report.attempt > 1 else ""
    return f"BC-{report.round.period.year}-{report.pk:04d}{again}"
