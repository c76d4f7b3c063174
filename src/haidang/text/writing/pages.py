"""Sheets cut into pages of A4 for the preview, by the widths and heights of the type.

Word and LibreOffice break pages themselves; this is the same reckoning within a line or two.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from haidang.text.layout.body import BASIS, BODY
from haidang.text.layout.page import SINGLE_LINE
from haidang.text.layout.widths import MM_PER_PT, width_mm
from haidang.text.writing.grids import PADDING_MM, Grid
from haidang.text.writing.lines import Columns, Line
from haidang.text.writing.marks import Run
from haidang.text.writing.sheets import Item, Sheet

PIECE = re.compile(r"\s*\S+|\s+")
RULE_PT = 3.5
ALONE = 2  # lines of a paragraph that may not stand alone on a page
BORDER_PT = 0.5
SLACK_PT = 2  # measured on LibreOffice, which fits so much more on a page than the sum of its rows


def pages_of(sheet: Sheet) -> list[tuple[Item, ...]]:
    """The items of each page; long paragraphs and tables are cut, the head of a table repeated."""
    filling = Filling(sheet.page.text_width, sheet.page.text_height / MM_PER_PT + SLACK_PT)
    for item in sheet.items:
        filling.add(item)
    return [tuple(page) for page in filling.pages if page]


@dataclass
class Filling:
    """Pages while they are being filled; `left` is the height still free on the last, in points."""

    room: float
    height: float

    def __post_init__(self) -> None:
        self.pages: list[list[Item]] = [[]]
        self.left = self.height

    def add(self, item: Item) -> None:
        height = height_of(item, self.room)
        if height - space_after(item) <= self.left:
            self.put(item, height)
        elif isinstance(item, Grid):
            self.add_rows(item)
        elif isinstance(item, Line) and item.component in (BODY, BASIS):
            self.add_lines(item)
        else:
            self.turn()
            self.put(item, height)

    def put(self, item: Item, height: float) -> None:
        self.pages[-1].append(item)
        self.left -= height

    def turn(self) -> None:
        """A new page, which takes along what must stay with the next item."""
        page = self.pages[-1]
        kept: list[Item] = []
        while page and isinstance(page[-1], Line) and _stays(page[-1]):
            kept.insert(0, page.pop())
        if not page:  # nothing else stood there: it would go on for ever
            page, kept = kept, []
            self.pages[-1] = page
        self.pages.append(kept)
        self.left = self.height - sum(height_of(item, self.room) for item in kept)

    def add_lines(self, line: Line) -> None:
        rows = wrapped(line, self.room)
        fit = int((self.left - line.component.before) // _row_height(line))
        fit = min(fit, len(rows) - ALONE)
        if fit >= ALONE:
            self.put(replace(line, runs=joined(rows[:fit]), ends=False, keep=False), self.left)
            line = replace(line, runs=joined(rows[fit:]), begins=False)
        elif not self.pages[-1]:
            self.put(line, self.left)
            return
        self.turn()
        self.add(line)

    def add_rows(self, grid: Grid) -> None:
        """Rows one by one, whole, the header again on each page (Phụ lục I, mục III.1)."""
        head = _cells_height(grid.head, grid)
        here: list[tuple[Line, ...]] = []
        if self.left < head + _cells_height(grid.rows[0] if grid.rows else grid.head, grid):
            self.turn()
        self.left -= head
        for row in grid.rows:
            height = _cells_height(row, grid)
            if height > self.left and here:
                self.pages[-1].append(replace(grid, rows=tuple(here)))
                here = []
                self.turn()
                self.left -= head
            here.append(row)
            self.left -= height
        self.pages[-1].append(replace(grid, rows=tuple(here)))


def _stays(line: Line) -> bool:
    return line.keep or line.component.keep_next


def space_after(item: Item) -> float:
    """What is dropped at the foot of a page."""
    return item.component.after if isinstance(item, Line) and not item.ruled else 0


def height_of(item: Item, room: float) -> float:
    """In points."""
    if isinstance(item, Line):
        return _line_height(item, room)
    if isinstance(item, Columns):
        return sum(
            max(
                sum(_line_height(line, share) for line in cell)
                for cell, share in zip(cells, item.shares, strict=True)
            )
            for cells in item.rows
        )
    return sum(_cells_height(row, item) for row in (item.head, *item.rows))


def _line_height(line: Line, room: float) -> float:
    component = line.component
    rows = len(wrapped(line, room))
    rule = RULE_PT + component.rule_gap if line.ruled else 0
    before = component.before if line.begins else 0
    return before + rows * _row_height(line) + (component.after if line.ends else 0) + rule


def _row_height(line: Line) -> float:
    return line.component.size * SINGLE_LINE * line.component.line


def _cells_height(cells: tuple[Line, ...], grid: Grid) -> float:
    heights = (
        _line_height(cell, width - 2 * PADDING_MM)
        for cell, width in zip(cells, grid.widths, strict=True)
    )
    return max(heights, default=0) + BORDER_PT


def wrapped(line: Line, room: float) -> list[list[Run]]:
    """The line as it breaks in that much room, in millimetres; at least one row."""
    component = line.component
    free = room - component.indent - (component.first_line if line.begins else 0)
    rows: list[list[Run]] = [[]]
    for piece in pieces(line.runs):
        bold = component.bold or piece.bold
        if rows[-1] and piece.text[0].isspace():
            wide = width_mm(piece.text.rstrip(), component.size, bold=bold)
            if wide > free:
                rows.append([])
                free = room - component.indent
                piece = replace(piece, text=piece.text.lstrip())
        rows[-1].append(piece)
        free -= width_mm(piece.text, component.size, bold=bold)
    return rows


def pieces(runs: tuple[Run, ...]) -> Iterator[Run]:
    """The runs cut before each space, so that a row may end at any of them."""
    for run in runs:
        for match in PIECE.finditer(run.text):
            yield replace(run, text=match[0])


def joined(rows: list[list[Run]]) -> tuple[Run, ...]:
    """Rows as runs again, one space where each row ended."""
    runs: list[Run] = []
    for index, row in enumerate(rows):
        for place, piece in enumerate(row):
            text = f" {piece.text}" if index and not place else piece.text
            if runs and (runs[-1].bold, runs[-1].path) == (piece.bold, piece.path):
                runs[-1] = replace(runs[-1], text=runs[-1].text + text)
            else:
                runs.append(replace(piece, text=text))
    return tuple(runs)
