"""A unit fills its report: started from the log, figures and words saved section by section."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db import transaction

from haidang import clock
from haidang.activities.enums import DERIVED
from haidang.activities.facts import one_line
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.reporting import checks, rules
from haidang.reporting.deriving import derive, not_derived_in
from haidang.reporting.entered import Entered, amount, is_whole
from haidang.reporting.enums import DifferenceReason, ReportStatus, SectionKind
from haidang.reporting.following import follow
from haidang.reporting.keeping import as_they_stand, save_changed
from haidang.reporting.models import Figure, Line, Prose, Report, Section
from haidang.reporting.numerals import shortest
from haidang.reporting.queries.filling import (
    logged_now,
    open_indicators,
    remarked_sections,
    typed_among,
)
from haidang.reporting.queries.growth import growth_of
from haidang.reporting.queries.sources import newest_sum
from haidang.reporting.queries.suggestion import suggestions_of
from haidang.reporting.suggested import sourced


@transaction.atomic
def start_report(*, report: Report, by: User) -> Report:
    """Begin a unit's report: figures from its log, and words suggested from them.

    What the log holds nothing of stays empty, for the unit to say "không phát sinh" or a number.
    Refuses with WrongState where it was begun or its days are still to come, and with NotAllowed.
    """
    report = _locked(report)
    if report.status != ReportStatus.NOT_STARTED:
        raise WrongState("Báo cáo này đã được mở.")
    _refuse_unless_may_fill(by, report)
    first = report.round.data_from
    if clock.today() < first:
        raise WrongState(f"Số liệu tính từ {first:%d/%m/%Y}; đến ngày đó mới mở báo cáo được.")

    report.status, report.counted_to = ReportStatus.DRAFT, _counted_to(report)
    report.fed_from = newest_sum(report)
    report.save(update_fields=["status", "counted_to", "fed_from"])
    _make_figures(report)
    _suggest_prose(report)
    record("start_report", target=report, by=by, counted_to=report.counted_to)
    return report


@transaction.atomic
def refresh_figures(*, report: Report, by: User) -> Report:
    """Take the log again, and what the level below froze last; what nobody changed follows it.

    Refuses with WrongState where the unit may not write now, and with NotAllowed.
    """
    report = _locked(report)
    _refuse_unless_begun(report)
    _refuse_unless_may_fill(by, report)
    report.fed_from = newest_sum(report)
    report.save(update_fields=["fed_from"])
    _take_log(report)
    _renew_suggestions(report)
    record("refresh_figures", target=report, by=by, counted_to=report.counted_to)
    return report


@transaction.atomic
def save_figures(
    *,
    report: Report,
    section: Section,
    figures: Mapping[str, Entered],
    by: User,
    seen: dt.datetime | None = None,
) -> Report:
    """Save figures of one section, by code of the indicator; those not given stay as they are.

    Refuses with WrongState where the section is closed, with NotAllowed, and with Incomplete
    where a number cannot be read, is negative, or differs from the log without a reason, and where
    somebody saved another number after `seen`.
    """
    report = _locked(report)
    _refuse_closed(report, section)
    _refuse_unless_may_fill(by, report)
    _take_log(report)
    every = list(report.figures.select_related("indicator"))
    rows, typed, growth = _rows(every, section), typed_among(report), growth_of(report, every)
    estimated = growth.estimated(every, report)
    figures = {code: one for code, one in figures.items() if not _is_derived(rows.get(code))}
    if issues := checks.before_saving(rows, figures, typed=typed, estimated=estimated, seen=seen):
        raise Incomplete(issues)

    stood = as_they_stand(every)
    by_machine = {row.pk: row.estimate for row in every if row.indicator_id in estimated}
    for code, given in figures.items():
        _enter(rows[code], given, is_typed=rows[code].indicator_id in typed)
    untyped = [row for row in every if row.estimate is not None]
    untyped = [row for row in untyped if by_machine.get(row.pk) == row.estimate]
    _expect(untyped, growth.expected(every, report))
    save_changed(every, stood)
    _derive(report)
    _renew_suggestions(report)
    record("save_figures", target=report, by=by, section=section.ordinal, figures=_facts(rows))
    return report


@transaction.atomic
def save_prose(
    *, report: Report, section: Section, text: str, by: User, seen: dt.datetime | None = None
) -> Report:
    """Save the words of one section; they are the unit's own from now on.

    A sentence that stays as it was suggested keeps its sources.
    Refuses with WrongState where the section is closed, with NotAllowed, and with Incomplete
    where the words are too long or bear a secrecy mark, or somebody saved others after `seen`.
    """
    report, text = _locked(report), _tidied(text)
    _refuse_closed(report, section)
    _refuse_unless_may_fill(by, report)
    stands = report.prose.filter(section=section).first()
    if issues := checks.before_saving_prose(section, text, stands, seen):
        raise Incomplete(issues)

    sources = sourced(text, suggestions_of(report, section), stands.sources if stands else ())
    said = {"text": text, "sources": sources, "is_suggested": False, "saved_at": clock.now()}
    Prose.objects.update_or_create(report=report, section=section, defaults=said)
    record("save_prose", target=report, by=by, section=section.ordinal)
    return report


@transaction.atomic
def explain_figures(*, report: Report, notes: Mapping[str, str], by: User) -> Report:
    """Answer warnings about figures in words, by code of the indicator; the reviewer reads them.

    Refuses with WrongState where the unit may not write now or a figure is closed, with
    NotAllowed, and with Incomplete where words bear a secrecy mark.
    """
    report = _locked(report)
    _refuse_unless_begun(report)
    _refuse_unless_may_fill(by, report)
    found = report.figures.filter(indicator__code__in=notes, indicator__in=open_indicators(report))
    rows = list(found.select_related("indicator"))
    if len(rows) < len(notes):
        raise WrongState("Có chỉ tiêu không mở lại nên không ghi giải trình được.")
    if issues := [one for code in notes for one in about_words(notes[code], f"{code}-note")]:
        raise Incomplete(issues)

    for row in rows:
        row.note = one_line(notes[row.indicator.code])[:300]
    Figure.objects.bulk_update(rows, ["note"])
    record("explain_figures", target=report, by=by, codes=sorted(notes))
    return report


def _tidied(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).splitlines()
    return "\n".join(one_line(line) for line in lines).strip()


def _locked(report: Report) -> Report:
    rows = Report.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "round__regime", "unit", "fed_from"
    )
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
    return min(clock.today(), report.round.last_counted)


def _take_log(report: Report) -> None:
    rows = list(report.figures.select_related("indicator"))
    stood, growth = as_they_stand(rows), growth_of(report, rows)
    estimated = growth.estimated(rows, report)
    # A report that was sent keeps its days: what comes back is the same account, mended.
    if not report.is_returned:
        report.counted_to = _counted_to(report)
        report.save(update_fields=["counted_to"])
    logged, remarked = logged_now(report), remarked_sections(report)
    sections = {line.indicator_id: line.section for line in _lines(report)}
    to_fill = [
        row
        for row in not_derived_in(rows)
        if rules.is_open_to_fill(report, sections[row.indicator_id], remarked)
    ]
    for row in to_fill:
        follow(row, logged[row.indicator_id])
    untyped = [one for one in to_fill if one.saved_at is None or one.indicator_id in estimated]
    _expect(untyped, growth.expected(rows, report))
    derive(rows)
    save_changed(rows, stood)


def _make_figures(report: Report) -> None:
    logged = logged_now(report)
    rows = [Figure(report=report, indicator=line.indicator) for line in _lines(report)]
    to_fill = not_derived_in(rows)
    for row in to_fill:
        follow(row, logged[row.indicator_id])
    _expect(to_fill, growth_of(report, rows).expected(rows, report))
    derive(rows)
    Figure.objects.bulk_create(rows)


def _expect(rows: Iterable[Figure], expected: Mapping[int, Decimal | None]) -> None:
    """Give figures of which nobody typed an estimate what may be expected of them now."""
    for row in rows:
        row.estimate = expected[row.indicator_id]


def _is_derived(row: Figure | None) -> bool:
    return row is not None and row.indicator.aggregation in DERIVED


def _derive(report: Report) -> None:
    if report.figures.filter(indicator__aggregation__in=DERIVED).exists():
        rows = list(report.figures.select_related("indicator"))
        stood = as_they_stand(rows)
        save_changed(derive(rows), stood)


def _lines(report: Report) -> list[Line]:
    lines = Line.objects.filter(section__regime=report.round.regime_id)
    return list(lines.select_related("indicator", "section"))


def _suggest_prose(report: Report) -> None:
    """Begin the first piece of prose from the unit's records; all pieces where a level below wrote.

    Of the others, what the records tell is offered on their pages and taken sentence by sentence.
    """
    asked = Section.objects.filter(regime=report.round.regime_id, kind=SectionKind.PROSE)
    for section in asked if report.fed_from else asked[:1]:
        if found := suggestions_of(report, section):
            text = "\n".join(one.text for one in found)
            said = {"text": text, "sources": sourced(text, found), "is_suggested": True}
            Prose.objects.create(report=report, section=section, saved_at=clock.now(), **said)


def _renew_suggestions(report: Report) -> None:
    """Let what is still only suggested say what the figures say now."""
    for row in report.prose.filter(is_suggested=True).select_related("section"):
        found = suggestions_of(report, row.section)
        row.text = "\n".join(one.text for one in found)
        row.sources = sourced(row.text, found)
        # When it was saved stays: no person did, so whoever has the page open is not overtaken.
        row.save(update_fields=["text", "sources"])


def _rows(every: Iterable[Figure], section: Section) -> dict[str, Figure]:
    asked = set(section.lines.values_list("indicator", flat=True))
    return {row.indicator.code: row for row in every if row.indicator_id in asked}


def _enter(row: Figure, given: Entered, *, is_typed: bool) -> None:
    whole, known = is_whole(row.indicator), (row.value, row.logged, row.estimate)
    row.value = Decimal(0) if given.is_none else amount(given.value, whole=whole, known=known)
    row.estimate = amount(given.estimate, whole=whole, known=known)
    row.is_none = row.value == 0  # a typed 0 says the same
    reason = DifferenceReason.OTHER_SOURCE if is_typed else given.reason
    row.reason = reason if row.difference else ""
    row.note = one_line(given.note)[:300]
    row.saved_at = clock.now()


def _facts(rows: Mapping[str, Figure]) -> dict[str, str]:
    values = {code: row.value for code, row in sorted(rows.items())}
    return {code: "" if value is None else str(shortest(value)) for code, value in values.items()}
