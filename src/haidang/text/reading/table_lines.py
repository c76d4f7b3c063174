"""Lines of a page in three columns or more: tables, whose columns are to stay straight."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from haidang.text.reading.runs import Run

_COLUMNS = 3
_NEAR = 6  # lines of a row that stand in fewer columns
_GAP = 2  # spaces between columns, at the least
_SPACE = 1.25  # letters of the widest space between words
_WIDE = 3  # letters of the widest gap of a line in columns
_FINEST = 0.5  # of a letter's width: no table needs narrower columns


def columns_of(lines: Sequence[Sequence[Run]], letter: float) -> dict[int, float]:
    """How wide a column of letters is, for each line of a table.

    Letters differ in width: measured by the middle one, columns would not stay straight. They are
    measured so that every cell ends before the next begins.
    """
    widths: dict[int, float] = {}
    for table in _tables(lines, letter):
        runs = [run for number in table for run in lines[number]]
        begins = sorted(run.left for run in runs)
        width = min(_width(run, begins, letter) for run in runs)
        if width >= letter * _FINEST:
            widths |= dict.fromkeys(table, min(width, letter))
    return widths


def _width(run: Run, begins: Sequence[float], letter: float) -> float:
    """The widest columns of letters in which a cell ends before any begins at its right."""
    after = bisect_left(begins, run.right)
    if after == len(begins):
        return letter
    return (begins[after] - run.left) / (len(run.words) + _GAP)


def cells_of(lines: Sequence[Sequence[Run]], letter: float) -> Sequence[Sequence[Run]]:
    """The lines with words put together again that only a space parts.

    A typewriter's spaces are as wide as letters and part every word; where such gaps are few,
    they part the cells of a narrow table.
    """
    gaps = [after.left - run.right for line in lines for run, after in pairwise(line)]
    if 2 * sum(gap < letter * _SPACE for gap in gaps) < len(gaps):
        return lines
    return [_joined(line, letter * _SPACE) for line in lines]


def _joined(line: Sequence[Run], space: float) -> list[Run]:
    cells: list[Run] = []
    for run in line:
        if cells and run.left - cells[-1].right < space:
            before = cells.pop()
            words, right = f"{before.words} {run.words}", max(before.right, run.right)
            cells.append(Run(before.left, right, before.bottom, before.top, words))
        else:
            cells.append(run)
    return cells


def in_columns(cells: Sequence[Run], margin: float, width: float) -> str:
    """A line of a table; cells that begin one below the other do so in the text."""
    words = ""
    for run in cells:
        words = words.ljust(int((run.left - margin) / width)) + run.words
    return words


def _tables(lines: Sequence[Sequence[Run]], letter: float) -> list[range]:
    wide = [number for number, line in enumerate(lines) if _is_parted(line, letter)]
    tables: list[range] = []
    for number in wide:
        if tables and number - tables[-1].stop < _NEAR:
            tables[-1] = range(tables[-1].start, number + 1)
        else:
            tables.append(range(number, number + 1))
    return [_with_last_cells(lines, table, letter) for table in tables if len(table) > 1]


def _is_parted(line: Sequence[Run], letter: float) -> bool:
    """Whether a line stands in columns: words of a justified line are parted by less."""
    gaps = [after.left - run.right for run, after in pairwise(line)]
    return len(line) >= _COLUMNS and max(gaps) >= _WIDE * letter


def _with_last_cells(lines: Sequence[Sequence[Run]], table: range, letter: float) -> range:
    """The lines that go on in the last row begin where no number stands."""
    edge = min(lines[number][0].left for number in table) + 2 * letter
    end = table.stop
    while end < len(lines) and end - table.stop < _NEAR and lines[end][0].left > edge:
        end += 1
    return range(table.start, end)
