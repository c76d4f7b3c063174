"""One document understood: its zones read one after another, and all of it accounted for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from haidang.text.blocks import Bucket, Duty, Header, Reading, Section, Source
from haidang.text.understanding.account import duty_marks, formal_marks, item_marks, opening_marks
from haidang.text.understanding.actors import Voice
from haidang.text.understanding.annexes import Annex, annexes_of
from haidang.text.understanding.bases import bases_of
from haidang.text.understanding.dates import full_date
from haidang.text.understanding.deadlines import Years
from haidang.text.understanding.drafts import Draft
from haidang.text.understanding.duties import DutyReader
from haidang.text.understanding.header import header_of
from haidang.text.understanding.issuer import issuer_of_opening
from haidang.text.understanding.kinds import Kind
from haidang.text.understanding.lines import lines_of
from haidang.text.understanding.outline import Item, outline_of
from haidang.text.understanding.paragraphs import paragraphs_of
from haidang.text.understanding.recipients import addressees_of, recipients_of
from haidang.text.understanding.signature import signature_of
from haidang.text.understanding.spans import Mark, spans_of
from haidang.text.understanding.tables import TableReader, columns_of, rows_of
from haidang.text.understanding.targets import is_target
from haidang.text.understanding.zones import Zones, is_annex_heading, zones_of

_PLAN_YEAR = re.compile(
    r"(?<!đến )(?<!từ )(?<!trước )(?<!sau )năm\s+(20\d\d)(?!\s*[-–]\s*20)", re.IGNORECASE
)


def understand(source: Source) -> Reading:
    """Say all that is understood of a text; never fails, marks what no rule understood."""
    zones = zones_of(lines_of(source))
    body = outline_of(paragraphs_of(source.text, zones.body))
    opening = _opening(body)
    header = _complete(header_of(zones), opening)
    year = _plan_year(header)
    years = Years(year, int(header.date[:4]) if header.date else None)
    reader = DutyReader(source.text, Voice(header.issuer), years, header.document_type)
    work = _Work(source, reader, years)
    work.read_body(body)
    for annex in annexes_of(zones.annexes):
        work.read_annex(annex)
    duties = tuple(
        sorted((draft.duty() for draft in work.drafts), key=lambda duty: (duty.start, duty.end))
    )
    marks = [*_zone_marks(zones), *opening_marks(opening), *work.marks(len(opening), duties)]
    return Reading(
        text=source.text,
        header=header,
        spans=spans_of(len(source.text), marks),
        legal_bases=bases_of([item.paragraph for item in opening]),
        sections=tuple(work.sections),
        duties=duties,
        targets=tuple(_targets(body)),
        addressees=addressees_of([*zones.header, *zones.body[:14]]),
        recipients=recipients_of(zones.tail),
        signature=signature_of(zones.tail),
        year=year,
        warnings=(*source.warnings, *_doubts(source, header, duties)),
        places=source.places,
    )


class _Work:
    """Collects what the body and the appendices hold."""

    def __init__(self, source: Source, reader: DutyReader, years: Years) -> None:
        self.source, self.reader, self.years = source, reader, years
        self.items: list[Item] = []
        self.sections: list[Section] = []
        self._rows: list[tuple[int, int]] = []
        self._heads: list[Mark] = []
        self._tables = 0

    @property
    def drafts(self) -> list[Draft]:
        return self.reader.drafts

    def read_body(self, items: Sequence[Item]) -> None:
        self.items += items
        self._add_sections(items)
        self.reader.read(self._without_tables(items, []))

    def read_annex(self, annex: Annex) -> None:
        self._heads += list(formal_marks(annex.head))
        if annex.is_form:
            self._heads += list(formal_marks(annex.body))
            if is_annex_heading(annex.heading.section.label):
                self.sections.append(annex.heading.section)
            return
        self.sections.append(annex.heading.section)
        paragraphs = paragraphs_of(self.source.text, annex.body)
        items = outline_of(paragraphs, (annex.heading,))
        self.items += items
        rest = self._without_tables(items, [annex.heading.section.label])
        self._add_sections(rest)
        self.reader.read(rest)

    def _add_sections(self, items: Sequence[Item]) -> None:
        for item in items:
            for heading in item.headings:
                if heading.rank >= 0 and heading.section not in self.sections:
                    self.sections.append(heading.section)

    def _without_tables(self, items: Sequence[Item], chain: list[str]) -> list[Item]:
        """Read the tables of duties; the other items are left for the reader of running text."""
        paragraphs = [item.paragraph for item in items]
        tables = {key[0] for key, row in rows_of(paragraphs).items() if columns_of(row)}
        if not tables:
            return list(items)
        tabled = [p for p in paragraphs if p.cell and p.cell[0] in tables]
        reader = TableReader(self.source.text, self.years, self.reader.labels, chain)
        reader.read(tabled)
        self.reader.drafts += reader.drafts
        self.sections += reader.sections
        self._rows += reader.rows
        return [
            item for item in items if not (item.paragraph.cell and item.paragraph.cell[0] in tables)
        ]

    def marks(self, skip: int, duties: Sequence[Duty]) -> Iterable[Mark]:
        """Marks of all items after the opening, duties laid over them."""
        yield from self._heads
        by_item = _by_item(self.items, duties)
        for number, item in enumerate(self.items):
            if number >= skip:
                yield from item_marks(item)
        for number, item in enumerate(self.items):
            if by_item.get(number):
                yield from duty_marks(self.source.text, item, by_item[number])


def _by_item(items: Sequence[Item], duties: Sequence[Duty]) -> dict[int, list[Duty]]:
    places = [item.paragraph.folded.span(0, len(item.paragraph.text)) for item in items]
    found: dict[int, list[Duty]] = {}
    for duty in duties:
        for number, (start, end) in enumerate(places):
            if start <= duty.start < end:
                found.setdefault(number, []).append(duty)
                break
    return found


def _opening(body: Sequence[Item]) -> list[Item]:
    """The items before the first section or the first item that is one of a list."""
    opening: list[Item] = []
    for item in body:
        if item.headings or (item.paragraph.marker.end and not _is_basis_item(item)):
            break
        opening.append(item)
        if item.words.rstrip().endswith(":") or len(opening) > 60:
            break
    return opening


def _is_basis_item(item: Item) -> bool:
    return item.words.startswith(("Căn cứ", "Xét", "Theo", "Thực hiện"))


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


def _plan_year(header: Header) -> int | None:
    found = _PLAN_YEAR.findall(header.title or "")
    return int(found[-1]) if found else None


def _zone_marks(zones: Zones) -> Iterable[Mark]:
    yield Mark(0, Bucket.FORMALITY)
    yield from formal_marks(zones.header)
    yield from formal_marks([zones.type_line] if zones.type_line else [])
    yield from formal_marks(zones.title)
    yield from formal_marks(zones.tail)


def _targets(body: Sequence[Item]) -> Iterable[str]:
    for item in body:
        if item.kind is Kind.TARGET and not item.is_heading and is_target(item.words):
            yield item.words


def _doubts(source: Source, header: Header, duties: Sequence[Duty]) -> Iterable[str]:
    if not source.text.strip():
        yield "Văn bản không có chữ."
    elif not header.document_type:
        yield "Không nhận ra thể thức văn bản hành chính."
    elif not header.issuer:
        yield "Không đọc được cơ quan ban hành."
