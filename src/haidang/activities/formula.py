"""Formulas of indicators: codes in brackets, numbers, + - * / and parentheses. No database.

"[3.2] / [3.1]" is the attendance of one session. A code stands in brackets, for 3.2 alone is a
number. What a formula names and nobody gave makes its result unknown, never 0; so does dividing
by 0. It is read by a grammar of four signs: there is nothing in it that could be run.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

MOST_TOKENS = 60
TOKEN = re.compile(r"\s*(?:\[(\d{1,3}(?:\.\d{1,3}){0,2})\]|(\d{1,9}(?:,\d{1,4})?)|([-+*/()]))")
SIGNS = str.maketrans({"×": "*", "·": "*", "÷": "/", ":": "/", "−": "-", "–": "-"})
PLACES = 30

Known = Mapping[str, Decimal | None]
Reckoned = Callable[[Known], Decimal | None]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: which indicators it names, and how it is reckoned."""

    codes: tuple[str, ...]
    reckon: Reckoned

    def of(self, known: Known) -> Decimal | None:
        """Its value, not rounded; None where something is missing or is divided by 0."""
        with localcontext() as context:
            context.prec = PLACES
            return self.reckon(known)


def read_formula(text: str) -> Formula:
    """Read a formula; raises ValueError with words that say where it goes wrong.

    >>> read_formula("([3.2] + 10) / [3.1]").of({"3.2": Decimal(90), "3.1": Decimal(4)})
    Decimal('25')
    >>> read_formula("[3.2] / [3.1]").of({"3.2": Decimal(90), "3.1": None}) is None
    True
    """
    reading = _Reading(_tokens(text.translate(SIGNS)))
    reckon = reading.sum()
    if reading.left:
        raise ValueError(f"Thừa “{reading.left[0]}” trong công thức.")
    if not reading.codes:
        raise ValueError("Công thức phải có mã chỉ tiêu trong ngoặc vuông, ví dụ [3.2] / [3.1].")
    return Formula(tuple(dict.fromkeys(reading.codes)), reckon)


def _tokens(text: str) -> list[str]:
    found, at, text = [], 0, text.rstrip()
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise ValueError(
                f"Không đọc được “{text[at:].strip()[:20]}”. Viết mã chỉ tiêu trong ngoặc vuông, "
                "ví dụ [3.2] / [3.1]; dùng + - * / và ngoặc tròn."
            )
        found.append(match[0].strip())
        at = match.end()
    if len(found) > MOST_TOKENS:
        raise ValueError(f"Công thức dài quá {MOST_TOKENS} ký hiệu.")
    return found


class _Reading:
    """Reads sums of products of numbers, codes and parentheses, from the left."""

    def __init__(self, tokens: list[str]) -> None:
        self.left = tokens
        self.codes: list[str] = []

    def sum(self) -> Reckoned:
        return self._chain("+-", self._product)

    def _product(self) -> Reckoned:
        return self._chain("*/", self._one)

    def _chain(self, signs: str, part: Callable[[], Reckoned]) -> Reckoned:
        result = part()
        while self.left and self.left[0] in signs:
            sign = self.left.pop(0)
            result = _joined(sign, result, part())
        return result

    def _one(self) -> Reckoned:
        if not self.left:
            raise ValueError("Công thức còn thiếu ở cuối.")
        word = self.left.pop(0)
        if word == "(":
            inside = self.sum()
            if not self.left or self.left.pop(0) != ")":
                raise ValueError("Thiếu dấu đóng ngoặc tròn.")
            return inside
        if word.startswith("["):
            code = word[1:-1]
            self.codes.append(code)
            return lambda known: known.get(code)
        if word in "+-*/)":
            raise ValueError(f"Dấu “{word}” đứng sai chỗ.")
        number = Decimal(word.replace(",", "."))
        return lambda known: number


def _joined(sign: str, left: Reckoned, right: Reckoned) -> Reckoned:
    def reckon(known: Known) -> Decimal | None:
        one, two = left(known), right(known)
        if one is None or two is None or (sign == "/" and not two):
            return None
        if sign == "+":
            return one + two
        if sign == "-":
            return one - two
        return one * two if sign == "*" else one / two

    return reckon
