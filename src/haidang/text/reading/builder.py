"""Builds a text piece by piece and remembers where each piece stood in the original."""

from haidang.text.blocks import Place
from haidang.text.reading.bounds import refuse_too_long
from haidang.text.reading.plain import seen

Cell = tuple[int, int, int]


class TextBuilder:
    """Appends paragraphs and cells; the text and the places come out together.

    Refuses with Unreadable to go on beyond the length that a document may have.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._places: list[Place] = []

    def paragraph(self, words: str, where: str, cell: Cell | None = None) -> None:
        """Add one paragraph on lines of its own; an empty one is a blank line."""
        words = seen(words.replace("\r", "")).strip()
        start = self._length
        self._add(words)
        if words:
            self._places.append(Place(start, self._length, where, cell))
        self._add("\n")

    def cell_mark(self) -> None:
        """Part two cells of a row, as the corpus shows them."""
        if self._parts and self._parts[-1] == "\n":
            self._length -= 1
            self._parts.pop()
        self._add(" | ")

    def _add(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
        refuse_too_long(self._length)

    def text(self) -> str:
        """The whole text so far."""
        return "".join(self._parts)

    def places(self) -> tuple[Place, ...]:
        """The places so far, in order; blank lines between paragraphs have none."""
        return tuple(self._places)
