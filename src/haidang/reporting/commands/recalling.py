"""A unit takes its report back before anybody took it up, and answers what was remarked on it."""

import datetime as dt

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.ledger.models import Entry
from haidang.orgs.models import User
from haidang.reporting import rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Answer, Recall, Remark, Report
from haidang.reporting.turns import locked, move


@transaction.atomic
def recall_report(*, report: Report, reason: str, by: User) -> Report:
    """Take back a report that was sent and that nobody took up yet; what was sent is kept.

    It goes back to where it stood before: a draft, or returned with the remarks on it. Refuses with
    WrongState where it was not sent or is under review, NotAllowed, and with Incomplete without a
    reason.
    """
    report = locked(report)
    if report.status == ReportStatus.IN_REVIEW:
        raise WrongState("Báo cáo đang được xem xét; muốn sửa thì nhờ cơ quan nhận trả lại.")
    if report.status != ReportStatus.SUBMITTED:
        raise WrongState(f"Báo cáo {report.get_status_display()}, không thu hồi được.")
    if not rules.may_fill(by, report):
        raise NotAllowed("Chỉ người báo cáo của đơn vị mới được thu hồi báo cáo này.")
    refuse_stamped(reason=reason)
    reason = one_line(reason)[:300]
    if not reason:
        message = "Ghi lý do thu hồi, ví dụ “gửi nhầm số mục 3”."
        raise Incomplete([Issue("no_reason", message, "reason")])
    sent = report.submissions.get(attempt=report.attempt)
    Recall.objects.create(submission=sent, reason=reason, at=clock.now(), by=by)
    report.submitted_at = report.submitted_by = None
    report.receipt = ""
    returned = report.remarks.last()
    before = ReportStatus.RETURNED if returned else ReportStatus.DRAFT
    if returned:
        report.mend_by = _day_to_mend(report)
    facts = move(report, before, "submitted_at", "submitted_by", "receipt", "mend_by")
    record("recall_report", target=report, by=by, attempt=report.attempt, reason=reason, **facts)
    return report


@transaction.atomic
def answer_remark(*, remark: Remark, words: str, by: User) -> Answer:
    """Answer a remark in words where nothing is to be changed; given again, the last one counts.

    Refuses with WrongState where the report does not wait for its unit, NotAllowed, and Incomplete.
    """
    report = locked(remark.report)
    if not rules.may_fill(by, report):
        raise NotAllowed("Chỉ người báo cáo của đơn vị mới được giải trình góp ý.")
    if not report.is_returned:
        raise WrongState("Báo cáo không chờ bổ sung, không giải trình được.")
    refuse_stamped(words=words)
    words = one_line(words)[:500]
    if not words:
        raise Incomplete([Issue("no_words", "Ghi rõ vì sao giữ nguyên.", "words")])
    answer = Answer.objects.create(remark=remark, words=words, at=clock.now(), by=by)
    record("answer_remark", target=report, by=by, remark=remark.pk, words=words)
    return answer


def _day_to_mend(report: Report) -> dt.date | None:
    """The day that the last return gave; what was sent meanwhile had none."""
    rows = Entry.objects.filter(
        event="return_report", target_type="reporting.report", target_id=str(report.pk)
    )
    last = rows.order_by("-seq").first()
    return dt.date.fromisoformat(last.get_details()["mend_by"]) if last else None
