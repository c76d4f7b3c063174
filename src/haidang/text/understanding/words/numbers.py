"""Whole numbers as they are written: in figures, in words, in both ("05 (năm)")."""

_UNITS = "một hai ba bốn năm sáu bảy tám chín mười".split()
_WORDS = {words: number for number, words in enumerate(_UNITS, 1)} | {
    "mười lăm": 15,
    "hai mươi": 20,
    "ba mươi": 30,
}
NUMBER = rf"(?:\d{{1,9}}(?!\d)|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"


def number_of(words: str) -> int | None:
    """The number that figures or words say.

    >>> number_of("05"), number_of("mười lăm"), number_of("nhiều")
    (5, 15, None)
    """
    return int(words) if words.isdecimal() else _WORDS.get(words.lower())
