"""A reading as the JSON object that `haidang read --json` prints for a file."""

from dataclasses import asdict
from typing import Any

from haidang.text.blocks import (
    Deadline,
    Duty,
    LegalBasis,
    Place,
    Reading,
    Recurrence,
    Reference,
    Section,
    Span,
    Target,
)
from haidang.text.reading.unreadable import Unreadable

Json = dict[str, Any]


def contract(reading: Reading, file: str) -> Json:
    """The object for one file: header fields, what was found, the whole text and its spans."""
    header, signature = reading.header, reading.signature
    return {
        "file": file,
        "number": header.number,
        "symbol": header.symbol,
        "document_type": header.document_type,
        "issuer": header.issuer,
        "superior": header.superior,
        "place": header.place,
        "date": header.date,
        "title": header.title,
        "year": reading.year,
        "legal_bases": [_basis(basis) for basis in reading.legal_bases],
        "references": [_reference(reference) for reference in reading.references],
        "sections": [_section(section) for section in reading.sections],
        "tasks": [_task(duty, reading) for duty in reading.duties],
        "targets": [_target(target) for target in reading.targets],
        "addressees": list(reading.addressees) or None,
        "recipients": list(reading.recipients) or None,
        "signer_authority": " / ".join(signature.authority) or None,
        "signer_title": signature.title,
        "signer_name": signature.name,
        "warnings": list(reading.warnings),
        "spans": [_span(span) for span in reading.spans],
        "text": reading.text,
    }


def refusal(error: Unreadable, file: str) -> Json:
    """The object for a file that is no document."""
    return {"file": file, "error": error.code, "message": error.message}


def _basis(basis: LegalBasis) -> Json:
    return {
        "kind": basis.kind,
        "number": basis.number,
        "date": basis.date,
        "issuer": basis.issuer,
        "title": basis.title,
    }


def _reference(reference: Reference) -> Json:
    """A document with every place that cites it; `legal_bases` has those of the opening alone."""
    citations = [asdict(citation) for citation in reference.citations]
    return {**asdict(reference), "citations": citations}


def _section(section: Section) -> Json:
    return {
        "label": section.label or None,
        "level": section.level,
        "title": section.title,
        "start": section.start,
        "end": section.end,
    }


def _span(span: Span) -> Json:
    return {
        "start": span.start,
        "end": span.end,
        "bucket": span.bucket.value,
        "sentence": span.sentence,
    }


def _task(duty: Duty, reading: Reading) -> Json:
    return {
        "label": duty.label,
        "text": duty.text,
        "start": duty.start,
        "end": duty.end,
        "unit": duty.unit,
        "lead": duty.lead,
        "coordinate": list(duty.coordinate),
        "recurrence": duty.recurrence,
        "repeats": _recurrence(duty.repeats),
        "certainty": duty.certainty.value,
        "places": [_place(place) for place in reading.places_between(duty.start, duty.end)],
        **_deadline(duty.deadline),
    }


def _target(target: Target) -> Json:
    """Quantities are strings, so that no decimal is lost on the way."""
    upper = None if target.upper is None else str(target.upper)
    return {**asdict(target), "quantity": str(target.quantity), "upper": upper}


def _place(place: Place) -> Json:
    """A page and a box (left, top, right, bottom as shares) only where the original has pages."""
    return {"where": place.where, "page": place.page, "box": place.box and list(place.box)}


def _recurrence(recurrence: Recurrence | None) -> Json | None:
    if recurrence is None:
        return None
    return {**asdict(recurrence), "days": [list(day) for day in recurrence.days]}


def _deadline(deadline: Deadline | None) -> Json:
    """`deadline` is a date only where a whole one is written; `due_on` is what the rule read."""
    if deadline is None:
        return dict.fromkeys(_DEADLINE)
    values = (
        deadline.written_on or deadline.phrase,
        deadline.phrase,
        deadline.rule,
        deadline.start,
        deadline.end,
        deadline.certainty,
        _recurrence(deadline.recurrence),
        deadline.due_on,
        deadline.or_on,
        deadline.from_on,
        deadline.until_on,
        deadline.year_from,
        deadline.counted_from,
    )
    return dict(zip(_DEADLINE, values, strict=True))


_DEADLINE = (
    "deadline",
    "deadline_text",
    "deadline_rule",
    "deadline_start",
    "deadline_end",
    "deadline_certainty",
    "deadline_repeats",
    "due_on",
    "or_on",
    "from_on",
    "until_on",
    "year_from",
    "counted_from",
)
