"""The tail in two columns, also where a line of text holds the ends of both."""

from haidang.text.understanding.columns import Piece, pieces_of
from haidang.text.understanding.letters import compiled, is_capitals
from haidang.text.understanding.lines import Line
from haidang.text.understanding.signers import AUTHORITY, TITLE, is_name

# "Nơi nhận: GIÁM ĐỐC", "- Như trên; (Đã ký)": recipient and signature run into one line.
_BOTH = compiled(
    r"(?P<left>N[ơƠ][iI] [nN][hH][ậẬ][nN]\s*:?|[-–•]?\s*[^;]{2,90};)\s+(?P<right>\S[^;:]{2,60})"
)
_SIGNED = compiled(r"\(?\s*(?:[Đđ]ã )?[Kk]ý\b.*")


def tail_pieces(tail: list[Line]) -> list[Piece]:
    """The pieces of recipients and signature, each in its column."""
    pieces: list[Piece] = []
    for piece in pieces_of(tail):
        both = None if piece.right else _BOTH.fullmatch(piece.words)
        if both and _is_of_signature(both["right"]):
            pieces.append(Piece(both["left"], False, piece.block))
            pieces.append(Piece(both["right"], True, piece.block))
        else:
            pieces.append(piece)
    return pieces


def _is_of_signature(words: str) -> bool:
    if AUTHORITY.fullmatch(words) or _SIGNED.match(words) or is_name(words):
        return True
    return is_capitals(words) and TITLE.match(words) is not None
