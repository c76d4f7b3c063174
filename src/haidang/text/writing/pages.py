"""Sheets cut into pages of A4 for the preview, by the widths and heights of the type.

Word and LibreOffice break pages themselves; this is the same reckoning within a line or two.
"""

from dataclasses import dataclass, replace

from haidang.text.layout.body import BASIS, BODY
from haidang.text.layout.page import FOOT_FROM_EDGE_MM
from haidang.text.layout.widths import MM_PER_PT
from haidang.text.writing.grids import Cell, Grid
from haidang.text.writing.lines import Columns, Line
from haidang.text.writing.rows import joined, line_height, row_height, wrapped
from haidang.text.writing.sheets import Item, Sheet

ALONE = 2  # lines of a paragraph that may not stand alone on a page
SLACK_PT = 2  # measured on LibreOffice, which fits so much more on a page than the sum of its rows


def pages_of(sheet: Sheet) -> list[tuple[Item, ...]]:
    """The items of each page; long paragraphs and tables are cut, the head of a table repeated."""
    filling = Filling(sheet.page.text_width, sheet.page.text_height / MM_PER_PT + SLACK_PT)
    filling.left -= foot_excess(sheet)
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
        fit = int((self.left - line.component.before) // row_height(line))
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
        if self.left < head + grid.height_of(grid.rows[0] if grid.rows else grid.head):
            self.turn()
        self.left -= head
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


def space_after(item: Item) -> float:
    """What is dropped at the foot of a page."""
    return item.component.after if isinstance(item, Line) and not item.ruled else 0


def height_of(item: Item, room: float) -> float:
    """In points."""
    if isinstance(item, Line):
        return line_height(item, room)
    if isinstance(item, Columns):
        return sum(
            max(
                sum(line_height(line, share) for line in cell)
                for cell, share in zip(cells, item.shares, strict=True)
            )
            for cells in item.rows
        )
    return item.height
