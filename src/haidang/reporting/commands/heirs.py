"""Units end while a round runs: those that go on for them report in their place."""

from django.db import transaction

from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.reporting import rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report, Round
from haidang.reporting.queries.sources import ended_in
from haidang.reporting.turns import move

WITH_ITS_UNIT = frozenset({ReportStatus.NOT_STARTED, ReportStatus.DRAFT, ReportStatus.RETURNED})


@transaction.atomic
def hand_over_reports(*, round: Round, by: User) -> list[Report]:
    """Let the heirs of units that ended report in their place, for the whole window.

    A report that was accepted stays, and the heir counts only the days after it. Refuses with
    NotAllowed, with WrongState where nothing is to be handed over, where a report is still with its
    reader, or where the heir has sent its own.
    """
    if not rules.may_consolidate(by, round):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được chuyển báo cáo.")
    # Held in one order, so that nobody decides on one of them meanwhile.
    list(Report.objects.select_for_update(no_key=True).filter(round=round).order_by("pk"))
    pairs = ended_in(round)
    if not pairs:
        raise WrongState("Không có báo cáo nào của đơn vị đã kết thúc cần chuyển.")
    heirs = {heir.pk: _report_of(round, heir) for _, heir in pairs}
    for report, heir in pairs:
        _refuse(report, heirs[heir.pk])
    for report, heir in pairs:
        facts = move(report, ReportStatus.HANDED_OVER)
        record("hand_over_report", target=report, by=by, heir=str(heir), **facts)
    return list(heirs.values())


def _report_of(round: Round, heir: Unit) -> Report:
    report, is_new = Report.objects.get_or_create(round=round, unit=heir)
    return report if is_new else Report.objects.select_for_update(no_key=True).get(pk=report.pk)


def _refuse(report: Report, heirs: Report) -> None:
    if report.status not in WITH_ITS_UNIT:
        raise WrongState(
            f"Báo cáo của {report.unit} {report.get_status_display()}: "
            "tiếp nhận hoặc trả lại trước khi chuyển cho đơn vị kế thừa."
        )
    if not heirs.is_editable:
        raise WrongState(
            f"Báo cáo của {heirs.unit} {heirs.get_status_display()}: trả lại trước, hoặc để "
            f"{heirs.unit} gửi riêng báo cáo của {report.unit}."
        )
