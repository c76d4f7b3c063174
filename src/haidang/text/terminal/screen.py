"""The terminal as it is: how wide, coloured or not, and how words are fitted into it."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

LABEL = 13  # columns for the name of a fact


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide the terminal is and whether it shows colours."""

    width: int = 80
    colour: bool = False

    def paint(self, code: str, words: str) -> str:
        """The words in a colour, where there are colours."""
        return f"\033[{code}m{words}\033[0m" if self.colour and words else words

    def row(self, label: str, words: str) -> Iterator[str]:
        """A label and its words beside it, wrapped under themselves."""
        lines = textwrap.wrap(words, max(self.width - LABEL - 1, 20)) or [""]
        yield f"{self.paint('2', label.ljust(LABEL))} {lines[0]}"
        yield from (f"{' ' * LABEL} {line}" for line in lines[1:])


def clip(words: str, width: int) -> str:
    """The words, cut short with an ellipsis where they do not fit."""
    return words if len(words) <= width else words[: max(width - 1, 0)].rstrip() + "…"


def day(iso: str | None) -> str | None:
    """An ISO date as people write it: 29/11/2024, or what of it is known."""
    return "/".join(reversed(iso.split("-"))) if iso else None
