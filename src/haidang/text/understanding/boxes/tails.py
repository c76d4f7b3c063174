"""The tail in two columns, also where a line of text holds the ends of both."""

import re

from haidang.text.understanding.paper.columns import Piece, pieces_of
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.signers import AUTHORITY, SIGNED, TITLE, is_name
from haidang.text.understanding.words.letters import compiled, is_capitals

# "Nơi nhận: GIÁM ĐỐC", "- Như trên; (Đã ký)": recipient and signature run into one line.
_BOTH = compiled(
    r"(?P<left>N[ơƠ][iI] [nN][hH][ậẬ][nN]\s*:?|[-–•]?\s*[^;]{2,90};)\s+(?P<right>\S[^;:]{2,60})"
)
_NAMED = compiled(r"(?P<posts>[^a-z\d;:]{6,90}?)\s+(?P<name>(?:[A-Z][a-z]+\s+){1,4}[A-Z][a-z]+)")
_SIGNER = compiled(rf"{AUTHORITY.pattern}|{TITLE.pattern}")
_POSTS = re.compile(r"\s+(?=(?:KT|TL|TUQ)\b|PHÓ\b|THỨ TRƯỞNG|CHÁNH\b|(?<=DÂN )CHỦ TỊCH)")


def tail_pieces(tail: list[Line]) -> list[Piece]:
    """The pieces of recipients and signature, each in its column."""
    pieces: list[Piece] = []
    for piece in pieces_of(tail):
        both = None if piece.right else _BOTH.fullmatch(piece.words)
        if both and _is_of_signature(both["right"]):
            pieces.append(Piece(both["left"], False, piece.block))
            pieces.append(Piece(both["right"], True, piece.block))
        else:
            pieces += [Piece(part, piece.right, piece.block) for part in _stacked(piece.words)]
    return pieces


def _stacked(words: str) -> list[str]:
    """A signature run into one line, taken apart: authority, post, name."""
    named = _NAMED.fullmatch(words)
    if not named or not (is_capitals(named["posts"]) and _SIGNER.match(named["posts"])):
        return [words]
    return [*_POSTS.split(named["posts"]), named["name"]]


def _is_of_signature(words: str) -> bool:
    if AUTHORITY.fullmatch(words) or SIGNED.match(words) or is_name(words):
        return True
    return is_capitals(words) and TITLE.match(words) is not None
