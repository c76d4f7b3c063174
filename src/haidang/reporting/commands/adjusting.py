"""What was corrected after acceptance is written down beside the figure that was reported."""

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Adjustment, Report
from haidang.reporting.queries.waiting import waiting_of

LONGEST_REASON = 300


@transaction.atomic
def adjust_report(*, report: Report, reason: str, by: User) -> list[Adjustment]:
    """Write down what the log of an accepted report's days says otherwise now, figure by figure.

    The reported figures stay; every level above counts the correction in its own (promise N10).
    Refuses with WrongState where the report was not accepted, with NotAllowed, and with Incomplete
    where nothing differs, without a reason, or where the reason has a secrecy mark.
    """
    rows = Report.objects.select_for_update(no_key=True, of=("self",))
    related = rows.select_related("round__regime", "unit", "acceptance__submission")
    report = related.get(pk=report.pk)
    if report.status != ReportStatus.ACCEPTED:
        raise WrongState("Chỉ điều chỉnh báo cáo đã được tiếp nhận; báo cáo khác thì sửa thẳng.")
    if not rules.may_adjust(by, report):
        raise NotAllowed("Chỉ đơn vị báo cáo hoặc chuyên viên của cơ quan nhận mới điều chỉnh.")
    reason, stamped = one_line(reason), about_words(reason, "reason")
    if not reason:
        raise Incomplete([Issue("no_reason", "Ghi lý do điều chỉnh.", "reason")])
    if len(reason) > LONGEST_REASON:
        words = f"Lý do dài quá {LONGEST_REASON} ký tự."
        raise Incomplete([Issue("long_reason", words, "reason")])
    if stamped:
        raise Incomplete(stamped)
    waiting = waiting_of(report)
    if not waiting:
        raise Incomplete([Issue("nothing_changed", "Nhật ký vẫn như khi báo cáo được tiếp nhận.")])

    facts = {"on": clock.today(), "reason": reason, "by": by, "made_at": clock.now()}
    made = [
        Adjustment.objects.create(
            report=report,
            indicator=one.indicator,
            delta=one.delta,
            entries=[list(row) for row in one.entries],
            **facts,
        )
        for one in waiting
    ]
    told = {one.indicator.code: f"{one.delta:f}" for one in waiting}
    record("adjust_report", target=report, by=by, reason=reason, deltas=told)
    return made
