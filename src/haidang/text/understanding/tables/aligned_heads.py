"""Header rows of tables of duties whose columns only spaces keep apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from haidang.text.understanding.paper.attributes import Role
from haidang.text.understanding.paper.bands import Band, Piece, bands_of, pieces_of
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.tables.heads import DOERS, role_of_head
from haidang.text.understanding.words.folded import plain

_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 30  # more are words set far apart
_HIGHEST = 4  # lines of a header row
_ABOVE = 2  # of them above the first that names three columns
_SPEAKS = re.compile(
    r"chủ trì|phối hợp|thực hiện|đơn vị|cơ quan|phụ trách|phân công", re.IGNORECASE
)
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-z])[.)]?")
_NUMBERED = re.compile(rf"({_NUMBER.pattern}) \S")
_NUMBERS = re.compile(r"(STT|TT|Số TT) \S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AlignedHead:
    """A header row: its lines, from the first up to but not including `end`, and its columns."""

    first: int
    end: int
    bands: list[Band]
    roles: list[Role | None]

    @property
    def task(self) -> int:
        """The column of the duties themselves."""
        return self.roles.index(Role.TASK)

    @property
    def number(self) -> int | None:
        """The column of running numbers, if one stands before the duties."""
        return 0 if self.roles[0] is Role.NUMBER and self.task > 0 else None

    def is_number(self, piece: Piece, line: Line) -> bool:
        """Whether a piece is the running number of a row."""
        if self.number is None or piece.left > self.bands[0].right:
            return False
        return _NUMBER.fullmatch(line.raw, piece.left, piece.right) is not None

    def pieces(self, line: Line, number: int) -> list[Piece]:
        """The pieces of a line below; a number with only a space behind it stands alone."""
        pieces = pieces_of(line.raw, number)
        if self.number is None or pieces[0].left > self.bands[0].right:
            return pieces
        return _without_number(line, pieces, _NUMBERED)


def may_head(line: Line) -> bool:
    """Whether a line may be part of such a row: it names who does something, in three columns."""
    if line.cell is not None or _SPEAKS.search(line.words) is None:
        return False
    return _FEWEST_COLUMNS <= len(pieces_of(line.raw, 0)) <= _MOST_COLUMNS


def head_near(lines: Sequence[Line], number: int, least: int) -> AlignedHead | None:
    """The header row that a line is part of: the lines that name the most columns."""
    best: AlignedHead | None = None
    worth = (0, 0, 0)
    for first in range(max(number - _ABOVE, least), number + 1):
        for end in range(number + 1, min(first + _HIGHEST, len(lines)) + 1):
            head = _head(lines, first, end) if _stands_together(lines[first:end]) else None
            if head and _worth(head) > worth:
                best, worth = head, _worth(head)
    return best


def _without_number(line: Line, pieces: list[Piece], pattern: re.Pattern[str]) -> list[Piece]:
    """The pieces of a line with more than one, the number before the first on its own."""
    first, *others = pieces
    mark = pattern.match(line.raw, first.left, first.right) if others else None
    if mark is None:
        return pieces
    behind = Piece(mark.end(1) + 1, first.right, first.line)
    return [Piece(first.left, mark.end(1), first.line), behind, *others]


def _stands_together(lines: Sequence[Line]) -> bool:
    return all(line.cell is None for line in lines) and not any(line.blanks for line in lines[1:])


def _worth(head: AlignedHead) -> tuple[int, int, int]:
    named = sum(role is not None for role in head.roles)
    return named, named - len(head.roles), head.end - head.first


def _head(lines: Sequence[Line], first: int, end: int) -> AlignedHead | None:
    bands = bands_of(
        piece
        for n in range(first, end)
        for piece in _without_number(lines[n], pieces_of(lines[n].raw, n), _NUMBERS)
    )
    roles = [role_of_head(_words(lines, band.pieces)) for band in bands]
    if (
        not _FEWEST_COLUMNS <= len(bands) <= _MOST_COLUMNS
        or roles.count(Role.TASK) != 1
        or not DOERS & set(roles)
    ):
        return None
    return AlignedHead(first, end, bands, roles)


def _words(lines: Sequence[Line], pieces: Sequence[Piece]) -> str:
    ordered = sorted(pieces, key=lambda piece: (piece.line, piece.left))
    return " ".join(plain(lines[p.line].raw[p.left : p.right]) for p in ordered).strip(" .:")
