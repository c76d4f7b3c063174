"""Header and signature stand in two columns; here their lines are taken apart into pieces."""

import re
from dataclasses import dataclass

from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.words.folded import plain

# A wide gap parts columns, but not where a day and a month are left open for the pen.
_GAP = re.compile(r"(?<=\S)(?<!ngày)(?<!tháng)(?:[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")
_CUT_SHORT = re.compile(r"(?:^[ỦU][YỶ]$|^S[ốỐ]\s*:?|ngày\s*\d*|tháng\s*\d*)$")
_YEAR_OPEN = re.compile(r"\bnăm$")  # the year follows, or is left open too
_FAR = 28  # an indent from here on is the right column


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line that belongs to one column; `block` changes where the layout breaks."""

    words: str
    right: bool
    block: int


def pieces_of(lines: list[Line], far: int = _FAR) -> list[Piece]:
    """All pieces, column by column within a table or a run of lines set side by side."""
    left: list[Piece] = []
    done: list[Piece] = []
    right: list[Piece] = []
    block, before = 0, None
    for line in lines:
        if before is not None and _breaks(before, line):
            block += 1
            if not _side_by_side(before, line):
                done += [*left, *right]
                left, right = [], []
        for words, on_right in _cut(line, far):
            (right if on_right else left).append(Piece(words, on_right, block))
        before = line
    return [*done, *left, *right]


def joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces of one column and block put together where one is the end of the other.

    "Số:" and "12/KH-UBND", "ngày 01" and "tháng 12 năm 2025", any piece that begins small.
    """
    whole: list[Piece] = []
    for piece in pieces:
        before = whole[-1] if whole else None
        near = before and (before.block, before.right) == (piece.block, piece.right)
        if before and near and _goes_on(before.words, piece.words):
            whole[-1] = Piece(f"{before.words} {piece.words}", before.right, before.block)
        else:
            whole.append(piece)
    return whole


def _goes_on(words: str, after: str) -> bool:
    if after[0].islower() or _CUT_SHORT.search(words):
        return True
    return after[0].isdecimal() and _YEAR_OPEN.search(words) is not None


def _breaks(before: Line, line: Line) -> bool:
    return line.cell != before.cell or line.blanks > 0


def _side_by_side(before: Line, line: Line) -> bool:
    if before.cell and line.cell:
        return before.cell[0] == line.cell[0]
    return before.cell is None and line.cell is None


def _cut(line: Line, far: int) -> list[tuple[str, bool]]:
    if line.cell is not None:
        return [(line.words, line.cell[2] > 1)]
    pieces: list[tuple[str, bool]] = []
    here = line.indent
    body = line.raw.rstrip()
    for gap in _GAP.finditer(body, line.indent):
        pieces.append((plain(body[here : gap.start()]), here >= far))
        here = gap.end()
    pieces.append((plain(body[here:]), here >= far))
    return [(words, on_right) for words, on_right in pieces if words]
