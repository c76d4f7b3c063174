"""Labels of duties: the labels of their sections, then a number or a letter ("II.3", "III.4.c")."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

# NĐ 30/2020, Phụ lục I: điểm a, b, c, d, đ, e, g … in the order of the Vietnamese alphabet.
_LONGEST_MARK = 4
LETTERS = "abcdđeghiklmnopqrstuvxy"


def letter(index: int) -> str:
    """The letter of the index-th point, from 0; after y comes aa.

    >>> letter(4), letter(23)
    ('đ', 'aa')
    """
    more, here = divmod(index, len(LETTERS))
    return (letter(more - 1) if more else "") + LETTERS[here]


class Labels:
    """Gives every duty of one document a label that no other has."""

    def __init__(self) -> None:
        self._next: Counter[str] = Counter()
        self._repeats: Counter[str] = Counter()
        self._given: set[str] = set()

    def give(self, sections: Sequence[str], own: str = "") -> str:
        """Label the next duty under `sections`; `own` is its paragraph's own mark, if any."""
        chain = _joined(sections)
        if own:
            self._count(chain, own)
            return self._once(_joined([*sections, own]))
        if sections:
            self._count(_joined(sections[:-1]), sections[-1])
        number = self._next[chain]
        self._next[chain] += 1
        mark = letter(number) if chain[-1:].isdigit() else str(number + 1)
        return self._once(_joined([chain, mark]))

    def _count(self, chain: str, mark: str) -> None:
        """What has no mark of its own is counted on from the marks that stand in the text."""
        if mark.isdecimal() and len(mark) < _LONGEST_MARK:
            self._next[chain] = max(self._next[chain], int(mark))

    def _once(self, label: str) -> str:
        unique = label
        while unique in self._given:
            unique = f"{label}.{letter(self._repeats[label])}"
            self._repeats[label] += 1
        self._given.add(unique)
        return unique


def _joined(parts: Sequence[str]) -> str:
    """The chain of labels; one that goes on from the one above is said once: III, 1, 1.2."""
    said = [part for part in parts if part]
    kept = [part for part, below in pairwise([*said, ""]) if not below.startswith(f"{part}.")]
    return ".".join(kept)
