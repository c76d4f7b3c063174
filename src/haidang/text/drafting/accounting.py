"""The full account of a draft: every word that was read is written, or named as left out."""

import re
from collections import Counter
from collections.abc import Iterable

from haidang.text.blocks import Document
from haidang.text.drafting.paper import Paper
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.words.folded import plain
from haidang.text.writing.plain import write_plain

_WORD = re.compile(r"[^\W_]+")
# Marks of a format, or a sign that somebody typed: folding tells them apart no more
_SIGNS = re.compile(r"_{2,}")
# The tone may stand on either letter: the national name is written in one way only
_TONES = (("oà", "òa"), ("oá", "óa"), ("uỷ", "ủy"))


def words_of(text: str) -> Counter[str]:
    """The words of a text without marks, case and leading zeros, and how often each is said.

    >>> words_of("loa 2*20W") == read_words("loa 2*20W")
    True
    """
    text = _SIGNS.sub("", text.replace("*", "")).casefold()
    for one, other in _TONES:
        text = text.replace(one, other)
    return Counter(word.lstrip("0") for word in _WORD.findall(text))


def read_words(text: str) -> Counter[str]:
    """The words of a text that was read, which the marks of its format do not part."""
    return words_of("\n".join(map(plain, text.split("\n"))))


def unsaid_lines(
    document: Document, paper: Paper, named: Iterable[str]
) -> tuple[list[str], list[str]]:
    """Lines of the header, and of all else, with words that are neither written nor named."""
    lost = read_words(paper.text) - words_of(write_plain(document)) - words_of(" ".join(named))
    zones = paper.zones
    header = _lines_with(zones.header, lost)
    others = [*zones.tail, *zones.body, *zones.annexes, *zones.title]
    others += [zones.type_line] if zones.type_line else []
    return header, _lines_with(others, lost)


def _lines_with(lines: Iterable[Line], lost: Counter[str]) -> list[str]:
    """The lines in which words are lost, until each of them is found."""
    found = []
    for line in lines:
        words = words_of(line.words)
        if lost and words & lost:
            found.append(line.words)
            lost -= words
    return found
