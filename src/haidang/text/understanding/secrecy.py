"""Marks of state secrets, which the product refuses before it stores anything (promise N19).

Luật Bảo vệ bí mật nhà nước 2018 (29/2018/QH14), Điều 8: Tuyệt mật, Tối mật, Mật. Prose about
secrecy bears no mark.
"""

import unicodedata

from haidang.text.understanding.folded import plain
from haidang.text.understanding.letters import compiled

_DEGREES = {"MẬT": "MẬT", "TỐIMẬT": "TỐI MẬT", "TUYỆTMẬT": "TUYỆT MẬT"}
_DEGREES |= {"MAT": "MẬT", "TOIMAT": "TỐI MẬT", "TUYETMAT": "TUYỆT MẬT"}  # as scanners give them
_PREFIX = compiled(r"^(?:ĐỘ MẬT|DO MAT|DẤU ĐỘ MẬT)\s*[:\-–]?\s*")
_EDGES = " \t|[](){}<>*#_.,:;!-–—=~•\"'“”"
_SERIES = compiled(
    r"(?im)^\W*S[ốỐ]\s*:?\s*\d*\s*/\s*(?:\d{4}\s*/\s*)?(?P<degree>MẬT|TM|TỐI MẬT|"
    r"TUYỆT MẬT)\s*[-–/]\s*[A-Z]"
)
_CELL = compiled(r"[\n\r\f\v\u2028\u2029|\t]|\s{3,}(?=\S)")


def secrecy_mark(text: str) -> str | None:
    r"""The degree that a stamp line or a secret series gives the document, None without one.

    >>> secrecy_mark("SỞ NỘI VỤ\nTỐI MẬT\nSố: 1/KH"), secrecy_mark("chế độ bảo mật thông tin")
    ('TỐI MẬT', None)
    """
    text = unicodedata.normalize("NFC", text)
    pieces = _CELL.split(text)
    marks = [mark for mark in (_mark_of(piece) for piece in pieces) if mark]
    marks += [mark for mark in (_spaced_mark(line) for line in text.splitlines()) if mark]
    if marks:
        return max(marks, key=len)
    series = _SERIES.search(text)
    return (
        {"TM": "TỐI MẬT"}.get(series["degree"].upper(), series["degree"].upper())
        if series
        else None
    )


def _spaced_mark(line: str) -> str | None:
    """A stamp whose letters are spaced out: "T Ố I   M Ậ T"."""
    letters = plain(line).strip(_EDGES).split()
    if len(letters) < 3 or any(len(letter) > 1 for letter in letters):
        return None
    return _mark_of("".join(letters))


def _mark_of(piece: str) -> str | None:
    """The degree, where the piece holds nothing else and is written in capitals."""
    words = plain(piece).strip(_EDGES)
    words = _PREFIX.sub("", words).strip(_EDGES)
    if not words or len(words) > 24 or words != words.upper():
        return None
    return _DEGREES.get("".join(letter for letter in words if letter.isalpha()))
