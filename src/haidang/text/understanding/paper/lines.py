"""The lines of a document: the smallest thing that its zones and paragraphs are made of."""

import itertools
import re
from dataclasses import dataclass

from haidang.text.blocks import Source
from haidang.text.understanding.paper.running import running_lines
from haidang.text.understanding.words.folded import plain
from haidang.text.understanding.words.letters import compiled

PAGE_NUMBER = re.compile(r"(?:[-–]\s*)?(?:Trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*[-–])?")
RULE = re.compile(
    r"[-–—_=*.\s]{3,}|\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?"
)  # also of a table
PARAGRAPH_FORMATS = frozenset({"docx", "html"})  # formats whose places are whole paragraphs

_BAR = re.compile(r"(?<=\s)\|(?=\s|$)|^\|")

# What no cell of a row goes on with on a line of its own.
AFTER_TABLE = compiled(
    r"[ \t*#]*(?:PHỤ LỤC|Phụ lục|K[íÍ][nN][hH] g[ửỬ]i|N[ơƠ]i nh[ậẬ]n|\(?Kèm theo|Căn cứ|Trên đây|"
    r"[IVX]+[./]\s*[A-Z]|Điều \d|Chương [IVX]|[A-Z][A-Z ,]{7,}[\s*]*$)",
    re.MULTILINE,
)

Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, with what stands around it."""

    start: int
    end: int
    raw: str
    words: str  # the line in plain words
    blanks: int  # blank lines just before it
    place: int  # lines of one place in the original are one paragraph; -1 where unknown
    cell: Cell | None = None
    page_break: bool = False  # a page number or a form feed stood just before it
    aligned: bool = False  # part of a cell that only spaces keep apart from those beside it
    sure: bool = True  # whether it is clear in which cell it stands

    @property
    def indent(self) -> int:
        return len(self.raw) - len(self.raw.lstrip())


def lines_of(source: Source) -> list[Line]:
    """All lines with words in them; heads and feet of pages, rules and cell marks are left out."""
    if source.format in PARAGRAPH_FORMATS:
        return _lines_of_places(source)
    return _lines_of_text(source.text)


def _lines_of_places(source: Source) -> list[Line]:
    found: list[Line] = []
    blanks = 0
    for number, place in enumerate(source.places):
        for start, end in _cut(source.text, place.start, place.end):
            words = plain(source.text[start:end])
            if not words or RULE.fullmatch(words):
                blanks += 1
                continue
            raw = source.text[start:end]
            found.append(Line(start, end, raw, words, blanks, number, place.cell))
            blanks = 0
    return found


def _lines_of_text(text: str) -> list[Line]:
    found: list[Line] = []
    blanks, page_break, cells, running = 0, False, _Cells(), running_lines(text)
    for start, end in _cut(text, 0, len(text)):
        raw = text[start:end]
        words = plain(raw)
        page_break = page_break or "\f" in raw
        if words == "|":
            cells.mark()
        elif not words:
            blanks += 1
            cells.blank()
        elif PAGE_NUMBER.fullmatch(words) and cells.now is None and (blanks or raw[:1] == " "):
            page_break = True
        elif RULE.fullmatch(words):
            blanks += 1
        elif start in running:
            page_break = True
        else:
            for piece_start, piece_end, cell in cells.pieces(text, start, end):
                piece = text[piece_start:piece_end]
                said = plain(piece)
                if said and not RULE.fullmatch(said):
                    line = Line(piece_start, piece_end, piece, said, blanks, -1, cell)
                    found.append(_after_break(line) if page_break else line)
                    blanks, page_break = 0, False
    return found


def _after_break(line: Line) -> Line:
    return Line(line.start, line.end, line.raw, line.words, line.blanks, -1, line.cell, True)


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        cuts.append((start, stop))
        start = stop + 1
    return cuts


class _Cells:
    """Tables as text shows them: a lone "|" before each cell, or " | " between those of a line."""

    def __init__(self) -> None:
        self.now: Cell | None = None
        self._table = self._row = 0
        self._fresh = False  # the line before was a lone mark
        self._inline = self._framed = False

    def mark(self) -> None:
        if self.now is None or self._inline:
            self._table, self._inline = self._table + 1, False
            self.now = (self._table, 1, 1)
        elif self._fresh:
            self.now = (self._table, self.now[1] + 1, 1)
        else:
            self.now = (self._table, self.now[1], self.now[2] + 1)
        self._fresh = True

    def blank(self) -> None:
        if self._fresh or self._inline:
            self.now = None  # after a mark: the table is over; a row of one line may go on
        self._fresh = False

    def pieces(self, text: str, start: int, end: int) -> list[tuple[int, int, Cell | None]]:
        self._fresh = False
        bars = [bar.start() for bar in _BAR.finditer(text[start:end])]
        if bars:
            return self._row_of(start, end, bars)
        if self._inline and (self._framed or AFTER_TABLE.match(text, start)):
            self.now = None  # no blank line ended the table
        if self.now is None:
            self._inline = False
        return [(start, end, self.now)]

    def _row_of(self, start: int, end: int, bars: list[int]) -> list[tuple[int, int, Cell | None]]:
        if not self._inline:
            self._table, self._row, self._inline = self._table + 1, 0, True
        self._row += 1
        self._framed = bars[0] == 0
        if self._framed:  # a bar that only frames the row
            start, bars = start + 1, [bar - 1 for bar in bars[1:]]
        edges = [start, *(start + bar for bar in bars), end]
        pieces: list[tuple[int, int, Cell | None]] = []
        for column, (left, right) in enumerate(itertools.pairwise(edges), start=1):
            pieces.append((left + (left != start), right, (self._table, self._row, column)))
        self.now = (self._table, self._row, len(edges) - 1)
        return pieces
