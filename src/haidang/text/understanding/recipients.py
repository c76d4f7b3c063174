"""Nơi nhận and Kính gửi: to whom the document goes (ô số 9a, 9b)."""

import re

from haidang.text.understanding.columns import Piece, pieces_of
from haidang.text.understanding.lines import Line
from haidang.text.understanding.zones import AUTHORITY, is_capitals

_HEAD = re.compile(r"N[ơƠ][iI]\s+nh[ậẬ]n\s*[:.]?\s*", re.IGNORECASE)
_DASH = re.compile(r"^\s*[-–—•+]\s*")
_LAST = re.compile(r"[-–]?\s*L[ưu]u\s*[:;]?", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:\S+\s+)?\s*Kính gửi\s*:?\s*")


def recipients_of(tail: list[Line]) -> tuple[str, ...]:
    """The entries of Nơi nhận, without dash and closing mark."""
    pieces = pieces_of(tail)
    for index, piece in enumerate(pieces):
        head = _HEAD.match(piece.words)
        if head:
            first = (
                [Piece(piece.words[head.end() :], piece.right, piece.block)]
                if piece.words[head.end() :]
                else []
            )
            return _entries([*first, *pieces[index + 1 :]], piece.right)
    return ()


def _entries(pieces: list[Piece], right: bool) -> tuple[str, ...]:
    entries: list[str] = []
    dashed = any(_DASH.match(piece.words) for piece in pieces)
    last_block = None
    for piece in pieces:
        words = piece.words
        if piece.right != right or AUTHORITY.fullmatch(words):
            continue
        begins = bool(_DASH.match(words)) if dashed else True
        if entries and not begins and (_is_over(entries[-1]) or piece.block != last_block):
            break
        if not begins and (not entries or (is_capitals(words) and len(words) > 6)):
            break
        if entries and not begins:
            entries[-1] += " " + words
        else:
            entries.append(_DASH.sub("", words))
        last_block = piece.block
        if not dashed and (_LAST.match(words) or words.endswith(".")):
            break
    return tuple(entry for entry in (_closed(entry) for entry in entries) if entry)


def _is_over(entry: str) -> bool:
    return entry.endswith(".")


def _closed(entry: str) -> str:
    return re.sub(r"[;.,/\s]+$", "", entry)


def addressees_of(lines: list[Line]) -> tuple[str, ...]:
    """Kính gửi: one addressee on its line, or one a dash below it."""
    pieces = pieces_of(lines)
    for index, piece in enumerate(pieces):
        head = _ADDRESS.match(piece.words)
        if not head:
            continue
        rest = piece.words[head.end() :]
        after = [Piece(p.words, False, p.block) for p in pieces[index + 1 :]]
        first = [Piece(rest, False, piece.block)] if rest else []
        return _entries([*first, *after], right=False)
    return ()
