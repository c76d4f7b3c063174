"""Tables planned to the page: the size of type in which every word fits, and column widths."""

from collections.abc import Iterable
from dataclasses import dataclass

from haidang.text.blocks import Table
from haidang.text.layout.body import TABLE_HEAD, TABLE_NUMBER, TABLE_ORDINAL, TABLE_TEXT
from haidang.text.layout.component import Component
from haidang.text.layout.page import Page
from haidang.text.layout.widths import MM_PER_PT, width_mm
from haidang.text.writing.lines import Line
from haidang.text.writing.marks import lines_of, runs_of, strong, text_of
from haidang.text.writing.rows import line_height

PADDING_MM = 1.0  # on each side of a cell
BORDER_PT = 0.5
SIZES = (13, 12, 11, 10, 9)
READABLE = (12, 11)
ABOVE_PT = 70  # the heading of an appendix
ROWS_OF_A_PAGE = 60
LONGEST_ORDINAL = 5  # letters: "XVIII", "12.10"


Cell = tuple[Line, ...]  # its paragraphs, one at least


class UnevenTableError(ValueError):
    """A row with more or fewer cells than the table has columns."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table ready to be drawn: header cells, rows of cells, widths in millimetres.

    A row of one cell, where the table has more columns, reaches over all of them.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    size: float

    @property
    def height(self) -> float:
        """In points, if nothing cut it."""
        return sum(self.height_of(cells) for cells in (self.head, *self.rows))

    def widths_of(self, cells: tuple[Cell, ...]) -> tuple[float, ...]:
        """How wide each of the cells of one row is."""
        return self.widths if len(cells) == len(self.widths) else (sum(self.widths),)

    def height_of(self, cells: tuple[Cell, ...]) -> float:
        """The height of one of its rows, which is that of the highest cell."""
        heights = (
            sum(line_height(line, width - 2 * PADDING_MM) for line in cell)
            for cell, width in zip(cells, self.widths_of(cells), strict=True)
        )
        return max(heights, default=0) + BORDER_PT


def grid_of(table: Table, page: Page) -> Grid:
    """The table as wide as the text, in the largest type in which every word fits its column.

    A table that nearly fits on one page is set smaller, so that its last rows do not stand alone.
    Refuses rows of another length with UnevenTableError.
    """
    _check_even(table)
    needs, room = longest_words(table), page.text_width
    size = next((size for size in SIZES if sum(_needs_at(needs, size)) <= room), SIZES[-1])
    grid = _set_in(size, table, needs, room)
    free = page.text_height / MM_PER_PT - ABOVE_PT
    if len(table.rows) > ROWS_OF_A_PAGE or grid.height <= free:
        return grid
    smaller = (_set_in(other, table, needs, room) for other in READABLE if other < size)
    return next((other for other in smaller if other.height <= free), grid)


def _set_in(size: float, table: Table, needs: list[float], room: float) -> Grid:
    head = TABLE_HEAD.at(size)
    looks = [_look_of(table, column).at(size) for column in range(len(table.columns))]
    rows = tuple(
        tuple(
            cell_of(look, words, row in table.strong_rows)
            for look, words in zip(
                _looks_in(table, row, looks), _own_cells(table, row), strict=True
            )
        )
        for row in range(len(table.rows))
    )
    heads = tuple(cell_of(head, title, strong_row=False) for title in table.columns)
    widths = shared(_needs_at(needs, size), table.widths, room)
    return Grid(heads, rows, widths, size)


def _look_of(table: Table, column: int) -> Component:
    """Numbers align right; ordinals, short in the first column, stand in the middle."""
    if column in table.numeric:
        return TABLE_NUMBER
    filled = [row[0] for at, row in enumerate(table.rows) if at not in table.whole_rows]
    is_ordinal = column == 0 and len(table.columns) > 1 and any(filled)
    return TABLE_ORDINAL if is_ordinal and max(map(len, filled)) <= LONGEST_ORDINAL else TABLE_TEXT


def _looks_in(table: Table, row: int, looks: list[Component]) -> list[Component]:
    size = looks[0].size if looks else TABLE_TEXT.size
    return [TABLE_TEXT.at(size)] if row in table.whole_rows else looks


def _own_cells(table: Table, row: int) -> tuple[str, ...]:
    return table.rows[row][:1] if row in table.whole_rows else table.rows[row]


def _check_even(table: Table) -> None:
    for number, row in enumerate(table.rows, 1):
        if len(row) != len(table.columns):
            raise UnevenTableError(
                f"Hàng {number} của bảng có {len(row)} ô, bảng có {len(table.columns)} cột."
            )
    if table.widths and len(table.widths) != len(table.columns):
        raise UnevenTableError(
            f"Bảng có {len(table.columns)} cột nhưng cho {len(table.widths)} độ rộng."
        )


def cell_of(component: Component, text: str, strong_row: bool) -> Cell:
    """The paragraphs of a cell, which its line breaks part."""
    found = (runs_of(words.strip()) for words in lines_of(text))
    return tuple(Line(component, strong(runs) if strong_row else runs) for runs in found)


def longest_words(table: Table) -> list[float]:
    """For each column the width of its widest word in type of one point, in millimetres."""
    words: list[set[str]] = [set() for _ in table.columns]
    rows = (cells for row, cells in enumerate(table.rows) if row not in table.whole_rows)
    for cells in (table.columns, *rows):
        for column, cell in enumerate(cells):
            words[column].update(_plain_words(cell))
    # Bold is the wider of the two; a strong row or a header may set any word in it
    return [max(_widths_of(column), default=0) for column in words]


def _plain_words(cell: str) -> list[str]:
    return text_of(runs_of(cell)).split()


def _widths_of(words: Iterable[str]) -> Iterable[float]:
    return (width_mm(word, 1, bold=True) for word in words)


def _needs_at(needs: list[float], size: float) -> list[float]:
    return [need * size + 2 * PADDING_MM + 0.4 for need in needs]  # 0.4 mm for borders, rounding


def shared(needs: list[float], weights: tuple[int, ...], room: float) -> tuple[float, ...]:
    """Widths in proportion to the weights, none narrower than its widest word if there is room."""
    if not needs:
        return ()
    weights = weights or (1,) * len(needs)
    if sum(needs) >= room:
        return tuple(room * need / sum(needs) for need in needs)
    fixed: set[int] = set()
    while True:
        left = room - sum(needs[column] for column in fixed)
        total = sum(weight for column, weight in enumerate(weights) if column not in fixed)
        shares = [
            needs[column] if column in fixed else left * weight / max(total, 1)
            for column, weight in enumerate(weights)
        ]
        narrow = {column for column, share in enumerate(shares) if share < needs[column] - 1e-9}
        if not narrow:
            return tuple(shares)
        fixed |= narrow
