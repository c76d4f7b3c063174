"""One document understood: its zones read one after another, and all of it accounted for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from haidang.text.blocks import Bucket, Certainty, Duty, Header, Reading, Source, Span, Target
from haidang.text.habits import USUAL, Habits
from haidang.text.understanding.account import formal_marks, opening_marks
from haidang.text.understanding.boxes.bases import bases_of
from haidang.text.understanding.boxes.header import header_of
from haidang.text.understanding.boxes.issuer import issuer_of_opening
from haidang.text.understanding.boxes.preamble import opening_of
from haidang.text.understanding.boxes.recipients import (
    address_lines,
    addressees_of,
    recipients_of,
)
from haidang.text.understanding.boxes.references import references_of
from haidang.text.understanding.boxes.signature import signature_of
from haidang.text.understanding.duties.actors import Voice
from haidang.text.understanding.duties.running_text import DutyReader
from haidang.text.understanding.paper.lines import lines_of
from haidang.text.understanding.paper.paragraphs import paragraphs_of
from haidang.text.understanding.paper.zones import Zones, zones_of
from haidang.text.understanding.spans import Mark, spans_of
from haidang.text.understanding.structure.annexes import annexes_of
from haidang.text.understanding.structure.outline import Item, outline_of
from haidang.text.understanding.tables.aligned import with_cells
from haidang.text.understanding.target_sections import stated_targets, target_marks
from haidang.text.understanding.times.dates import full_date
from haidang.text.understanding.times.deadlines import Years
from haidang.text.understanding.times.rhythms import recurrence_of
from haidang.text.understanding.work import Work

_Read = TypeVar("_Read", Duty, Target)
_PLAN_YEAR = re.compile(
    r"(?<!đến )(?<!từ )(?<!trước )(?<!sau )năm\s+(20\d\d)(?!\s*[-–]\s*20)", re.IGNORECASE
)


def understand(source: Source, habits: Habits = USUAL) -> Reading:
    """Say all that is understood of a text; never fails, marks what no rule understood.

    Time limits are read as the authority's habits have it. Notes behind the text are kept, and
    set no duties.
    """
    if source.notes_at is None:
        return _understood(source, habits)
    end = len(source.text)
    reading = _understood(replace(source, text=source.text[: source.notes_at]), habits)
    notes = Span(source.notes_at, end, Bucket.FORMALITY)
    return replace(reading, text=source.text, spans=(*reading.spans, notes))


def _understood(source: Source, habits: Habits) -> Reading:
    zones = zones_of(with_cells(lines_of(source)))
    body = outline_of(paragraphs_of(source.text, zones.body))
    opening = opening_of(body)
    header = _complete(header_of(zones), opening)
    year = _plan_year(header)
    years = Years(year, *_signing(header), habits)
    reader = DutyReader(source.text, Voice(header.issuer), years, header.document_type)
    work = Work(source, reader, years)
    work.read_body(body)
    for annex in annexes_of(zones.annexes):
        work.read_annex(annex)
    duties = tuple(_as_sure_as(source, map(_with_rhythm, work.duties())))
    skip = len(opening)
    stated = stated_targets(work.items, skip, source.text, header.document_type, year)
    beneath = target_marks(stated, duties)
    before_body = [*zones.header, *zones.title, *zones.body[:40]]
    opened = opening_marks(opening, address_lines(before_body))
    marks = [*_zone_marks(zones), *opened, *work.marks(skip, duties, beneath)]
    return Reading(
        text=source.text,
        header=header,
        spans=spans_of(len(source.text), marks),
        legal_bases=bases_of([item.paragraph for item in opening]),
        references=references_of([item.paragraph.folded for item in work.items], skip, header),
        sections=work.sections,
        duties=duties,
        targets=tuple(_as_sure_as(source, (each.target for each in stated))),
        addressees=addressees_of(before_body),
        recipients=recipients_of(zones.tail),
        signature=signature_of(zones.tail),
        year=year,
        warnings=(*source.warnings, *_doubts(source, header)),
        places=source.places,
    )


def _with_rhythm(duty: Duty) -> Duty:
    """What a duty says of how often, as a value; its deadline, which names days, comes first."""
    of_deadline = duty.deadline.recurrence if duty.deadline else None
    if of_deadline and of_deadline.every:
        return replace(duty, repeats=of_deadline)
    if not duty.recurrence:
        return duty
    # "hằng năm … trước ngày 15 tháng 11": the day belongs to the rhythm, wherever it stands
    days = duty.deadline.phrase if duty.deadline else ""
    repeats = recurrence_of(f"{duty.recurrence}, {days}")
    return replace(duty, repeats=repeats and replace(repeats, phrase=duty.recurrence))


def _as_sure_as(source: Source, read: Iterable[_Read]) -> Iterator[_Read]:
    """What a machine recognised in a picture is never certain: one accent makes another word."""
    doubtful = [place for place in source.places if place.is_recognised]
    for each in read:
        if any(place.start < each.end and each.start < place.end for place in doubtful):
            yield replace(each, certainty=Certainty.LOW)
        else:
            yield each


def _complete(header: Header, opening: Sequence[Item]) -> Header:
    """A header that lost its issuer takes it from the sentence that opens the text."""
    if header.document_type == "Biên bản" and header.date is None:
        return replace(
            header, date=next((found for item in opening if (found := _today(item))), None)
        )
    if header.issuer or header.document_type == "Biên bản":
        return header
    issuer = next(
        (found for item in opening if (found := issuer_of_opening(item.paragraph.text))), None
    )
    return replace(header, issuer=issuer)


def _today(item: Item) -> str | None:
    """Minutes bear their date in the text: "Hôm nay, ngày …"."""
    found = re.match(r"Hôm nay\b.{0,60}", item.words)
    return full_date(found.group()) if found else None


def _signing(header: Header) -> tuple[int | None, date | None]:
    """The year of signing, and its day where it is not blank."""
    if header.date is None:
        return None, None
    whole = len(header.date) == len("2024-11-30")
    return int(header.date[:4]), date.fromisoformat(header.date) if whole else None


def _plan_year(header: Header) -> int | None:
    found = _PLAN_YEAR.findall(header.title or "")
    return int(found[-1]) if found else None


def _zone_marks(zones: Zones) -> Iterable[Mark]:
    yield Mark(0, Bucket.FORMALITY)
    yield from formal_marks(zones.header)
    yield from formal_marks([zones.type_line] if zones.type_line else [])
    yield from formal_marks(zones.title)
    yield from formal_marks(zones.tail)


def _doubts(source: Source, header: Header) -> Iterable[str]:
    if not source.text.strip():
        yield "Văn bản không có chữ."
    elif not header.document_type:
        yield "Không nhận ra thể thức văn bản hành chính."
    elif not header.issuer:
        yield "Không đọc được cơ quan ban hành."
