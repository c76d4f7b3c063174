"""Bands of a table that only spaces draw: white gaps that its header and its rows share."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# Spaces and tabs part cells; a single space parts words.
_PIECE = re.compile(r"\S+(?:[ \u00a0]\S+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on a line: where in it, and on which line."""

    left: int
    right: int
    line: int


@dataclass(slots=True)
class Band:
    """A strip of the page from top to bottom, with the pieces that stand in it."""

    left: int
    right: int
    pieces: list[Piece] = field(default_factory=list)

    def lines(self) -> set[int]:
        return {piece.line for piece in self.pieces}


def pieces_of(raw: str, line: int) -> list[Piece]:
    """The pieces of one line, from the left."""
    return [Piece(found.start(), found.end(), line) for found in _PIECE.finditer(raw)]


def bands_of(pieces: Iterable[Piece]) -> list[Band]:
    """The widest bands that no white gap runs through, from the left."""
    bands: list[Band] = []
    for piece in sorted(pieces, key=lambda piece: (piece.left, piece.right)):
        if bands and piece.left < bands[-1].right:
            bands[-1].right = max(bands[-1].right, piece.right)
            bands[-1].pieces.append(piece)
        else:
            bands.append(Band(piece.left, piece.right, [piece]))
    return bands


def under(heads: Sequence[Band], bands: Sequence[Band]) -> tuple[list[list[Piece]], bool] | None:
    """The pieces under each head, and whether that is clear; None where two heads share a band.

    Cells at the left of a wide column may stand in a band beside its centred head: they belong to
    the neighbour on whose lines nothing else stands.
    """
    cells: list[list[Piece]] = [[] for _ in heads]
    lines: list[set[int]] = [set() for _ in heads]
    astray: list[tuple[int, Band]] = []  # with the number of heads before them
    met = 0
    for band in bands:
        headed = sum(head.left < band.right and band.left < head.right for head in heads)
        if headed > 1:
            return None
        if headed:
            cells[met] += band.pieces
            lines[met] |= band.lines()
        else:
            astray.append((met, band))
        met += headed
    clear = True
    for before, band in astray:
        free = [
            n for n in (before - 1, before) if 0 <= n < len(heads) and not lines[n] & band.lines()
        ]
        if not free:
            return None
        clear = clear and len(free) == 1
        cells[free[-1]] += band.pieces
        lines[free[-1]] |= band.lines()
    return cells, clear
