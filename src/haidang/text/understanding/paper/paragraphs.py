"""Lines put together into paragraphs, whatever broke them: a narrow page, a page's end, a cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from haidang.text.understanding.paper.breaks import Shape
from haidang.text.understanding.paper.lines import Cell, Line
from haidang.text.understanding.paper.markers import Marker, Rank, marker_of
from haidang.text.understanding.words.folded import Folded, fold

_GAP = re.compile(r"\S {3,}(?=\S)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a cell's paragraph: where its lines stand, its words, its mark."""

    parts: tuple[tuple[int, int], ...]
    folded: Folded
    marker: Marker
    cell: Cell | None

    tabular: bool = False  # words stand in columns that no table marks
    aligned: bool = False  # a cell that only spaces keep apart from those beside it
    sure: bool = True  # whether it is clear that all of this stands in it

    @property
    def text(self) -> str:
        return self.folded.text

    @property
    def words(self) -> str:
        """The text after the mark."""
        return self.folded.text[self.marker.end :]


def paragraphs_of(source: str, lines: list[Line]) -> list[Paragraph]:
    """Group the lines of one zone into paragraphs."""
    return list(_nested([_paragraph(source, group) for group in _groups(lines)]))


def _nested(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Where items count "1.", "2.", those that count "1)", "2)" below one stand under it."""
    dotted = deeper = False
    for paragraph in paragraphs:
        mark = paragraph.marker
        if mark.rank < Rank.NUMBER:
            dotted = deeper = False
        elif mark.rank <= Rank.NUMBER_3:
            closed = paragraph.text[: mark.end].rstrip().endswith(")")
            deeper = closed and (deeper or (dotted and mark.label == "1"))
            dotted = dotted or not closed
            if deeper:
                paragraph = replace(paragraph, marker=replace(mark, rank=Rank.BRACKET))
        yield paragraph


def _paragraph(source: str, group: list[Line]) -> Paragraph:
    parts = tuple((line.start, line.end) for line in group)
    folded = fold(source, parts)
    gaps = sum(len(_GAP.findall(line.raw)) for line in group)
    return Paragraph(
        parts,
        folded,
        marker_of(folded.text),
        group[0].cell,
        gaps > len(group) / 2,
        group[0].aligned,
        all(line.sure for line in group),
    )


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
