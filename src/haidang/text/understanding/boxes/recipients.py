"""Nơi nhận and Kính gửi: to whom the document goes (ô số 9a, 9b)."""

import re

from haidang.text.understanding.boxes.tails import tail_pieces
from haidang.text.understanding.paper.columns import Piece, pieces_of
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.openings import address_at, end_of_address
from haidang.text.understanding.paper.signers import AUTHORITY
from haidang.text.understanding.words.letters import is_capitals

_HEAD = re.compile(r"N[ơƠ][iI]\s+nh[ậẬ]n\s*[:.]?\s*", re.IGNORECASE)
_DASH = re.compile(r"^\s*(?:[-–—•+*]|\.(?=\s))\s*")
_KEPT = re.compile(r"Lưu\s*:?\s+(?:VT|VP|[VvH]\w)")
_LAST = re.compile(r"[-–]?\s*L[ưu]u\s*[:;]?", re.IGNORECASE)


def recipients_of(tail: list[Line]) -> tuple[str, ...]:
    """The entries of Nơi nhận, without dash and closing mark."""
    pieces = tail_pieces(tail)
    for index, piece in enumerate(pieces):
        head = _HEAD.match(piece.words)
        if head:
            first = [
                Piece(entry, piece.right, piece.block)
                for entry in _in_one_line(piece.words[head.end() :])
            ]
            return _entries([*first, *pieces[index + 1 :]], piece.right)
    return ()


def _in_one_line(words: str) -> list[str]:
    """The entries that stand beside "Nơi nhận:": all of them where the keeper's is there too."""
    entries = words.split(";") if _KEPT.search(words) else [words]
    return [entry.strip() for entry in entries if entry.strip()]


def _entries(pieces: list[Piece], right: bool) -> tuple[str, ...]:
    entries: list[str] = []
    column = [piece for piece in pieces if piece.right == right]
    dashed = any(_DASH.match(piece.words) for piece in column)
    last_block = None
    for piece in column:
        words = piece.words
        if AUTHORITY.fullmatch(words) or (dashed and not entries and not _is_entry(words)):
            continue
        begins = _is_entry(words) if dashed else _begins_entry(entries, words)
        apart = piece.block != last_block and bool(entries) and _is_closed(entries[-1])
        if entries and not begins and (_is_over(entries[-1]) or apart):
            break
        if not begins and is_capitals(words) and len(words) > 6:
            break
        if entries and not begins:
            entries[-1] += " " + words
        else:
            entries.append(_DASH.sub("", words))
        last_block = piece.block
        if not dashed and (_LAST.match(words) or words.endswith(".")):
            break
    return tuple(entry for entry in (_closed(entry) for entry in entries) if entry)


def _is_entry(words: str) -> bool:
    """A dash begins an entry, and so does the keeper's line where its dash was lost."""
    return _DASH.match(words) is not None or _KEPT.match(words) is not None


def _begins_entry(entries: list[str], words: str) -> bool:
    """Without dashes every line is an entry, unless it goes on with a small letter."""
    return not (entries and (words[0].islower() or entries[-1].endswith((",", ":"))))


def _is_over(entry: str) -> bool:
    return entry.endswith(".")


def _is_closed(entry: str) -> bool:
    """Whether an entry is whole: it has its mark, or it is the keeper's."""
    return entry.endswith(";") or _LAST.match(entry) is not None


def _closed(entry: str) -> str:
    return re.sub(r"[;.,/\s]+$", "", entry)


def addressees_of(lines: list[Line]) -> tuple[str, ...]:
    """Kính gửi, or "… điện:": one addressee on its line, or one a dash below it."""
    pieces: list[Piece] = []
    for piece in pieces_of(address_lines(lines)):
        rest = piece.words[address_at(piece.words) or 0 :]
        if rest:
            pieces.append(Piece(rest, False, 0))
    return _entries(pieces, right=False)


def address_lines(lines: list[Line]) -> list[Line]:
    """The lines of Kính gửi with its addressees; none where nobody is called."""
    for index, line in enumerate(lines):
        if address_at(line.words) is not None:
            return lines[index : end_of_address(lines, index)]
    return []
