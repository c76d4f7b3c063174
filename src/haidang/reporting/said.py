"""Numbers that prose says of an indicator, beside the indicator's own words. No database."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from haidang.reporting.numerals import read_number
from haidang.reporting.sentences import BLANK, figure_words

_NUMBER = r"(?<![\w.,/])(\d+(?:[.,]\d+)*)(?![\w/])"


@dataclass(frozen=True, slots=True)
class Asked:
    """One figure of a report: its code, the words around its number, the numbers that are right.

    A unit of measure alone names no indicator: "85 lượt người" may be of any event.
    """

    code: str
    words: str
    right: frozenset[Decimal]


def words_of(words: str, name: str, unit_name: str, opening: str) -> str:
    """The words beside an indicator's number; those that are a unit alone follow their opening.

    >>> words_of("{số} buổi", "Buổi phát thanh", "buổi", "Đã phát")
    'Đã phát {số} buổi'
    """
    said = figure_words(words, name, unit_name, BLANK)
    return f"{opening} {said}" if said == f"{BLANK} {unit_name}" and opening else said


def otherwise(text: str, asked: Sequence[Asked]) -> Iterator[tuple[Asked, str]]:
    """The figures of which a line says another number, and no right one; with the words found.

    A line that says the right number too speaks of a part of it: "66 buổi, riêng tháng 3 có 5".
    """
    patterns = [(one, _pattern(one.words)) for one in asked]
    for line in text.splitlines():
        found: dict[str, list[re.Match[str]]] = {}
        for one, match in _named(line, patterns):
            found.setdefault(one.code, []).append(match)
        for one in asked:
            said = found.get(one.code, [])
            if said and not any(_number(match) in one.right for match in said):
                yield one, said[0].group()


def _named(
    line: str, patterns: list[tuple[Asked, re.Pattern[str]]]
) -> Iterator[tuple[Asked, re.Match[str]]]:
    """Each number with the one indicator that its words name: the longest words win."""
    at: dict[int, list[tuple[int, Asked, re.Match[str]]]] = {}
    for one, pattern in patterns:
        for match in pattern.finditer(line):
            at.setdefault(match.start(1), []).append((len(match.group()), one, match))
    for known in at.values():
        longest = max(length for length, _, _ in known)
        named = [(one, match) for length, one, match in known if length == longest]
        if len(named) == 1:
            yield named[0]


def _pattern(words: str) -> re.Pattern[str]:
    before, after = (
        r"\s+".join(map(re.escape, part.split())) for part in words.split(BLANK, maxsplit=1)
    )
    left = rf"(?<!\w){before}\s+" if before else ""
    right = rf"\s+{after}(?!\w)" if after else ""
    return re.compile(f"{left}{_NUMBER}{right}", re.IGNORECASE)


def _number(match: re.Match[str]) -> Decimal | None:
    try:
        return read_number(match.group(1))
    except ValueError:
        return None
