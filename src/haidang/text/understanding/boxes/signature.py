"""Who signed: authority, title and name (Nghị định 30/2020, Điều 13; ô số 7a, 7b)."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from unicodedata import normalize

from haidang.text.blocks import Signature
from haidang.text.understanding.boxes.tails import tail_pieces
from haidang.text.understanding.paper.columns import Piece
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.signers import AUTHORITY, NAME, POSTS, TITLE, is_name
from haidang.text.understanding.words.letters import compiled, is_capitals

_FIRST_NAME = compiled(r"[A-Z][a-z]+")
_ON_BEHALF = compiled(r"Đại diện\b")
_FOR = compiled(r"KT\s*[./]?\s*(?P<head>\S.*)")
_DEPUTY = compiled(r"(?:PHÓ|THỨ)\b")
_ALIKE = 0.8
_SIGNS = compiled(rf"{_ON_BEHALF.pattern}|{AUTHORITY.pattern}|{TITLE.pattern}")
_CHAIR = compiled(r"CHỦ (?:TRÌ|TỌA|TOẠ)\b")


def signature_of(tail: list[Line]) -> Signature:
    """The first signature in the tail, in minutes the chair's; empty where nobody signs."""
    pieces = _names_joined(tail_pieces(tail))
    first = next((piece for piece in pieces if _SIGNS.match(piece.words)), None)
    if first and _ON_BEHALF.match(first.words):
        return _behalf(tail) or Signature()
    signatures = list(_signatures(pieces))
    chaired = [one for one in signatures if one.title and _CHAIR.match(one.title)]
    named = [one for one in chaired if one.name]
    return next(iter([*named, *chaired, *signatures]), Signature())


def signatures_of(tail: list[Line]) -> tuple[Signature, ...]:
    """Every signature in the tail, in the order in which they are printed."""
    return tuple(_signatures(_names_joined(tail_pieces(tail))))


def _signatures(pieces: Sequence[Piece]) -> Iterator[Signature]:
    """Every authority, title and name that stand below each other."""
    authority: list[str] = []
    title: str | None = None
    before: Piece | None = None
    for piece, after in zip_longest(pieces, pieces[1:]):
        words = piece.words.strip("| ")
        if title and before and _signs_beside(before, piece):
            yield Signature(tuple(authority), _mended(title, authority), None)
            authority, title = [], None
        before = piece
        capitals = is_capitals(words) and len(words) > 2
        if AUTHORITY.fullmatch(words):
            authority.append(words)
        elif authority and title is None and _ends_authority(authority[-1], words, after):
            authority[-1] += " " + words
        elif title is None and _is_title(words, after):
            title = words
        elif title and is_name(words):
            yield Signature(tuple(authority), _mended(title, authority), words)
            authority, title = [], None
        elif capitals and title and "/" not in words:
            title += " " + words
        elif authority and title is None and is_capitals(words) and len(words) > 1:
            authority[-1] += " " + words
    if authority or title:
        yield Signature(tuple(authority), title, None)


def _signs_beside(before: Piece, piece: Piece) -> bool:
    """Whether a title begins the other column: somebody signs beside whoever was named last."""
    beside = before.right != piece.right and before.block != piece.block
    return beside and is_capitals(piece.words) and _SIGNS.match(piece.words) is not None


def _ends_authority(authority: str, words: str, after: Piece | None) -> bool:
    """Whether a line of capitals still belongs to the authority: who signs "KT." is a deputy."""
    if authority.endswith(","):
        return is_capitals(words)
    waits = _FOR.match(authority) and is_capitals(words) and not _DEPUTY.match(words)
    return bool(waits) and after is not None and _DEPUTY.match(after.words) is not None


def _mended(title: str, authority: Sequence[str]) -> str:
    """Who signs for the head is a deputy, and a well-known post may miss a letter."""
    title = next((post for post in POSTS if _is_misread(title, post)), title)
    head = _FOR.match(authority[-1]) if authority else None
    return f"PHÓ {title}" if head and head["head"] == title else title


def _is_misread(title: str, post: str) -> bool:
    """Whether one word of a post lost a letter or two, all others being whole."""
    seen, meant = title.split(), post.split()
    odd = [pair for pair in zip(seen, meant, strict=False) if pair[0] != pair[1]]
    if len(seen) != len(meant) or len(odd) != 1:
        return False
    bare = [normalize("NFD", word).encode("ascii", "ignore").decode() for word in odd[0]]
    return SequenceMatcher(None, bare[0], bare[1]).ratio() >= _ALIKE


def _is_title(words: str, after: Piece | None) -> bool:
    """A post in capitals, or one in small letters right above a name."""
    if is_capitals(words):
        return TITLE.match(words) is not None
    named = after is not None and NAME.fullmatch(after.words) is not None
    return named and TITLE.match(words.upper()) is not None and not re.search(r"[-,;:.\d]", words)


def _names_joined(pieces: list[Piece]) -> list[Piece]:
    """A name broken over two lines is one name."""
    whole: list[Piece] = []
    for piece in pieces:
        before = whole[-1] if whole else None
        if (
            before
            and before.block == piece.block
            and _FIRST_NAME.fullmatch(before.words)
            and NAME.fullmatch(piece.words)
        ):
            whole[-1] = Piece(f"{before.words} {piece.words}", piece.right, piece.block)
        else:
            whole.append(piece)
    return whole


def _behalf(tail: list[Line]) -> Signature | None:
    """Minutes are signed by each party's representative: "Đại diện / Sở … / name"."""
    cell = None
    words: list[str] = []
    for line in tail:
        if _ON_BEHALF.match(line.words) and not words:
            cell = line.cell
            words.append(line.words)
        elif words and line.cell == cell:
            words.append(line.words)
    if len(words) > 1 and NAME.fullmatch(words[-1]):
        return Signature((" ".join(words[:-1]),), None, words[-1])
    return None
