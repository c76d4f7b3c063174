"""Taking a phrase apart that names several: "Phòng A, Phòng B và UBND các xã, thị trấn".

Commas and "và" stand inside names as well: of all ways to cut, the one counts by which most of the
words are names that we know.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from haidang.plans.meaning import Candidate, Meaning
from haidang.plans.stretches import Stretch, is_generic, stretches_of
from haidang.text.understanding.words.parties import split_units

LONGEST_NAME = 8  # pieces between commas that one name may have
MOST_PIECES = 60
MOST_CONTINUED = 3
_JOINED = re.compile(r"^\s*(?:và|cùng với|cùng|hoặc)\s+", re.IGNORECASE)
_CUT = re.compile(r"\s*[,;:/\n•+]+\s*|\s+(?:và|cùng với|cùng|hoặc)\s+", re.IGNORECASE)

Piece = tuple[int, int]


class Names(Protocol):
    """Whoever knows what a phrase means when it names one thing."""

    def told(self, phrase: str) -> tuple[Candidate, ...]:
        """What the words say outright."""

    def likely(self, phrase: str) -> tuple[Candidate, ...]:
        """What they may mean."""

    def continued(self, known: str, words: str) -> tuple[Candidate, ...]:
        """What words say that share the beginning of a name before them."""


@dataclass(frozen=True, slots=True)
class Headed:
    """Names in a list under a head: what it says goes before each of them."""

    names: Names
    head: str

    def told(self, phrase: str) -> tuple[Candidate, ...]:
        """What the words say with the head before them, or alone where they are a whole name."""
        is_whole = len(phrase.split()) > 2
        headed = self.names.told(f"{self.head} {phrase}")
        return headed or (self.names.told(phrase) if is_whole else ())

    def likely(self, phrase: str) -> tuple[Candidate, ...]:
        """What the words may mean with the head before them."""
        return self.names.likely(f"{self.head} {phrase}")

    def continued(self, known: str, words: str) -> tuple[Candidate, ...]:
        """Nothing: the head is what the names share."""
        return ()


def parts_of(phrase: str, names: Names) -> tuple[Meaning, ...]:
    """The things that a phrase names, in its order, with the words between them left out.

    What is known stands for itself; the rest is kept together as far as it goes, with what it
    may mean, or that it names nobody in particular.
    """
    found: list[Meaning] = []
    for stretch in stretches_of(phrase):
        if stretch.is_vague:
            words = phrase[stretch.start : stretch.end]
            found.append(Meaning(words, stretch.start, stretch.end, is_generic=True))
        else:
            asked = Headed(names, stretch.head) if stretch.head else names
            found += _parts(phrase, stretch, asked)
    return tuple(found)


def _parts(phrase: str, stretch: Stretch, names: Names) -> list[Meaning]:
    pieces = list(_pieces(phrase, stretch.start, stretch.end))
    if len(pieces) > MOST_PIECES:
        pieces[MOST_PIECES - 1 :] = [(pieces[MOST_PIECES - 1][0], pieces[-1][1])]
    found: list[Meaning] = []
    for first, last, told in _best_cut(phrase, pieces, names):
        words = phrase[pieces[first][0] : pieces[last][1]]
        if told:
            found.append(_meaning(pieces[first][0], words, told))
        else:
            found += _unknown(phrase, pieces[first : last + 1], found, names)
    return found


def _pieces(phrase: str, at: int, stop: int) -> Iterator[Piece]:
    for cut in [*_CUT.finditer(phrase, at, stop), None]:
        end = cut.start() if cut else stop
        if words := _JOINED.sub("", phrase[at:end]).strip(" .-–"):
            start = phrase.index(words, at)
            yield start, start + len(words)
        at = cut.end() if cut else end


Run = tuple[int, int, tuple[Candidate, ...]]


def _best_cut(phrase: str, pieces: Sequence[Piece], names: Names) -> list[Run]:
    """Runs of pieces that together are one known name, and the pieces left over in between."""
    best: list[tuple[int, int, list[Run]]] = [(0, 0, [])]
    for last in range(len(pieces)):
        covered, parts, runs = best[last]
        options = [(covered, parts, [*runs, (last, last, ())])]
        for first in range(max(0, last - LONGEST_NAME + 1), last + 1):
            if told := names.told(phrase[pieces[first][0] : pieces[last][1]]):
                covered, parts, runs = best[first]
                whole = (covered + last - first + 1, parts - 1, [*runs, (first, last, told)])
                options.append(whole)
        best.append(max(options, key=lambda option: option[:2]))
    return _joined(best[-1][2])


def _joined(runs: Sequence[Run]) -> list[Run]:
    joined: list[Run] = []
    for first, last, told in runs:
        if joined and not told and not joined[-1][2]:
            joined[-1] = (joined[-1][0], last, ())
        else:
            joined.append((first, last, told))
    return joined


def _unknown(
    phrase: str, pieces: Sequence[Piece], before: Sequence[Meaning], names: Names
) -> list[Meaning]:
    found: list[Meaning] = []
    left: list[Piece] = []
    known = before[-1].words if before else ""
    at = 0
    while at < len(pieces):
        ends = range(min(len(pieces), at + MOST_CONTINUED), at, -1)
        runs = ((end, phrase[pieces[at][0] : pieces[end - 1][1]]) for end in ends)
        told = ((end, words, names.continued(known, words)) for end, words in runs if known)
        end, words, candidates = next((one for one in told if one[2]), (at + 1, "", ()))
        if candidates:
            found += _doubtful(phrase, left, names)
            left = []
            found.append(_meaning(pieces[at][0], words, candidates))
        else:
            left.append(pieces[at])
        at = end
    return [*found, *_doubtful(phrase, left, names)]


def _doubtful(phrase: str, pieces: Sequence[Piece], names: Names) -> list[Meaning]:
    found: list[Meaning] = []
    start, end = (pieces[0][0], pieces[-1][1]) if pieces else (0, 0)
    if is_generic(phrase[start:end]):
        return [Meaning(phrase[start:end], start, end, is_generic=True)]
    for is_vague, run in groupby(pieces, key=lambda piece: is_generic(phrase[slice(*piece)])):
        stretch = list(run)
        start, end = stretch[0][0], stretch[-1][1]
        if is_vague:
            found.append(Meaning(phrase[start:end], start, end, is_generic=True))
        else:
            found += _guessed(phrase, start, phrase[start:end], names)
    return found


def _guessed(phrase: str, start: int, words: str, names: Names) -> Iterator[Meaning]:
    whole = _meaning(start, words, names.likely(words))
    parts = split_units(words, columns=True)
    if whole.best or len(parts) < 2 or any(part not in words for part in parts):
        yield whole
        return
    for part in parts:
        start = phrase.index(part, start)
        yield _meaning(start, part, names.likely(part))
        start += len(part)


def _meaning(start: int, words: str, candidates: tuple[Candidate, ...]) -> Meaning:
    return Meaning(words, start, start + len(words), candidates)
