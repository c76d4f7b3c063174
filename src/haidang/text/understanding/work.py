"""The working part of a document: body and appendices, their sections, duties and marks."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from haidang.text.blocks import Bucket, Duty, Section, Source
from haidang.text.understanding.account import duty_marks, formal_marks, item_marks
from haidang.text.understanding.duties.running_text import DutyReader
from haidang.text.understanding.paper.paragraphs import paragraphs_of
from haidang.text.understanding.paper.zones import is_annex_heading
from haidang.text.understanding.spans import Mark
from haidang.text.understanding.structure.annexes import Annex
from haidang.text.understanding.structure.outline import Item, outline_of
from haidang.text.understanding.tables.duty_tables import TableReader
from haidang.text.understanding.tables.heads import heads_of, rows_of
from haidang.text.understanding.times.deadlines import Years


class Work:
    """Collects what the body and the appendices hold."""

    def __init__(self, source: Source, reader: DutyReader, years: Years) -> None:
        self.source, self.reader, self.years = source, reader, years
        self._items: list[Item] = []
        self._sections: dict[Section, None] = {}
        self._marks: list[Mark] = []
        self._rows: list[int] = []  # where the cells of rows that hold duties start
        self._table_items: set[int] = set()  # paragraphs of tables of duties, by identity

    @property
    def items(self) -> Sequence[Item]:
        """All items of the body and of the appendices that are no forms."""
        return self._items

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(self._sections)

    def duties(self) -> tuple[Duty, ...]:
        """All duties, in the order of the text."""
        duties = [draft.duty() for draft in self.reader.drafts]
        return tuple(sorted(duties, key=lambda duty: (duty.start, duty.end)))

    def read_body(self, items: Sequence[Item]) -> None:
        self._items += items
        self._add_sections(items)
        self.reader.read(self._without_tables(items, []))

    def read_annex(self, annex: Annex) -> None:
        """An appendix: a form is set aside whole, anything else is read like a body."""
        self._marks += formal_marks(annex.head)
        if annex.is_form:
            self._marks += formal_marks(annex.body)
            if is_annex_heading(annex.heading.section.label):
                self._sections[annex.heading.section] = None
            return
        self._sections[annex.heading.section] = None
        items = outline_of(paragraphs_of(self.source.text, annex.body), (annex.heading,))
        self._items += items
        rest = self._without_tables(items, [annex.heading.section.label])
        self._add_sections(rest)
        self.reader.read(rest)

    def _add_sections(self, items: Sequence[Item]) -> None:
        for item in items:
            for heading in item.headings:
                if heading.rank >= 0:
                    self._sections[heading.section] = None

    def _without_tables(self, items: Sequence[Item], chain: list[str]) -> list[Item]:
        """Read the tables of duties; the other items are left for the reader of running text."""
        paragraphs = [item.paragraph for item in items]
        tables = heads_of(rows_of(paragraphs))
        if not tables:
            return list(items)
        reader = TableReader(self.source, self.years, self.reader.labels, chain)
        reader.read([p for p in paragraphs if p.cell and p.cell[0] in tables], tables)
        self.reader.drafts += reader.drafts
        self._sections |= dict.fromkeys(reader.sections)
        self._rows += reader.rows
        cells = {id(p) for p in paragraphs if p.cell and p.cell[0] in tables}
        self._marks += [Mark(p.parts[0][0], Bucket.FORMALITY) for p in paragraphs if id(p) in cells]
        self._table_items |= cells
        return [item for item in items if id(item.paragraph) not in cells]

    def marks(
        self, skip: int, duties: Sequence[Duty], beneath: Iterable[Mark] = ()
    ) -> Iterable[Mark]:
        """Marks of all items after the first `skip`; duties lie over them and over `beneath`."""
        for item in self._items[skip:]:
            if id(item.paragraph) not in self._table_items:
                yield from item_marks(item)
        yield from self._marks
        yield from beneath
        yield from (Mark(start, Bucket.TASK) for start in self._rows)
        for item, mine in _by_item(self._items, duties):
            yield from duty_marks(self.source.text, item, mine)


def _by_item(items: Sequence[Item], duties: Sequence[Duty]) -> Iterable[tuple[Item, list[Duty]]]:
    """The duties of each item that has any."""
    starts = [item.paragraph.parts[0][0] for item in items]
    found: dict[int, list[Duty]] = {}
    for duty in duties:
        found.setdefault(max(bisect_right(starts, duty.start) - 1, 0), []).append(duty)
    return [(items[number], mine) for number, mine in found.items()]
