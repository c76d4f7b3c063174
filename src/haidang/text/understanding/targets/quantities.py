"""Quantities as they are written: numbers with Vietnamese signs, their bounds and measures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from haidang.text.blocks import Bound
from haidang.text.understanding.targets.measures import DURATION, MEASURE
from haidang.text.understanding.words.letters import SMALL
from haidang.text.understanding.words.numbers import number_of

_FIGURES = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,12}(?:[.,]\d{1,4})?"
_WORDS = r"một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_BOUNDS = {
    Bound.AT_LEAST: r"(?:ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn|≥|>=)(?:\s+là)?",
    Bound.AT_MOST: r"(?:tối đa|nhiều nhất|không quá|không vượt quá|không cao hơn|≤|<=)(?:\s+là)?",
    Bound.ABOVE: r"trên|hơn|vượt|cao hơn|>",
    Bound.BELOW: r"dưới|thấp hơn|<",
}
_BOUND = "|".join(f"(?P<{bound.name.lower()}>{words})" for bound, words in _BOUNDS.items())
_SCALES = {
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "triệu": Decimal(10**6),
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
}
_SCALE = rf"(?P<scale>{'|'.join(_SCALES)})(?!\s+(?:lệ|suất|trọng)|\w)"
_QUANTITY = re.compile(
    rf"(?<![\w.,/%-])(?:(?:{_BOUND})\s*)?(?P<range>từ\s+)?(?P<about>khoảng|gần|xấp xỉ|~)?\s*"
    rf"(?<![\d.,/-])(?:(?P<figures>{_FIGURES})(?![\d/]|[.,]\d|-[{SMALL}])"
    rf"(?:(?![{SMALL}])|(?=(?:km|kg|ha|m)[23²³]?(?!\w)))(?:\s*\(\s*[{SMALL}\s]+\))?|"
    rf"(?P<words>{_WORDS})(?=\s))"
    rf"(?:\s*%?\s*(?:đến|tới|-|–)\s*(?P<upper>{_FIGURES})(?![\d/]|[.,]\d))?"
    rf"\s*(?:{_SCALE}\s*)?(?:(?P<percent>%|phần trăm\b)|(?P<measure>{MEASURE})|"
    rf"(?P<duration>{DURATION}))?",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s*(?:/|\b(?:mỗi|trong))\s*(?:(?:01|1|một)\s+)?(\w+)$|\s+một\s+(\w+)$", re.IGNORECASE
)
_MOST = 10**18  # nobody counts so far; a longer row of figures is none
_OR_MORE = re.compile(r"\s*(?:[\w,]+\s+){0,2}?trở\s+(?P<way>lên|xuống)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bound and measure, from `start` to `end` of a text."""

    start: int
    at: int  # where the number itself begins, after its bound
    end: int
    number: Decimal
    upper: Decimal | None
    measure: str | None  # "%" for a share
    bound: Bound
    is_bounded: bool  # the words say how it bounds
    is_doubtful: bool  # "khoảng 50", "1,500"


def quantities_in(text: str, start: int, end: int) -> Iterator[Quantity]:
    """All quantities in a stretch of text; numbers that name or date something are left to others.

    >>> next(quantities_in("ít nhất 02 lần/năm", 0, 18)).measure
    'lần/năm'
    """
    for found in _QUANTITY.finditer(text, start, end):
        if quantity := _quantity(found):
            yield quantity


def _quantity(found: re.Match[str]) -> Quantity | None:
    if found["duration"]:
        return None
    words = found["words"]
    bound = next((each for each in _BOUNDS if found[each.name.lower()]), None)
    if words and not (bound and found["measure"]):
        return None  # "một số xã": a number in words counts only where it clearly counts
    number = Decimal(number_of(words) or 0) if words else number_as_written(found["figures"])
    upper = number_as_written(found["upper"]) if found["upper"] else None
    scale = _SCALES.get((found["scale"] or "").lower(), Decimal(1))
    if max(number, upper or number) * scale >= _MOST:
        return None
    more = _OR_MORE.match(found.string, found.end(), found.endpos)
    if more:
        bound = Bound.AT_LEAST if more["way"].lower() == "lên" else Bound.AT_MOST
    elif bound is None and found["range"] and upper is None:
        bound = Bound.AT_LEAST
    return Quantity(
        start=found.start(),
        at=found.start("figures") if found["figures"] else found.start("words"),
        end=found.end(),
        number=_plain(number * scale),
        upper=_plain(upper * scale) if upper is not None else None,
        measure="%" if found["percent"] else _measure(found["measure"]),
        bound=bound or Bound.EXACTLY,
        is_bounded=bound is not None,
        is_doubtful=bool(found["about"]) or is_ambiguous(found["figures"] or ""),
    )


def _plain(number: Decimal) -> Decimal:
    """Without the zeros that a scale leaves behind: 1,5 triệu is 1500000."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()


def _measure(words: str | None) -> str | None:
    """The measure with "/" for "mỗi năm"."""
    if words is None:
        return None
    return _EACH.sub(lambda each: f"/{each[1] or each[2]}", " ".join(words.split()))


def number_as_written(figures: str) -> Decimal:
    """The number that figures mean where "." parts thousands and "," decimals.

    >>> number_as_written("50.000"), number_as_written("1,5")
    (Decimal('50000'), Decimal('1.5'))
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", figures):
        figures = figures.replace(".", "")
    elif is_ambiguous(figures):
        figures = figures.replace(",", "")
    return Decimal(figures.replace(",", "."))


def is_ambiguous(figures: str) -> bool:
    """Whether "1,500" may be written the English way; three decimals after a whole are rare."""
    return re.fullmatch(r"[1-9]\d{0,2},\d{3}", figures) is not None
