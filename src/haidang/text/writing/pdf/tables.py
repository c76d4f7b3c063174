"""Tables as the template draws them: whole rows, but for one that is higher than a page."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from haidang.text.layout.widths import MM_PER_PT
from haidang.text.writing.docx.content import HIGHEST_WHOLE_PT
from haidang.text.writing.flow import after, before
from haidang.text.writing.grids import BORDER_PT, PADDING_MM, Cell, Grid
from haidang.text.writing.lines import Line
from haidang.text.writing.rows import line_height, row_height

HIGHEST_HEAD = 0.5  # of the page; a higher one would leave no room for rows, so it comes once
# Word counts widths in twentieths of a point: what is wider by less than that still fits
INSET_MM = PADDING_MM - 0.02

Lines = Callable[[Sequence[Line], float], list[dict[str, Any]]]


def cells_of(grid: Grid, lines: Lines, page: float) -> dict[str, Any]:
    """The cells of a grid in their order; `page` is the room of a page in points."""
    repeats = not _is_higher_row(grid, grid.head, page * HIGHEST_HEAD)
    room = page - grid.height_of(grid.head) if repeats else page
    highest = min(HIGHEST_WHOLE_PT, room)
    rows = (
        cell
        for row in grid.rows
        for cell in _row(grid, row, lines, breaks=_is_higher_row(grid, row, highest))
    )
    return {
        "widths": grid.widths,
        "repeats": repeats,
        "head": list(_row(grid, grid.head, lines, breaks=not repeats)),
        "cells": list(rows),
    }


def _row(
    grid: Grid, cells: tuple[Cell, ...], lines: Lines, *, breaks: bool
) -> Iterator[dict[str, Any]]:
    span = 1 if len(cells) == len(grid.widths) else len(grid.widths)
    for cell, width in zip(cells, grid.widths_of(cells), strict=True):
        yield {
            "span": span,
            "breaks": breaks,
            "top": before(cell[0]) + BORDER_PT / 2,
            "bottom": after(cell[-1]) + BORDER_PT / 2,
            "align": cell[0].component.align.value,
            "lines": lines(cell, width - 2 * INSET_MM),
        }


def _is_higher_row(grid: Grid, cells: tuple[Cell, ...], highest: float) -> bool:
    return _row_height_at_most(grid, cells) > highest and grid.height_of(cells) > highest


def _row_height_at_most(grid: Grid, cells: tuple[Cell, ...]) -> float:
    heights = (
        sum(_height_at_most(line, width - 2 * PADDING_MM) for line in cell)
        for cell, width in zip(cells, grid.widths_of(cells), strict=True)
    )
    return max(heights, default=0)


def is_higher(line: Line, room: float, highest: float) -> bool:
    """Whether the line is higher than so many points; most are too short to be measured."""
    return _height_at_most(line, room) > highest and line_height(line, room) > highest


def _height_at_most(line: Line, room: float) -> float:
    """A bound without measuring: rows are at least half full, no letter is wider than 1 em."""
    widest = len(line.text) * line.component.size * MM_PER_PT
    rows = 1 + 2 * widest / max(room - line.component.first_line - line.component.indent, 1)
    return rows * row_height(line) + line.component.before + line.component.after
