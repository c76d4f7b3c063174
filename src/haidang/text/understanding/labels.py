"""Labels of duties: the labels of their sections, then a number or a letter ("II.3", "III.4.c")."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

# NĐ 30/2020, Phụ lục I: điểm a, b, c, d, đ, e, g … in the order of the Vietnamese alphabet.
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
        chain = ".".join(_without_repeats([part for part in sections if part]))
        if own:
            return self._once(".".join(_without_repeats([*filter(None, sections), own])))
        number = self._next[chain]
        self._next[chain] += 1
        mark = letter(number) if chain[-1:].isdigit() else str(number + 1)
        return self._once(f"{chain}.{mark}" if chain else mark)

    def _once(self, label: str) -> str:
        unique = label
        while unique in self._given:
            unique = f"{label}.{letter(self._repeats[label])}"
            self._repeats[label] += 1
        self._given.add(unique)
        return unique


def _without_repeats(parts: Sequence[str]) -> list[str]:
    """A label that goes on from the one above is said once: III, 1, 1.2 make III.1.2."""
    return [part for part, below in pairwise([*parts, ""]) if not below.startswith(f"{part}.")]
