"""Two texts word by word: which words stayed, which went, which came."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from haidang.text.compare.aligning import equal_blocks
from haidang.text.compare.alike import Word, text_key, words_of


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
        apart = _is_apart(old, words, at_old) and bool(found) and not found[-1].text[-1].isspace()
        gone = _texts(words, at_old, start_old)
        parts = [
            Passage(Mark.REMOVED, f" {gone}" if gone and apart else gone),
            Passage(Mark.ADDED, _texts(others, at_new, start_new)),
            Passage(Mark.SAME, _texts(others, start_new, start_new + length)),
        ]
        found += [part for part in parts if part.text]
        at_old, at_new = start_old + length, start_new + length
    # Blanks alone are no words
    return tuple(found) if others or not new else (*found, Passage(Mark.ADDED, new))


def _texts(words: Sequence[Word], start: int, end: int) -> str:
    return "".join(word.text for word in words[start:end])


def _is_apart(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a blank stands before a word, so that it is not to be shown as one with the last."""
    return at < len(words) and text[words[at].start - 1 : words[at].start].isspace()


def is_same(old: str, new: str, *, folded: bool = False) -> bool:
    """Whether two texts differ in a word processor's noise only."""
    return old == new or text_key(old, folded=folded) == text_key(new, folded=folded)
