"""Who signed: authority, title and name (Nghị định 30/2020, Điều 13; ô số 7a, 7b)."""

from haidang.text.blocks import Signature
from haidang.text.understanding.columns import Piece, pieces_of
from haidang.text.understanding.letters import compiled
from haidang.text.understanding.lines import Line
from haidang.text.understanding.zones import AUTHORITY, is_capitals

_TITLE = compiled(
    r"(?:PHÓ |Q\. )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH|"
    r"VIỆN TRƯỞNG|CỤC TRƯỞNG|"
    r"CHI CỤC TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|BÍ THƯ|THỦ TƯỚNG|HIỆU TRƯỞNG|HIỆU PHÓ|ĐỒN TRƯỞNG|"
    r"CHỈ HUY|TỔNG|"
    r"THỦ TRƯỞNG|CHỦ NHIỆM|TỔ TRƯỞNG|KẾ TOÁN|CÁN BỘ|CHUYÊN VIÊN|TƯ LỆNH|CHÍNH ỦY|CHÍNH TRỊ VIÊN|"
    r"THƯ KÝ|ỦY VIÊN)\b"
    r"|PHÓ\b"
)
_NAME = compiled(r"(?:[A-Z][a-z']*\s+){1,5}[A-Z][a-z']+")
_FIRST_NAME = compiled(r"[A-Z][a-z]+")
_ON_BEHALF = compiled(r"Đại diện\b")


def signature_of(tail: list[Line]) -> Signature:
    """The first signature in the tail; empty where nobody signs."""
    authority: list[str] = []
    title: str | None = None
    signing = False
    for piece in _names_joined(pieces_of(tail)):
        words = piece.words.strip("| ")
        if AUTHORITY.fullmatch(words):
            authority.append(words)
            signing = True
        elif is_capitals(words) and _TITLE.match(words) and title is None:
            title, signing = words, True
        elif is_capitals(words) and signing and title is None and authority and len(words) > 2:
            authority[-1] += " " + words
        elif is_capitals(words) and title and len(words) > 2 and "/" not in words:
            title += " " + words
        elif signing and _NAME.fullmatch(words) and title:
            return Signature(tuple(authority), title, words)
        elif _ON_BEHALF.match(words) and not signing:
            return _behalf(tail) or Signature()
    return Signature(tuple(authority), title, None)


def _names_joined(pieces: list[Piece]) -> list[Piece]:
    """A name broken over two lines is one name."""
    whole: list[Piece] = []
    for piece in pieces:
        before = whole[-1] if whole else None
        if (
            before
            and before.block == piece.block
            and _FIRST_NAME.fullmatch(before.words)
            and _NAME.fullmatch(piece.words)
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
    if len(words) > 1 and _NAME.fullmatch(words[-1]):
        return Signature((" ".join(words[:-1]),), None, words[-1])
    return None
