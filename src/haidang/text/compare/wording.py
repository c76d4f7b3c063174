"""Two texts word by word: which words stayed, which went, which came."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from haidang.text.compare.aligning import equal_blocks
from haidang.text.compare.alike import words_of


class Mark(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that share what became of them, as the new text has them, or the old if they went."""

    mark: Mark
    text: str


def passages(old: str, new: str, *, folded: bool = False) -> tuple[Passage, ...]:
    """The words of both texts in reading order; those that differ in noise only are the same.

    The passages that are not removed, joined, are the new text.

    >>> [(str(part.mark), part.text) for part in passages("có 12 buổi", "có 15 buổi")]
    [('same', 'có '), ('removed', '12 '), ('added', '15 '), ('same', 'buổi')]
    """
    words, others = words_of(old, folded=folded), words_of(new, folded=folded)
    blocks = equal_blocks([word.key for word in words], [word.key for word in others])
    found: list[Passage] = []
    at_old = at_new = 0
    for start_old, start_new, length in [*blocks, (len(words), len(others), 0)]:
        found.append(_passage(Mark.REMOVED, [word.text for word in words[at_old:start_old]]))
        found.append(_passage(Mark.ADDED, [word.text for word in others[at_new:start_new]]))
        at_old, at_new = start_old + length, start_new + length
        found.append(_passage(Mark.SAME, [word.text for word in others[start_new:at_new]]))
    if not others and new:
        found.append(Passage(Mark.ADDED, new))  # blanks alone are no words
    return tuple(part for part in found if part.text)


def _passage(mark: Mark, texts: Sequence[str]) -> Passage:
    return Passage(mark, "".join(texts))


def is_same(old: str, new: str, *, folded: bool = False) -> bool:
    """Whether two texts differ in a word processor's noise only."""
    return [word.key for word in words_of(old, folded=folded)] == [
        word.key for word in words_of(new, folded=folded)
    ]
