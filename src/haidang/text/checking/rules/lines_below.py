"""The solid lines under the motto, the issuer and the subject (mục II.1.b, II.2, II.5)."""

import re
from collections.abc import Iterator
from functools import partial

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.looks import TWIPS_PER_MM
from haidang.text.checking.mending import add_rule_below
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box, Drawn, Passage
from haidang.text.layout import Component, boxes
from haidang.text.layout.widths import width_mm

_NEAR = 3  # paragraphs below in which a line still belongs to the words
_SLACK = (0.7, 1.35)  # what a line may be shorter or longer than the decree says


def line_flaws(paper: Paper) -> Iterator[Flaw]:
    """Lines that are missing, made of letters, or of another length than they should have."""
    head = _header(paper)
    for component in (boxes.MOTTO, boxes.ISSUER, boxes.SUBJECT):
        named = [box for box in paper.of(component.key) if box.passage.role]
        if named and named[-1].passage.stance is not None:
            drawn = _lines(paper, component, named, head)
            yield from _judged(component, named, drawn)


def _header(paper: Paper) -> list[Passage]:
    """The passages down to the number, the date and what stands beside them."""
    last = max(
        (
            paper.passages.index(box.passage.whole)
            for box in paper.of(boxes.NUMBER.key, boxes.PLACE_DATE.key, boxes.MOTTO.key)
        ),
        default=-1,
    )
    end = last + 1
    while 0 < end < len(paper.passages) and _goes_on(paper.passages[last], paper.passages[end]):
        end += 1
    return paper.passages[:end]


def _goes_on(last: Passage, following: Passage) -> bool:
    """Whether a blank paragraph still stands in the cell of the last line of the header."""
    return not following.words.strip() and bool(last.cell) and following.cell == last.cell


def _lines(
    paper: Paper, component: Component, named: list[Box], head: list[Passage]
) -> list[Drawn]:
    """The lines of the column in which the words stand; below a subject, the next ones."""
    passage = named[-1].passage.whole
    at = paper.passages.index(passage)
    near = paper.passages[at : at + 1 + _NEAR]
    if component is boxes.SUBJECT:
        until = next((i for i, other in enumerate(near) if i and other.words.strip()), len(near))
        return [line for other in near[: until + 1] for line in other.drawn]
    if passage.cell is None:
        return [line for other in near for line in other.drawn]
    column = [other for other in head if other.cell and other.cell[2] == passage.cell[2]]
    return [line for other in column if other.table is passage.table for line in other.drawn] or (
        _all_lines(head) if len(_all_lines(head)) > 1 else []
    )


def _all_lines(head: list[Passage]) -> list[Drawn]:
    return [line for passage in head for line in passage.drawn if line.kind == "shape"]


def _judged(component: Component, named: list[Box], lines: list[Drawn]) -> Iterator[Flaw]:
    passage = named[-1].passage
    lengths = [width for box in named for width in _widths(box)]
    length = max(lengths)
    least, most = component.rule_below or (0, 0)
    due = _due(least, most)
    rule = f"{component.key}-line"
    real = [line for line in lines if line.kind != "typed"]
    if not lines:
        room = min(length, passage.width) * (least + most) / 2
        side = round(max(passage.width - room, 0) / 2 * TWIPS_PER_MM)
        gap = round(component.rule_gap * 20)
        mend = partial(add_rule_below, passage.node, side, gap) if passage.width else None
        yield flaw_of(rule, component, passage, "không có đường kẻ", due, mend)
    elif not real:
        yield flaw_of(rule, component, passage, "đường kẻ gõ bằng ký tự", due)
    elif all(line.length and not _fits(line.length, lengths, least, most) for line in real):
        share = max(line.length or 0 for line in real) / max(length, 1)
        found = f"đường kẻ dài bằng {share:.2f} dòng chữ".replace(".", ",")
        yield flaw_of(f"{rule}-length", component, passage, found, due)


def _widths(box: Box) -> Iterator[float]:
    """The widths of the words' lines: those typed, and the last one where a line is wrapped.

    None is wider than the room that it has. Many blanks were typed where the line was to break.
    """
    size = max((run.letters.size for run in box.passage.runs), default=box.component.size)
    rows = re.split(r"\s{3,}", box.passage.words.strip())
    for row in rows:
        wide = width_mm(row, size, bold=box.component.bold)
        room = box.passage.width or wide
        yield min(wide, room)
        if wide > room:
            yield wide % room


def _fits(line: float, lengths: list[float], least: float, most: float) -> bool:
    return any(words * least * _SLACK[0] <= line <= words * most * _SLACK[1] for words in lengths)


def _due(least: float, most: float) -> str:
    share = "dài bằng dòng chữ" if least == most == 1 else "dài từ 1/3 đến 1/2 dòng chữ"
    return f"đường kẻ ngang, nét liền, {share}"
