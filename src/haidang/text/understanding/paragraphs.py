"""Lines put together into paragraphs, whatever broke them: a narrow page, a page's end, a cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from haidang.text.understanding.breaks import Shape
from haidang.text.understanding.folded import Folded, fold
from haidang.text.understanding.lines import Cell, Line
from haidang.text.understanding.markers import Marker, marker_of

_GAP = re.compile(r"\S {3,}(?=\S)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a cell's paragraph: where its lines stand, its words, its mark."""

    parts: tuple[tuple[int, int], ...]
    folded: Folded
    marker: Marker
    cell: Cell | None

    tabular: bool = False  # words stand in columns that no table marks

    @property
    def text(self) -> str:
        return self.folded.text

    @property
    def words(self) -> str:
        """The text after the mark."""
        return self.folded.text[self.marker.end :]


def paragraphs_of(source: str, lines: list[Line]) -> list[Paragraph]:
    """Group the lines of one zone into paragraphs."""
    return [_paragraph(source, group) for group in _groups(lines)]


def _paragraph(source: str, group: list[Line]) -> Paragraph:
    parts = tuple((line.start, line.end) for line in group)
    folded = fold(source, parts)
    gaps = sum(len(_GAP.findall(line.raw)) for line in group)
    return Paragraph(parts, folded, marker_of(folded.text), group[0].cell, gaps > len(group) / 2)


def _groups(lines: list[Line]) -> Iterator[list[Line]]:
    shape = Shape.of(lines)
    group: list[Line] = []
    for line in lines:
        if group and shape.breaks(group, line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group
