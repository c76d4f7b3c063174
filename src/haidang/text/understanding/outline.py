"""Headings and what stands under them: the body as items that know their section, kind and unit."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from haidang.text.blocks import Section
from haidang.text.understanding.attributes import attribute_of
from haidang.text.understanding.kinds import Kind, kind_of_section
from haidang.text.understanding.letters import compiled
from haidang.text.understanding.markers import Rank
from haidang.text.understanding.paragraphs import Paragraph
from haidang.text.understanding.units import UNIT, subject_of, unit_of_heading
from haidang.text.understanding.verbs import begins_with_verb
from haidang.text.understanding.zones import is_capitals

_RUN_IN = compiled(r"(?P<title>[^:;]{2,260}?)\s*:\s+(?P<rest>\S)")
_ASSIGNS = compiled(r"(?:Giao|Yêu cầu|Phân công)\b", re.IGNORECASE)
_TIME_FIRST = compiled(r"(?:Đến|Trước|Trong|Từ|Năm|Giai đoạn|Phấn đấu)\b|\d", re.IGNORECASE)
_NEW_SENTENCE = compiled(r"\.\s+[A-Z]")
_TEXT_IN_CELL = 5  # a cell with so many paragraphs holds running text
_CLAUSE = re.compile(r"(?:như|gồm|là|sau|đó)$|\s(?:vẫn|đang|sẽ)\s")
_PERSON = compiled(r"(?:Ông|Bà|Đồng chí|Đ/c)\b")


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
    items: list[Item] = []
    stack = list(under)
    base = len(under)
    wide = {
        paragraph.cell[0] for paragraph in paragraphs if paragraph.cell and paragraph.cell[2] > 1
    }
    of_cell = Counter(paragraph.cell for paragraph in paragraphs)
    for index, paragraph in enumerate(paragraphs):
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        rank = paragraph.marker.rank
        if rank < Rank.BULLET:
            while len(stack) > base and stack[-1].rank >= rank:
                stack.pop()
        cell = paragraph.cell
        in_table = cell is not None and cell[0] in wide and of_cell[cell] < _TEXT_IN_CELL
        cut = None if in_table and rank is Rank.NUMBER else _heading_cut(paragraph, after)
        deeper = after is not None and after.marker.rank > rank
        if cut is None:
            told = after is not None and attribute_of(after) is not None
            items.append(
                Item(paragraph, tuple(stack), paragraph.marker.end, False, deeper, in_table, told)
            )
            continue
        title, content = cut
        stack.append(_open(paragraph, title, stack))
        is_whole = content >= len(paragraph.text)
        items.append(
            Item(paragraph, tuple(stack), min(content, len(paragraph.text)), is_heading=is_whole)
        )
    return items


def _open(paragraph: Paragraph, title: str | None, stack: list[Heading]) -> Heading:
    start, end = paragraph.folded.span(0, len(paragraph.text))
    parent = stack[-1].kind if stack else None
    section = Section(paragraph.marker.label, len(stack) + 1, title, start, end)
    kind = kind_of_section(title or "", parent)
    unit = (
        unit_of_heading(title)
        if (title and paragraph.marker.rank > Rank.ROMAN) or _names_unit(title)
        else None
    )
    if unit is None and title and kind is Kind.TASK and paragraph.marker.rank > Rank.ROMAN:
        unit = unit_of_heading(title, whole=True)
    if paragraph.marker.rank is Rank.ARTICLE:
        words = title or (paragraph.words if paragraph.words.endswith(":") else "")
        unit = unit_of_heading(words)
    if unit and kind is Kind.OTHER:
        kind = Kind.TASK
    return Heading(int(paragraph.marker.rank), section, kind, unit)


def _names_unit(title: str | None) -> bool:
    return bool(title) and not is_capitals(title or "") and unit_of_heading(title or "") is not None


def _heading_cut(paragraph: Paragraph, after: Paragraph | None) -> tuple[str | None, int] | None:
    """Title and the offset at which the section's own text begins; None where it is no heading."""
    rank, words, begin = paragraph.marker.rank, paragraph.words, paragraph.marker.end
    whole = len(paragraph.text)
    if rank <= Rank.GROUP:
        return (words or None), whole
    if rank is Rank.ROMAN:
        run_in = _RUN_IN.match(words)
        if run_in and is_capitals(run_in["title"]) and not is_capitals(words):
            return run_in["title"], begin + run_in.start("rest")
        return (words, whole) if len(words) < 300 else None
    if rank is Rank.ARTICLE:
        return _article_cut(words, begin, whole, after)
    if rank not in (Rank.NUMBER, Rank.NUMBER_2, Rank.NUMBER_3, Rank.LETTER):
        return None
    return _numbered_cut(paragraph, after, words, begin, whole)


def _article_cut(
    words: str, begin: int, whole: int, after: Paragraph | None
) -> tuple[str | None, int]:
    has_items = after is not None and Rank.NUMBER <= after.marker.rank <= Rank.PLUS
    titled = (
        len(words) < 120
        and not words.endswith((".", "./.", ":"))
        and (has_items or after is not None)
    )
    if titled and not subject_of(words):
        return words, whole
    return None, begin


def _numbered_cut(
    paragraph: Paragraph, after: Paragraph | None, words: str, begin: int, whole: int
) -> tuple[str | None, int] | None:
    rank = paragraph.marker.rank
    run_in = _RUN_IN.match(words)
    if run_in and _is_run_in_title(run_in["title"], rank):
        return run_in["title"], begin + run_in.start("rest")
    if (
        after is None
        or words.endswith((";", "./.", ",", "!", "?"))
        or after.text.startswith("Trên đây là")
    ):
        return None
    under = after.marker.rank > rank or after.cell is not None
    if not under or len(words.split()) > 60:
        return None
    if after.marker.rank is Rank.NONE and after.cell is None and words.endswith("."):
        return (words, whole) if len(words) < 90 and unit_of_heading(words) else None
    if words.endswith(":"):
        return (
            None
            if _ASSIGNS.match(words) and subject_of(_after_assigning(words))
            else (words, whole)
        )
    if rank is Rank.NUMBER:
        if words.endswith(".") and subject_of(words) and attribute_of(after) is None:
            return None
        return words, whole
    if words.endswith(".") or ";" in words or (begins_with_verb(words) and attribute_of(after)):
        return None
    return words, whole


def _after_assigning(words: str) -> str:
    return words.split(" ", 1)[1] if " " in words else ""


def _is_run_in_title(title: str, rank: Rank) -> bool:
    if _NEW_SENTENCE.search(title) or len(title.split()) > 45:
        return False
    if (
        _CLAUSE.search(title)
        or _ASSIGNS.match(title)
        or _PERSON.match(title)
        or begins_with_verb(title)
        or _TIME_FIRST.match(title)
    ):
        return False
    return not (UNIT.match(title) and not title.startswith("Đối với")) and rank <= Rank.LETTER
