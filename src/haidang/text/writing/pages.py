"""Sheets cut into pages of A4 for the preview, by the widths and heights of the type.

Word and LibreOffice break pages themselves; this is the same reckoning within a line or two.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from haidang.text.layout.body import BASIS, BODY
from haidang.text.layout.page import FOOT_FROM_EDGE_MM
from haidang.text.layout.widths import MM_PER_PT
from haidang.text.writing.flow import after, before, gap_between, gaps_of
from haidang.text.writing.grids import Cell, Grid
from haidang.text.writing.lines import Columns, Line
from haidang.text.writing.rows import (
    RULE_PT,
    extra_height,
    joined,
    line_height,
    row_height,
    wrapped,
)
from haidang.text.writing.sheets import Item, Sheet

ALONE = 2  # lines of a paragraph that may not stand alone on a page


def pages_of(sheet: Sheet) -> list[tuple[Item, ...]]:
    """The items of each page; long paragraphs and tables are cut, the head of a table repeated."""
    filling = Filling(sheet.page.text_width, sheet.page.text_height / MM_PER_PT)
    filling.left -= foot_excess(sheet) + (before(sheet.items[0]) if sheet.items else 0)
    for item in sheet.items:
        filling.add(item)
    return [tuple(page) for page in filling.pages if page]


def foot_excess(sheet: Sheet) -> float:
    """How many points of the first page its foot takes beyond the bottom margin."""
    height = sum(line_height(line, sheet.page.text_width) for line in sheet.foot)
    return max(height - (sheet.page.margins.bottom - FOOT_FROM_EDGE_MM) / MM_PER_PT, 0)


@dataclass
class Filling:
    """Pages while they are being filled; `left` is the height still free on the last, in points."""

    room: float
    height: float

    def __post_init__(self) -> None:
        self.pages: list[list[Item]] = [[]]
        self.left = self.height

    def add(self, item: Item) -> None:
        height = self.gap_above(item) + height_of(item, self.room)
        if height <= self.left:
            self.put(item, height)
        elif isinstance(item, Grid):
            self.add_rows(item)
        elif isinstance(item, Line) and item.component in (BODY, BASIS):
            self.add_lines(item)
        else:
            self.turn()
            self.put(item, self.gap_above(item) + height_of(item, self.room))

    def gap_above(self, item: Item) -> float:
        page = self.pages[-1]
        return gap_between(page[-1], item) if page else 0

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
        self.left = self.height - stack_height(kept, self.room)

    def add_lines(self, line: Line) -> None:
        rows = wrapped(line, self.room)
        free = self.left - self.gap_above(line) + extra_height(line)
        fit = int(free // row_height(line))
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
        head = grid.height_of(grid.head)
        here: list[tuple[Cell, ...]] = []
        if self.left < self.gap_above(grid) + head + grid.height_of(
            grid.rows[0] if grid.rows else grid.head
        ):
            self.turn()
        self.left -= self.gap_above(grid) + head
        for row in grid.rows:
            height = grid.height_of(row)
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


def height_of(item: Item, room: float) -> float:
    """In points, from its first row to the letters of its last."""
    if isinstance(item, Line):
        rows = len(wrapped(item, room)) * row_height(item) - extra_height(item)
        framed = item.frame[1] / MM_PER_PT if item.frame else 0
        return max(rows, framed) + (RULE_PT if item.ruled else 0)
    if isinstance(item, Columns):
        return sum(
            max(_cell_height(cell, share) for cell, share in zip(row, item.shares, strict=True))
            for row in item.rows
        )
    return item.height


def _cell_height(cell: tuple[Line, ...], room: float) -> float:
    around = before(cell[0]) + after(cell[-1]) if cell else 0
    return around + stack_height(cell, room)


def stack_height(items: Sequence[Item], room: float) -> float:
    """Items one below the other with the space between them, in points."""
    return sum(height_of(item, room) for item in items) + sum(gaps_of(items)[:-1])
