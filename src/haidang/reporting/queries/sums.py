"""A round as it stands now, as one value: four queries whatever the number of units."""

from collections import defaultdict
from typing import Any

from haidang.plans.models import Task
from haidang.reporting.enums import ReportStatus, SectionKind
from haidang.reporting.models import Line, Report, Round, Section, Submission
from haidang.reporting.sheet import Content, Sheet, totals
from haidang.reporting.together import less_shared

FORMAT = 1


def sheet_of(round: Round) -> Sheet:
    """All units of a round with the figures of their accepted reports, and the totals.

    It is made from what the units sent, which the database keeps from being changed.
    """
    indicators, units = _indicators(round), _units(round)
    content = {
        "format": FORMAT,
        "round": _round(round),
        "sections": _sections(round),
        "indicators": indicators,
        "units": units,
        "totals": totals(units, [row["code"] for row in indicators]),
    }
    return Sheet(content | less_shared(content))


def _round(round: Round) -> Content:
    regime, receiver = round.regime, round.regime.receiver
    return {
        "id": round.pk,
        "title": regime.title,
        "year": round.period.year,
        "data_from": round.data_from.isoformat(),
        "data_to": round.data_to.isoformat(),
        "due_on": round.due_on.isoformat(),
        "due_phrase": round.due_phrase,
        "receiver": receiver.name,
        "receiver_short": receiver.short_name,
        "area": receiver.area,
        "place": receiver.place,
        "reporters": regime.reporters.name,
        "through": regime.through.short_name if regime.through else "",
        "upper": [unit.name for unit in regime.upper.all()],
        "basis": _basis(round.task),
    }


def _basis(task: Task | None) -> Content | None:
    if task is None:
        return None
    edition = task.plan.revision.edition
    return {
        "type": edition.document.document_type,
        "title": edition.document.title,
        "number": edition.number,
        "symbol": edition.symbol,
        "issued_on": edition.issued_on.isoformat() if edition.issued_on else None,
    }


def _sections(round: Round) -> list[Content]:
    sections = Section.objects.filter(regime=round.regime_id)
    return [
        {"ordinal": row.ordinal, "title": row.title, "kind": row.kind, "opening": row.opening}
        for row in sections
    ]


def _indicators(round: Round) -> list[Content]:
    lines = Line.objects.filter(
        section__regime=round.regime_id, section__kind=SectionKind.FIGURES
    ).select_related("section", "indicator__measure")
    return [
        {
            "id": line.indicator_id,
            "code": line.indicator.code,
            "name": line.indicator.name,
            "unit_name": line.indicator.unit_name,
            "section": line.section.ordinal,
            "words": line.words,
            "measure": line.indicator.measure.name if line.indicator.measure else "",
            "measure_unit": line.indicator.measure.unit_name if line.indicator.measure else "",
            "divisor": line.indicator.divisor,
            "language": line.indicator.get_language_display() if line.indicator.language else "",
        }
        for line in lines
    ]


def _units(round: Round) -> list[Content]:
    sent: dict[int, list[Submission]] = defaultdict(list)
    accepted = {"report__round": round, "report__status": ReportStatus.ACCEPTED}
    kept = Submission.objects.filter(**accepted).defer("evidence")
    for submission in kept.order_by("attempt"):
        sent[submission.report_id].append(submission)
    reports = Report.objects.filter(round=round).select_related("unit")
    return [_unit(report, sent.get(report.pk, [])) for report in reports]


def _unit(report: Report, sent: list[Submission]) -> Content:
    unit, last = report.unit, sent[-1] if sent else None
    return {
        "id": unit.pk,
        "name": unit.name,
        "short_name": unit.short_name,
        "grid_name": unit.grid_name,
        "area": unit.area,
        "report": report.pk,
        "state": report.status,
        "attempt": report.attempt,
        "receipt": report.receipt,
        "accepted_at": report.decided_at.isoformat() if last and report.decided_at else None,
        "counted_to": last.content["counted_to"] if last else None,
        "figures": last.content["figures"] if last else None,
        "earlier": _earlier(sent) if last else {},
        "evidence": {"submission": last.pk, "sha256": last.evidence_sha256} if last else None,
        "prose": last.content["prose"] if last else {},
        **({"joint": last.content["joint"]} if last and "joint" in last.content else {}),
    }


def _earlier(sent: list[Submission]) -> dict[str, list[list[Any]]]:
    """By code, the values of earlier sendings that were not what was sent last."""
    *before, last = sent
    found: dict[str, list[list[Any]]] = defaultdict(list)
    for one in before:
        for code, row in one.content["figures"].items():
            if row[0] != last.content["figures"].get(code, row)[0]:
                found[code].append([one.attempt, row[0]])
    return dict(found)
