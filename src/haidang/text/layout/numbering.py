"""How parts of the text are numbered: roman, Arabic, and the letters of points (mục II.6).

One grammar for whoever writes labels and whoever reads them.
"""

import re

from haidang.text.layout.wording import POINT_LETTERS

POINTS = tuple(POINT_LETTERS)
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_WORDED = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục|Điều)\s+(?:thứ\s+)?(?P<own>\S+)", re.IGNORECASE)
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7}
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def roman(number: int) -> str:
    """A number from 1 to 49 in roman letters; refuses others with ValueError.

    >>> roman(14)
    'XIV'
    """
    if not 0 < number < 50:
        raise ValueError(number)
    letters = ""
    for value, letter in _ROMAN[:1] * 4 + _ROMAN[1:]:
        while number >= value:
            letters += letter
            number -= value
    return letters


_VALUES = {roman(number): number for number in range(1, 50)}


def value_of(label: str, *, letters: bool = False) -> int | None:
    """What number a label stands for; None where the decree knows no such label.

    >>> value_of("IV"), value_of("đ", letters=True), value_of("Điều 7"), value_of("f", letters=True)
    (4, 5, 7, None)
    """
    if letters:
        return POINTS.index(label) + 1 if label in POINTS else None
    if worded := _WORDED.fullmatch(label):
        own = worded["own"].rstrip(".")
        return _ORDINALS.get(own.casefold()) or value_of(own)
    if label.isdecimal() and label.isascii():
        return int(label)
    return _VALUES.get(label) or (_CAPITALS.index(label) + 1 if label in _CAPITALS else None)


def label_of(number: int, like: str) -> str:
    """The label for a number, of the kind of another one.

    >>> label_of(5, "III"), label_of(5, "c"), label_of(5, "Điều 2")
    ('V', 'đ', 'Điều 5')
    """
    if worded := _WORDED.fullmatch(like):
        return like[: worded.start("own")] + label_of(number, worded["own"])
    if like in _VALUES and number < 50:
        return roman(number)
    if like in POINTS and number <= len(POINTS):
        return POINTS[number - 1]
    return str(number)
