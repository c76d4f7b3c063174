"""Appendices of what was read, each with its heading, its page upright or turned."""

from haidang.text.blocks import Appendix, Reading, Table
from haidang.text.drafting.bodies import blocks_of
from haidang.text.drafting.paper import Paper
from haidang.text.layout.page import Page
from haidang.text.understanding.paper.attached import is_attachment_note
from haidang.text.understanding.structure.annexes import Annex, annexes_of
from haidang.text.understanding.words.types import type_of_line
from haidang.text.writing.grids import grid_of

_SMALLEST_UPRIGHT = 11  # in smaller type a table is to lie on its side


def appendices_of(reading: Reading, paper: Paper) -> tuple[Appendix, ...]:
    """All that stands behind the signature."""
    return tuple(_appendix(annex, paper) for annex in annexes_of(paper.zones.annexes))


def _appendix(annex: Annex, paper: Paper) -> Appendix:
    label, title, note = _head(annex)
    blocks = tuple(blocks_of(paper.items(annex.body), paper))
    landscape = any(isinstance(block, Table) and _is_wide(block) for block in blocks)
    return Appendix(label, title, note, blocks, landscape)


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
