"""Roman numerals, as documents number their parts, quarters, terms and centuries."""

import re

_VALUES = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LETTERS = {sign: value for value, sign in _VALUES}
NUMERAL = "[IVXLC]+"
_NUMERAL = re.compile(NUMERAL)


def written(number: int) -> str:
    """A number as a Roman numeral.

    >>> written(14)
    'XIV'
    """
    letters = ""
    for value, sign in _VALUES:
        count, number = divmod(number, value)
        letters += sign * count
    return letters


def value_of(letters: str) -> int | None:
    """What a Roman numeral stands for; None where it is none, as IIX or VV.

    >>> value_of("XIV"), value_of("IIX")
    (14, None)
    """
    if not _NUMERAL.fullmatch(letters):
        return None
    total = 0
    values = [_LETTERS[letter] for letter in letters]
    for here, after in zip(values, [*values[1:], 0], strict=True):
        total += -here if here < after else here
    return total if written(total) == letters else None
