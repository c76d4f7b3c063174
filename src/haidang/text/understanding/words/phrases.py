"""One pattern for many phrases, sharing their beginnings so that its length costs nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Node:
    """A letter on the way to one phrase or several; `ends`: a phrase may end here."""

    below: dict[str, "_Node"] = field(default_factory=dict)
    ends: bool = False

    def pattern(self) -> str:
        branches = [_escaped(letter) + node.pattern() for letter, node in self._in_order()]
        if not branches:
            return ""
        if len(branches) == 1 and not self.ends:
            return branches[0]
        return f"(?:{'|'.join(branches)}){'?' if self.ends else ''}"

    def _in_order(self) -> list[tuple[str, "_Node"]]:
        return sorted(self.below.items(), key=lambda entry: entry[0])


def pattern_of(phrases: Iterable[str]) -> str:
    """A pattern that matches the longest of these phrases, taken as plain words.

    >>> pattern_of(["rà soát", "rà", "lập"])
    '(?:lập|rà(?: soát)?)'
    """
    root = _Node()
    for phrase in phrases:
        node = root
        for letter in " ".join(phrase.split()):
            node = node.below.setdefault(letter, _Node())
        node.ends = True
    return root.pattern()


def _escaped(letter: str) -> str:
    return " " if letter == " " else re.escape(letter)
