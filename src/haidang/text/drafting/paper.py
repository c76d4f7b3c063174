"""The reading on paper again: its zones, each paragraph with its marks of bold, its notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from haidang.text.blocks import Paragraph, Reading, Source
from haidang.text.understanding.paper.lines import Line, lines_of
from haidang.text.understanding.paper.paragraphs import Paragraph as ReadParagraph
from haidang.text.understanding.paper.paragraphs import paragraphs_of
from haidang.text.understanding.paper.zones import Zones, zones_of
from haidang.text.understanding.structure.outline import Item, outline_of
from haidang.text.understanding.tables.aligned import with_cells
from haidang.text.understanding.words.folded import plain

_OF_PARAGRAPHS = ("đoạn", "bảng")
_NOTE = "chú thích"
# Marks that folding would drop stand as letters of no tongue while it works
_BOLD, _BLANK, _STAR, _HASH, _SLASH = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
_LETTERED = str.maketrans({"*": _STAR, "#": _HASH, "\\": _SLASH})
_TYPED = str.maketrans({_BOLD: "**", _BLANK: "_", _STAR: "*", _HASH: "#", _SLASH: "\\"})
_BLANKS = re.compile("_{2,}")
_SLANTED = re.compile(r"(?<!\w)\*(\S(?:[^*]*\S)?)\*(?!\w)")  # "*words*" of Markdown
_SIGN = re.compile(r"(?<=[\w)%])\*|\*(?=\s)")  # "412*", and "* …" that explains it


@dataclass(frozen=True, slots=True)
class Paper:
    """The zones of a reading, and the notes behind its text."""

    text: str
    zones: Zones
    notes: tuple[Paragraph, ...] = ()
    of_paragraphs: bool = False  # a word processor's, which knows no marks

    def between_lines(self) -> tuple[str, ...]:
        """The words that stand in no line: numbers and running heads of pages, rules of tables."""
        zones = self.zones
        lines = [*zones.header, *zones.title, *zones.body, *zones.tail, *zones.annexes]
        lines += [zones.type_line] if zones.type_line else []
        spans = sorted((line.start, line.end) for line in lines)
        gaps, here = [], 0
        for start, end in [*spans, (len(self.text), len(self.text))]:
            gaps += self.text[here:start].split("\n") if start > here else []
            here = max(here, end)
        return tuple(words for gap in gaps if re.search(r"\w", words := plain(gap)))

    def items(self, lines: Sequence[Line]) -> list[Item]:
        """The lines of one zone as paragraphs under their headings."""
        return outline_of(paragraphs_of(self.text, list(lines)))

    def words_of(self, paragraph: ReadParagraph) -> str:
        """The words of a paragraph, its bold marks and blanks to fill in kept."""
        raw = " ".join(self.text[start:end].strip() for start, end in paragraph.parts)
        return marked(raw, markdown=not self.of_paragraphs)


def paper_of(reading: Reading) -> Paper:
    """Find the zones again that the reading was understood by."""
    places = reading.places
    notes = [place for place in places if place.where.startswith(_NOTE)]
    end = notes[0].start if notes else len(reading.text)
    whole = any(place.where.startswith(_OF_PARAGRAPHS) for place in places)
    source = Source(reading.text[:end], "docx" if whole else "txt", places)
    said = (Paragraph(safe(plain(reading.text[note.start : note.end]))) for note in notes)
    return Paper(source.text, zones_of(with_cells(lines_of(source))), tuple(said), whole)


def marked(raw: str, *, markdown: bool = True) -> str:
    r"""One line of plain words in which "**" still marks what is bold.

    Without `markdown` its other marks are nothing but signs that somebody typed, and stay.

    >>> marked("a **b**\nc ___")
    'a **b** c ___'
    """
    kept = _BLANKS.sub(lambda blank: _BLANK * len(blank[0]), raw)
    kept = kept.replace("**", "" if kept.count("**") % 2 else _BOLD)
    kept = _SIGN.sub(_STAR, _SLANTED.sub(r"\1", kept)) if markdown else kept.translate(_LETTERED)
    return safe(plain(kept).translate(_TYPED))


def safe(words: str) -> str:
    """Words in which nothing is taken for a figure that leads to its records."""
    return words.replace("[[", "[ [")
