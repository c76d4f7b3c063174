"""A unit fills its report: started from the log, figures and words saved section by section."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import checks, rules
from haidang.reporting.entered import Entered, amount
from haidang.reporting.enums import ReportStatus, SectionKind
from haidang.reporting.following import follow
from haidang.reporting.models import Figure, Line, Prose, Report, Section
from haidang.reporting.numerals import shortest
from haidang.reporting.queries.filling import logged_now, remarked_sections
from haidang.reporting.queries.suggestion import suggested_results


@transaction.atomic
def start_report(*, report: Report, by: User) -> Report:
    """Begin a unit's report: figures from its log, and words suggested from them.

    What the log holds nothing of stays empty, for the unit to say "không phát sinh" or a number.
    Refuses with WrongState where it was begun or its days are still to come, and with NotAllowed.
    """
    report = _locked(report)
    if not report.can_become(ReportStatus.DRAFT):
        raise WrongState("Báo cáo này đã được mở.")
    _refuse_unless_may_fill(by, report)
    first = report.round.data_from
    if clock.today() < first:
        raise WrongState(f"Số liệu tính từ {first:%d/%m/%Y}; đến ngày đó mới mở báo cáo được.")

    report.status, report.counted_to = ReportStatus.DRAFT, _counted_to(report)
    report.save(update_fields=["status", "counted_to"])
    _make_figures(report)
    _suggest_prose(report)
    record("start_report", target=report, by=by, counted_to=report.counted_to)
    return report


@transaction.atomic
def refresh_figures(*, report: Report, by: User) -> Report:
    """Take the log again; a figure that nobody changed follows it.

    Refuses with WrongState where the unit may not write now, and with NotAllowed.
    """
    report = _locked(report)
    _refuse_unless_begun(report)
    _refuse_unless_may_fill(by, report)
    _take_log(report)
    record("refresh_figures", target=report, by=by, counted_to=report.counted_to)
    return report


@transaction.atomic
def save_figures(
    *, report: Report, section: Section, figures: Mapping[str, Entered], by: User
) -> Report:
    """Save figures of one section, by code of the indicator; those not given stay as they are.

    Refuses with WrongState where the section is closed, with NotAllowed, and with Incomplete
    where a number cannot be read, is negative, or differs from the log without a reason.
    """
    report = _locked(report)
    _refuse_closed(report, section)
    _refuse_unless_may_fill(by, report)
    _take_log(report)
    rows = _rows(report, section)
    if issues := checks.before_saving(rows, figures):
        raise Incomplete(issues)

    for code, given in figures.items():
        _enter(rows[code], given)
    Figure.objects.bulk_update(
        rows.values(), ["value", "estimate", "is_none", "reason", "note", "saved_at"]
    )
    record("save_figures", target=report, by=by, section=section.ordinal, figures=_facts(rows))
    return report


@transaction.atomic
def save_prose(*, report: Report, section: Section, text: str, by: User) -> Report:
    """Save the words of one section; they are the unit's own from now on.

    Refuses with WrongState where the section is closed, with NotAllowed, and with Incomplete
    where the words are too long or bear a secrecy mark.
    """
    report, text = _locked(report), _tidied(text)
    _refuse_closed(report, section)
    _refuse_unless_may_fill(by, report)
    if issues := checks.before_saving_prose(section, text):
        raise Incomplete(issues)

    Prose.objects.update_or_create(
        report=report,
        section=section,
        defaults={"text": text, "is_suggested": False, "saved_at": clock.now()},
    )
    record("save_prose", target=report, by=by, section=section.ordinal)
    return report


def _tidied(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).splitlines()
    return "\n".join(one_line(line) for line in lines).strip()


def _locked(report: Report) -> Report:
    rows = Report.objects.select_for_update(of=("self",)).select_related("round__regime", "unit")
    return rows.get(pk=report.pk)


def _refuse_unless_may_fill(by: User, report: Report) -> None:
    if not rules.may_fill(by, report):
        raise NotAllowed("Chỉ người báo cáo của đơn vị mới được viết báo cáo này.")


def _refuse_unless_begun(report: Report) -> None:
    if not report.is_editable:
        raise WrongState("Báo cáo đã gửi, không sửa được nữa.")
    if report.status == ReportStatus.NOT_STARTED:
        raise WrongState("Báo cáo chưa được mở.")


def _refuse_closed(report: Report, section: Section) -> None:
    _refuse_unless_begun(report)
    if not rules.is_open_to_fill(report, section, remarked_sections(report)):
        raise WrongState("Mục này không có góp ý nên không mở lại.")


def _counted_to(report: Report) -> dt.date:
    return min(clock.today(), report.round.data_to)


def _take_log(report: Report) -> None:
    # A report that was sent keeps its days: what comes back is the same account, mended.
    if not report.is_returned:
        report.counted_to = _counted_to(report)
        report.save(update_fields=["counted_to"])
    logged, remarked = logged_now(report), remarked_sections(report)
    rows = list(report.figures.select_related("indicator"))
    sections = {line.indicator_id: line.section for line in _lines(report)}
    for row in rows:
        if rules.is_open_to_fill(report, sections[row.indicator_id], remarked):
            follow(row, logged[row.indicator_id], report)
    Figure.objects.bulk_update(rows, ["logged", "value", "estimate", "reason", "note"])


def _make_figures(report: Report) -> None:
    logged = logged_now(report)
    rows = [Figure(report=report, indicator=line.indicator) for line in _lines(report)]
    for row in rows:
        follow(row, logged[row.indicator_id], report)
    Figure.objects.bulk_create(rows)


def _lines(report: Report) -> list[Line]:
    lines = Line.objects.filter(section__regime=report.round.regime_id)
    return list(lines.select_related("indicator", "section"))


def _suggest_prose(report: Report) -> None:
    first = Section.objects.filter(regime=report.round.regime_id, kind=SectionKind.PROSE).first()
    if first and (text := suggested_results(report)):
        Prose.objects.create(
            report=report, section=first, text=text, is_suggested=True, saved_at=clock.now()
        )


def _rows(report: Report, section: Section) -> dict[str, Figure]:
    rows = report.figures.filter(indicator__in=section.lines.values("indicator"))
    return {row.indicator.code: row for row in rows.select_related("indicator")}


def _enter(row: Figure, given: Entered) -> None:
    whole = row.indicator.divisor == 1
    row.value = Decimal(0) if given.is_none else amount(given.value, whole=whole)
    row.estimate = amount(given.estimate, whole=whole)
    row.is_none = row.value == 0  # a typed 0 says the same
    row.reason = given.reason if row.difference else ""
    row.note = one_line(given.note)[:300] if row.difference else ""
    row.saved_at = clock.now()


def _facts(rows: Mapping[str, Figure]) -> dict[str, str]:
    values = {code: row.value for code, row in sorted(rows.items())}
    return {code: "" if value is None else str(shortest(value)) for code, value in values.items()}
