"""Text with its line breaks, Markdown marks and invisible characters folded away, and the way back.

Rules of the language are written for folded text; what they find is reported in the source.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

_MARKS = r"[^\S ]|[\u00ad\u200b-\u200f\u2060\ufeff*]|_{2,}|(?<!#)#+(?=\s)|\\(?=[-+.>()\[\]])"
# All that is folded away; a single space between words stays as it is.
_NOISE = re.compile(rf" *(?:(?:{_MARKS})+ *)+|  +")
# What noise is made of besides spaces: one set, which is looked for ten times as fast
_NOISY = re.compile(
    r"[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u3000"
    r"\u00ad\u2060\ufeff*_#\\]"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """One line of plain words; `at(i)` tells where its i-th character stands in the source."""

    text: str
    _starts: tuple[int, ...]  # where each kept chunk starts in `text` ...
    _sources: tuple[int, ...]  # ... and in the source

    def at(self, index: int) -> int:
        """Where the character at `index` stands in the source."""
        index = max(0, min(index, len(self.text) - 1))
        chunk = bisect_right(self._starts, index) - 1
        return self._sources[chunk] + index - self._starts[chunk] if chunk >= 0 else 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source stretch of `text[start:end]`, which must not be empty."""
        return self.at(start), self.at(end - 1) + 1


def fold(source: str, parts: Iterable[tuple[int, int]]) -> Folded:
    r"""Fold the given stretches of `source` into one line.

    >>> fold("Số:\n99 **/KH**", [(0, 13)]).text
    'Số: 99 /KH'
    """
    words: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    length = 0

    def keep(chunk: str, source_at: int) -> None:
        nonlocal length
        words.append(chunk)
        starts.append(length)
        sources.append(source_at)
        length += len(chunk)

    def gap(source_at: int) -> None:
        if words and words[-1] != " ":
            keep(" ", source_at)

    for first, last in parts:
        start, end = _stripped(source, first, last)
        here = start
        for noise in () if _is_clean(source, start, end) else _NOISE.finditer(source, start, end):
            if noise.start() > here:
                keep(source[here : noise.start()], here)
            if any(letter.isspace() for letter in noise.group()):
                gap(noise.start())
            here = noise.end()
        if end > here:
            keep(source[here:end], here)
        gap(end)
    while words and words[-1] == " ":
        words.pop()
        starts.pop()
        sources.pop()
    return Folded("".join(words), tuple(starts), tuple(sources))


def _stripped(source: str, start: int, end: int) -> tuple[int, int]:
    while start < end and source[start] == " ":
        start += 1
    while end > start and source[end - 1] == " ":
        end -= 1
    return start, end


def _is_clean(source: str, start: int, end: int) -> bool:
    return source.find("  ", start, end) < 0 and _NOISY.search(source, start, end) is None


def plain(text: str) -> str:
    """The words of one line or phrase alone."""
    if _is_clean(text, 0, len(text)):
        return text.strip()
    return _NOISE.sub(_space, text).strip()


def _space(noise: re.Match[str]) -> str:
    return " " if any(letter.isspace() for letter in noise.group()) else ""
