"""Appendices of what was read, each with its heading, its page upright or turned."""

from collections.abc import Sequence

from haidang.text.blocks import Appendix, Table
from haidang.text.drafting.bodies import blocks_of
from haidang.text.drafting.paper import Paper
from haidang.text.layout.page import Page
from haidang.text.layout.wording import STAMP_TEXT
from haidang.text.understanding.paper.attached import is_attachment_note
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.structure.annexes import Annex, annexes_of
from haidang.text.understanding.structure.outline import Item
from haidang.text.understanding.words.types import type_of_line
from haidang.text.writing.grids import grid_of

_SMALLEST_UPRIGHT = 11  # in smaller type a table is to lie on its side


def appendices_of(paper: Paper) -> tuple[Appendix, ...]:
    """All that stands behind the signature."""
    found: list[Appendix] = []
    stamp = clerk_stamp(paper.zones.tail)
    for annex in annexes_of(paper.zones.annexes):
        after = clerk_stamp(annex.body)
        body = annex.body[:-1] if after else annex.body
        found.append(_appendix(annex, paper.items(body), paper, stamp))
        stamp = after
    return tuple(found)


def clerk_stamp(lines: Sequence[Line]) -> str | None:
    """Box 14 of the appendix that begins behind these lines: symbol, date, hour and zone."""
    return lines[-1].words if lines and STAMP_TEXT.fullmatch(lines[-1].words) else None


def _appendix(annex: Annex, items: Sequence[Item], paper: Paper, stamp: str | None) -> Appendix:
    label, title, note = _head(annex)
    blocks = tuple(blocks_of(items, paper))
    landscape = any(isinstance(block, Table) and _is_wide(block) for block in blocks)
    return Appendix(label, title, note, blocks, landscape, stamp)


def _head(annex: Annex) -> tuple[str, str, str]:
    """Label, title and the note of what it belongs to; a type is a label of its own."""
    section = annex.heading.section
    lines = [line.words for line in annex.head]
    first = next((at for at, words in enumerate(lines) if is_attachment_note(words)), len(lines))
    note = " ".join(lines[first:])
    label, title = section.label, section.title or ""
    if lines and not label and type_of_line(lines[0]) and lines[0].upper() == lines[0]:
        label, title = lines[0], " ".join(lines[1:first])
    return label, title, note


def _is_wide(table: Table) -> bool:
    return grid_of(table, Page()).size < _SMALLEST_UPRIGHT
