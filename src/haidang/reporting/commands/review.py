"""The receiving authority reviews a report: takes it up, returns it with remarks, or accepts it."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.activities.commands import close_days
from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.reporting import checks, judged, rules
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Line, Opinion, Remark, Report, Round, Section
from haidang.reporting.paragraphs import quoted
from haidang.reporting.queries.sources import sources_of
from haidang.reporting.remarked import Remarked
from haidang.reporting.turns import locked, move, refuse_late, refuse_unless
from haidang.reporting.values import keep_values


@transaction.atomic
def begin_review(*, report: Report, by: User, seen: int | None = None) -> Report:
    """Take up a report, so that its sender cannot take it back while it is read.

    Refuses with WrongState where it was not sent, NotAllowed, and with Overtaken where it was
    moved after the version that was `seen`.
    """
    report = _held(report, ReportStatus.IN_REVIEW, by, seen)
    facts = move(report, ReportStatus.IN_REVIEW)
    record("begin_review", target=report, by=by, attempt=report.attempt, **facts)
    return report


@transaction.atomic
def return_report(
    *,
    report: Report,
    remarks: Sequence[Remarked],
    mend_by: dt.date | None,
    by: User,
    seen: int | None = None,
) -> Report:
    """Send a report back to its unit with remarks, each pinned to a place, and a day to mend by.

    Refuses with WrongState where it is not under review, NotAllowed, Overtaken, and with Incomplete
    where there is no remark, no day, a place that the report does not have, or a secrecy mark.
    """
    report = _held(report, ReportStatus.RETURNED, by, seen)
    if issues := checks.before_returning(remarks, mend_by):
        raise Incomplete(issues)

    rows = [_pinned(report, remark, by) for remark in remarks]
    Remark.objects.bulk_create(rows)
    report.mend_by, report.decided_at, report.decided_by = mend_by, clock.now(), by
    facts = move(report, ReportStatus.RETURNED, "mend_by", "decided_at", "decided_by")
    record(
        "return_report",
        target=report,
        by=by,
        attempt=report.attempt,
        mend_by=mend_by,
        remarks=[f"{row.section.ordinal}: {row.text}" for row in rows],
        **facts,
    )
    return report


@transaction.atomic
def accept_report(
    *, report: Report, by: User, seen: int | None = None, without_opinion: str = ""
) -> Report:
    """Accept a report: from now on it counts in the sum of its round, and its days are closed.

    Where the regime asks a body outside for its opinion, that is waited for; `without_opinion` says
    why it is not, or why the report is accepted against it. Refuses with WrongState where it is not
    under review, with NotAllowed, Overtaken, and with Incomplete without that reason.
    """
    report = _held(report, ReportStatus.ACCEPTED, by, seen)
    # Who freezes the round meanwhile counts this report wholly or not at all.
    Round.objects.select_for_update(no_key=True).get(pk=report.round_id)
    refuse_stamped(without_opinion=without_opinion)
    reason = one_line(without_opinion)[: judged.LONGEST]
    if issues := judged.before_accepting(report, reason):
        raise Incomplete(issues)
    if reason and (asked := report.round.regime.reviewer):
        _note_why(report, asked.pk, reason, by)
    report.decided_at, report.decided_by = clock.now(), by
    facts = move(report, ReportStatus.ACCEPTED, "decided_at", "decided_by")
    keep_values(report, report.submissions.get(attempt=report.attempt))
    _close_days(report, by)
    why = {"without_opinion": reason} if reason else {}
    record("accept_report", target=report, by=by, attempt=report.attempt, **facts, **why)
    return report


def _close_days(report: Report, by: User) -> None:
    sources = [one for one in sources_of(report) if one.data_from <= one.data_to]
    # All units are waited for in one order, and before the first line of the ledger: who logs
    # holds a unit and waits for the ledger.
    rows = Unit.objects.filter(pk__in={one.unit.pk for one in sources}).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))
    for source in sources:
        close_days(
            unit=source.unit,
            data_from=source.data_from,
            data_to=source.data_to,
            reason=f"Tiếp nhận báo cáo {report.receipt}",
            by=by,
        )


def _held(report: Report, status: ReportStatus, by: User, seen: int | None) -> Report:
    report = locked(report)
    refuse_late(report, seen, by)
    refuse_unless(report, status)
    if not rules.may_review(by, report):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới được xem xét báo cáo.")
    return report


def _note_why(report: Report, asked: int, reason: str, by: User) -> None:
    Opinion.objects.create(
        report=report,
        attempt=report.attempt,
        unit_id=asked,
        agrees=None,
        words=reason,
        at=clock.now(),
        by=by,
    )


def _pinned(report: Report, remark: Remarked, by: User) -> Remark:
    section = Section.objects.filter(regime=report.round.regime_id, ordinal=remark.section).first()
    line = Line.objects.filter(section=section, indicator__code=remark.code).first()
    quote = _quote(report, section, remark.paragraph) if section and remark.paragraph else ""
    if section is None or (remark.code and line is None) or quote is None:
        place = f"{remark.code or remark.section}"
        if section and remark.paragraph:
            place += f", đoạn {remark.paragraph}"
        raise Incomplete([Issue("no_such_place", f"Báo cáo không có mục {place}.", "remarks")])
    return Remark(
        report=report,
        attempt=report.attempt,
        section=section,
        indicator=line.indicator if line else None,
        paragraph=remark.paragraph,
        quote=quote,
        kind=remark.kind,
        text=one_line(remark.text)[:500],
        at=clock.now(),
        by=by,
    )


def _quote(report: Report, section: Section, paragraph: int) -> str | None:
    words = report.prose.filter(section=section).first()
    return quoted(words.text, paragraph) if words else None
