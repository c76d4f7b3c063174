"""Lines broken into rows by the width of their words, and how high that makes them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from haidang.text.layout.page import SINGLE_LINE
from haidang.text.layout.widths import width_mm
from haidang.text.writing.lines import Line
from haidang.text.writing.marks import Run

PIECE = re.compile(r"\s*\S+|\s+")
RULE_PT = 4.25  # a paragraph of 3.5 and its border


def line_height(line: Line, room: float) -> float:
    """The height in points of a line in that much room, with the space around it."""
    component = line.component
    rows = len(wrapped(line, room))
    rule = RULE_PT + component.rule_gap if line.ruled else 0
    before = component.before if line.begins else 0
    return before + rows * row_height(line) + (component.after if line.ends else 0) + rule


def row_height(line: Line) -> float:
    """The height in points of one row of the line."""
    return line.component.size * SINGLE_LINE * line.component.line


def extra_height(line: Line) -> float:
    """What one row of the line has beyond a single one, below its letters."""
    return line.component.size * SINGLE_LINE * (line.component.line - 1)


def wrapped(line: Line, room: float) -> list[list[Run]]:
    """The line as it breaks in that much room, in millimetres; at least one row."""
    component = line.component
    free = room - component.indent - (component.first_line if line.begins else 0)
    rows: list[list[Run]] = [[]]
    for piece in _pieces(line.runs):
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


def _pieces(runs: tuple[Run, ...]) -> Iterator[Run]:
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
