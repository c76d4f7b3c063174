"""Headings and what stands under them: the body as items that know their section, kind and unit."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from haidang.text.blocks import Section
from haidang.text.understanding.paper.attributes import speaks_of_above
from haidang.text.understanding.paper.kinds import Kind, kind_of_section
from haidang.text.understanding.paper.markers import Rank
from haidang.text.understanding.paper.paragraphs import Paragraph
from haidang.text.understanding.structure.headings import heading_cuts, is_title_below
from haidang.text.understanding.structure.titles import unit_of_heading
from haidang.text.understanding.words.letters import is_capitals

_TEXT_IN_CELL = 5  # a cell with so many paragraphs holds running text


@dataclass(frozen=True, slots=True)
class Heading:
    """An open section: its rank, what is printed of it, its kind and the unit it names."""

    rank: int
    section: Section
    kind: Kind
    unit: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph under its headings; `begin` is where its own words begin in the folded text."""

    paragraph: Paragraph
    headings: tuple[Heading, ...]
    begin: int
    is_heading: bool = False
    deeper_next: bool = False  # the next paragraph stands deeper: an item under this one
    in_table: bool = False  # in a cell among others, where words are entries and not sentences
    told_next: bool = False  # the next paragraph says who leads it or until when

    @property
    def words(self) -> str:
        return self.paragraph.text[self.begin :]

    @property
    def spoken_from(self) -> int:
        """Where the item's sentences begin: after a run-in title, else at its mark."""
        return self.begin if self.begin > self.paragraph.marker.end else 0

    @property
    def kind(self) -> Kind | None:
        return self.headings[-1].kind if self.headings else None

    @property
    def unit(self) -> str | None:
        return next((heading.unit for heading in reversed(self.headings) if heading.unit), None)


def outline_of(paragraphs: Sequence[Paragraph], under: tuple[Heading, ...] = ()) -> list[Item]:
    """Walk the paragraphs, opening and closing sections as their marks say."""
    stack = list(under)
    entries, cuts = _entries_of_tables(paragraphs), heading_cuts(paragraphs)
    items: list[Item] = []
    titled: Paragraph | None = None  # the title of a chapter, on the line after its number
    for paragraph, after, found in zip_longest(paragraphs, paragraphs[1:], cuts):
        if paragraph is titled:
            items.append(Item(titled, tuple(stack), len(titled.text), is_heading=True))
            continue
        rank = paragraph.marker.rank
        while rank < Rank.BULLET and len(stack) > len(under) and stack[-1].rank >= rank:
            stack.pop()
        in_table = id(paragraph) in entries
        cut = None if in_table and rank is Rank.NUMBER else found
        if cut is None:
            items.append(_item(paragraph, after, stack, in_table))
            continue
        title, content = cut
        if title is None and after is not None and is_title_below(paragraph, after):
            titled, title = after, after.text
        whole = content >= len(paragraph.text)
        stack.append(_open(paragraph, title, stack, len(paragraph.text) if whole else content))
        opens = rank is Rank.ARTICLE and after is not None and after.marker.rank > rank
        content = min(content, len(paragraph.text))
        items.append(Item(paragraph, tuple(stack), content, whole, deeper_next=opens))
    return items


def _item(
    paragraph: Paragraph, after: Paragraph | None, stack: list[Heading], in_table: bool
) -> Item:
    return Item(
        paragraph,
        tuple(stack),
        paragraph.marker.end,
        deeper_next=after is not None and after.marker.rank > paragraph.marker.rank,
        in_table=in_table,
        told_next=after is not None and speaks_of_above(after),
    )


def _entries_of_tables(paragraphs: Sequence[Paragraph]) -> set[int]:
    """Paragraphs, by identity, that are entries of tables with several columns."""
    cells = [paragraph.cell for paragraph in paragraphs if paragraph.cell]
    wide = {table for table, _, column in cells if column > 1}
    length = Counter(cells)
    return {
        id(paragraph)
        for paragraph in paragraphs
        if paragraph.cell and paragraph.cell[0] in wide and length[paragraph.cell] < _TEXT_IN_CELL
    }


def _open(paragraph: Paragraph, title: str | None, stack: list[Heading], stop: int) -> Heading:
    start, end = paragraph.folded.span(0, len(paragraph.text[:stop].rstrip()))
    section = Section(paragraph.marker.label, len(stack) + 1, title, start, end)
    kind = kind_of_section(title or "", stack[-1].kind if stack else None)
    unit = _unit_of(paragraph, title, kind)
    if unit and kind is Kind.OTHER:
        kind = Kind.TASK
    return Heading(int(paragraph.marker.rank), section, kind, unit)


def _unit_of(paragraph: Paragraph, title: str | None, kind: Kind) -> str | None:
    """The unit that a heading names; below the first level of a section of tasks, to its end."""
    rank = paragraph.marker.rank
    if rank is Rank.ARTICLE:  # an article without a title may name one before its list
        return unit_of_heading(title or (paragraph.words if paragraph.words[-1:] == ":" else ""))
    if title is None or (rank <= Rank.ROMAN and is_capitals(title)):
        return None
    unit = unit_of_heading(title)
    if unit is None and kind is Kind.TASK and rank > Rank.ROMAN:
        return unit_of_heading(title, whole=True)
    return unit
