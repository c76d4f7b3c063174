"""A round as it stands now, as one value: as many queries for one unit as for all communes."""

from typing import Any

from django.utils import timezone

from haidang.activities.models import Indicator
from haidang.plans.models import Task
from haidang.reporting.enums import SectionKind
from haidang.reporting.models import Acceptance, Line, Report, Round, Section, Submission
from haidang.reporting.queries.totals import totals_of
from haidang.reporting.sheet import Content, Sheet
from haidang.reporting.thawing import thawed
from haidang.reporting.together import finished

FORMAT = 2
DERIVED_FROM = ("indicator__numerator", "indicator__denominator")


REPORT = ("pk", "status", "attempt", "receipt", "decided_at", "counted_to")
UNIT = ("unit", "unit__name", "unit__short_name", "unit__grid_name", "unit__area")
KEYS = ("report", "state", *REPORT[2:], "id", *(name.removeprefix("unit__") for name in UNIT[1:]))


def sheet_of(round: Round, *names: str) -> Sheet:
    """All units of a round with the figures of their accepted reports, and the totals.

    It is made from what the units sent, which the database keeps from being changed; where parts
    of that are named, only these are read.
    """
    return Sheet(thawed(frame_of(round), *names))


def frame_of(round: Round) -> Content:
    """What `sheet_of` holds but the figures and words of single units, which are only named.

    The totals are added up by the database; this is what a freezing keeps.
    """
    indicators = _indicators(round)
    content = {
        "format": FORMAT,
        "round": _round(round),
        "sections": _sections(round),
        "indicators": indicators,
        "units": _units(round),
        "totals": totals_of(round, indicators),
    }
    return finished(content)


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
        "basis": basis_of(round.task),
    }


def basis_of(task: Task | None) -> Content | None:
    """The document that asks for a report, as it is cited; None where none does."""
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
    ).select_related("section", "indicator__measure", *DERIVED_FROM)
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
            "how": _how(line.indicator),
        }
        for line in lines
    ]


def _how(indicator: Indicator) -> Content:
    how: Content = {"aggregation": indicator.aggregation}
    if indicator.numerator and indicator.denominator:
        how["numerator"] = indicator.numerator.code
        how["denominator"] = indicator.denominator.code
        how["per"] = indicator.per
    return how | ({"formula": indicator.formula} if indicator.formula else {})


def _units(round: Round) -> list[Content]:
    accepted = Acceptance.objects.filter(round=round).order_by()
    evidence = accepted.values_list(
        "report", "submission", "sha256", "submission__evidence_sha256", "joint", "earlier"
    )
    sent = {report: rest for report, *rest in evidence}
    first = _first_sendings(round)
    # Rows of values: thousands of models would cost more than the adding up.
    reports = Report.objects.standing().filter(round=round).values_list(*REPORT, *UNIT)
    return [
        _unit(dict(zip(KEYS, row, strict=True)), sent.get(row[0]))
        | {"first_sent": first.get(row[0])}
        for row in reports
    ]


def _first_sendings(round: Round) -> dict[int, str]:
    """The day on which each report first came and was not taken back, by report."""
    rows = Submission.objects.filter(report__round=round, recall=None).order_by("-attempt")
    sent = rows.values_list("report", "at")
    here = timezone.get_current_timezone()
    return {report: at.astimezone(here).date().isoformat() for report, at in sent}


def _unit(found: Content, sent: list[Any] | None) -> Content:
    accepted_at, counted_to = found.pop("decided_at"), found.pop("counted_to")
    none = {"accepted_at": None, "counted_to": None, "evidence": None, "sent": None}
    if sent is None or accepted_at is None or counted_to is None:
        return found | none
    submission, sha256, evidence, joint, earlier = sent
    return found | {
        "accepted_at": accepted_at.isoformat(),
        "counted_to": counted_to.isoformat(),
        "evidence": {"submission": submission, "sha256": evidence},
        "sent": {"submission": submission, "sha256": sha256},
        **({"joint": joint} if joint else {}),
        **({"earlier": earlier} if earlier else {}),
    }
