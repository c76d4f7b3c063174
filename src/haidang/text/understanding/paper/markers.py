"""What stands before a paragraph: "III.", "Điều 2.", "1.1.", "a)", "-" (NĐ 30/2020, Phụ lục I)."""

import re
from dataclasses import dataclass
from enum import IntEnum

from haidang.text.understanding.words.letters import compiled


class Rank(IntEnum):
    """How deep a kind of mark stands, of those that may follow each other."""

    PART = 0
    CHAPTER = 1
    GROUP = 2  # Mục 1
    CAPITAL = 3  # A., above I.
    ROMAN = 4
    ARTICLE = 5
    NUMBER = 6
    NUMBER_2 = 7
    NUMBER_3 = 8
    BRACKET = 9
    LETTER = 10
    BULLET = 11
    PLUS = 12
    NONE = 13


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark of a paragraph: its rank, its label without closing mark, where the words begin."""

    rank: Rank
    label: str
    end: int


NO_MARKER = Marker(Rank.NONE, "", 0)
_OPEN = r"(?=[^\W\d_]|[“\"'(\d%≥<])"  # what may follow a mark
_SIGNS = "•●▪◦‣○■□▫◆◇❖→⇒➔➢➤►▶✓✔\uf0b7\uf02d\uf0a7\uf0d8\uf0fc\uf076\uf0e0"
_MARKS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (
        Rank.PART,
        compiled(
            r"(?P<label>(?:Phần|PHẦN)\s+(?:thứ\s+\w+|[IVX]+|\d+|[A-Z]))\s*(?:[.:]\s*|$|"
            r"\s(?=[A-Z]{2}))"
        ),
    ),
    (
        Rank.CHAPTER,
        compiled(r"(?P<label>(?:Chương|CHƯƠNG)\s+(?:[IVX]+|\d+))\s*(?:[.:]\s*|$|\s(?=[A-Z]{2}))"),
    ),
    (
        Rank.GROUP,
        compiled(
            r"(?P<label>(?:Mục|MỤC|Tiểu mục)\s+(?:[IVX]+|\d+))\s*(?:[.:]\s*|$|\s(?=[A-Z]{2}))"
        ),
    ),
    (Rank.ARTICLE, compiled(r"(?P<label>(?:Điều|ĐIỀU)\s+\d{1,3}[a-z]?)\s*(?:[.:]\s*|$)")),
    (Rank.ROMAN, compiled(r"(?P<label>[IVX]{1,6})\s*[./)]\s*[-–]?\s*(?=\S)")),
    (Rank.ROMAN, compiled(r"(?P<label>[IVX]{1,6})\s*[-–]\s*(?=[A-Z])")),  # the Party's habit
    (Rank.CAPITAL, compiled(r"(?P<label>[A-H])\s*[./)]\s+(?=[A-Z])")),
    (Rank.NUMBER_3, compiled(r"(?P<label>\d{1,2}\.\d{1,2}\.\d{1,2})(?:\s*[.)/]\s*|\s+)" + _OPEN)),
    (
        Rank.NUMBER_2,
        compiled(r"(?P<label>\d{1,2}\.\d{1,2})(?:\s*[.)/]\s*|\s+)(?=[^\W\d_]|[“\"'(])"),
    ),
    (Rank.NUMBER, compiled(r"(?P<label>\d{1,2})\s*(?:[.)]\s*|[.)]?/\s+)(?=[^\W\d_]|[“\"'(])")),
    (Rank.NUMBER, compiled(r"(?P<label>\d{1,2})\s*[.)]\s+(?=[\d≥<])")),
    (Rank.NUMBER, compiled(r"(?P<label>\d{1,2})[-–]\s+(?=[A-Z“\"])")),
    (Rank.BRACKET, compiled(r"\((?P<label>\d{1,2}|[a-z]|[ivx]{1,4})\)\.?\s*(?=\S)")),
    (
        Rank.BRACKET,
        compiled(
            r"(?P<label>(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là|Thứ (?:nhất|hai|ba|tư|"
            r"năm|sáu|bảy|tám))\s*[,:]\s*(?=\S)"
        ),
    ),
    (Rank.LETTER, compiled(r"(?P<label>[a-z])\s*(?:\)|/\.?|\.(?=\s+[A-Z]))\s*(?=\S)")),
    (Rank.LETTER, compiled(r"(?P<label>[a-z]),\s+(?=[A-Z])")),  # "a, Sở A", as if it were "a)"
    (Rank.LETTER, compiled(r"(?P<label>i{2,3}|iv|vi{1,3}|ix)\s*[.)]\s*(?=[A-Z])")),  # after "i."
    (Rank.PLUS, compiled(r"(?P<label>\+)\s*(?=\S)")),
    (Rank.BULLET, compiled(rf"(?P<label>[-–—·*{_SIGNS}])\s*(?=[^\W\d_]|[“\"'(≥<+]|\d)")),
    (Rank.BULLET, compiled(r"(?P<label>o)\s+(?=[A-Z])")),  # a word processor's second bullet
)


_FIRST_TO_LAST = "nhất hai ba tư năm sáu bảy tám".split()
_ONE_TO_TEN = "Một Hai Ba Bốn Năm Sáu Bảy Tám Chín Mười".split()
_COUNTED = {f"{word} là": str(number) for number, word in enumerate(_ONE_TO_TEN, start=1)}
_COUNTED |= {f"Thứ {word}": str(number) for number, word in enumerate(_FIRST_TO_LAST, start=1)}


def marker_of(words: str) -> Marker:
    """The mark that a paragraph begins with.

    >>> marker_of("1.2. Giao các phòng").label
    '1.2'
    """
    for rank, pattern in _MARKS:
        found = pattern.match(words)
        if found:
            label = found["label"].strip()
            return Marker(rank, _COUNTED.get(label, label), found.end())
    return NO_MARKER
