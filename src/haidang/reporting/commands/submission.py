"""A unit sends its report: what it sent is kept as it was."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import checks, rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Figure, Report, Submission
from haidang.reporting.queries.breakdown import parts_of
from haidang.reporting.queries.burden import burden_now
from haidang.reporting.queries.doubts import doubts_of
from haidang.reporting.queries.snapshot import account_of, evidence_of, fed_of, figures_of, joint_of
from haidang.reporting.sheet import fingerprint


@transaction.atomic
def submit_report(
    *, report: Report, by: User, no_secret: bool, attempt: int | None = None
) -> Report:
    """Send a report up, with a receipt, and close it to its own unit.

    What was sent is kept whole beside the activities that stood behind each figure at that time,
    the warnings with their answers, and what the form asked of the unit.
    `no_secret` is the person's word that it holds no state secret (Luật Bảo vệ bí mật nhà nước);
    `attempt` is how often it had been sent when the person looked at it.
    Refuses with WrongState where it is sent already or was sent since, NotAllowed or Incomplete.
    """
    rows = Report.objects.select_for_update(no_key=True, of=("self",))
    report = rows.select_related("round__regime", "unit").get(pk=report.pk)
    _refuse_unless_to_send(report, attempt)
    if not rules.may_fill(by, report):
        raise NotAllowed("Chỉ người báo cáo của đơn vị mới được gửi báo cáo này.")
    if issues := checks.before_submitting(report, no_secret=no_secret):
        raise Incomplete(issues)

    figures = figures_of(report)
    evidence = evidence_of(report, figures)
    account = account_of(report, figures) | joint_of(report, evidence) | fed_of(report, figures)
    account |= _beside(report, figures) | parts_of(evidence)
    now = clock.now()
    _close(report, by, now)
    Submission.objects.create(
        report=report,
        attempt=report.attempt,
        at=now,
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


def _refuse_unless_to_send(report: Report, attempt: int | None) -> None:
    if report.status == ReportStatus.NOT_STARTED:
        raise WrongState("Báo cáo này chưa mở.")
    if not report.can_become(ReportStatus.SUBMITTED):
        words = f"lúc {localtime(report.submitted_at):%H:%M %d/%m/%Y}, mã {report.receipt}"
        raise WrongState(f"Báo cáo này đã gửi {words}; không gửi lần nữa.")
    if attempt is not None and attempt != report.attempt:
        raise WrongState(
            "Báo cáo đã gửi rồi được trả lại sau khi trang này mở. Mở lại báo cáo, xem góp ý."
        )


def _close(report: Report, by: User, now: dt.datetime) -> None:
    report.status, report.attempt = ReportStatus.SUBMITTED, report.attempt + 1
    report.version += 1
    report.receipt = _receipt_of(report)
    report.submitted_at, report.submitted_by = now, by
    report.decided_at = report.decided_by = report.mend_by = None
    report.save()


def _beside(report: Report, figures: Sequence[Figure]) -> dict[str, Any]:
    """What is kept beside the figures: the burden, the warnings, the sources of the words."""
    kept: dict[str, Any] = {"burden": burden_now(report, figures).plain()}
    if doubts := doubts_of(report, figures):
        kept["warnings"] = [asdict(doubt) for doubt in doubts]
    prose = report.prose.select_related("section").order_by("section__ordinal")
    if sources := {str(row.section.ordinal): row.sources for row in prose if row.sources}:
        kept["sources"] = sources
    return kept


def _receipt_of(report: Report) -> str:
    """The code of a receipt: the year, the report, and from the second time on which time.

    It needs no counter, so that a country that sends in one minute waits for none.
    """
    again = f"-{report.attempt}" if report.attempt > 1 else ""
    return f"BC-{report.round.period.year}-{report.pk:04d}{again}"
