"""The blocks of a body or an appendix as lines and grids, headings as their scheme has them."""

from collections.abc import Iterable

from haidang.text.blocks import Block, Heading, Paragraph, Table
from haidang.text.layout.body import BODY, TITLES, heading_component, heading_label
from haidang.text.layout.page import Page
from haidang.text.writing.grids import Grid, grid_of
from haidang.text.writing.lines import Line, line_of
from haidang.text.writing.marks import lines_of

BodyItem = Line | Grid


def items_of(blocks: Iterable[Block], page: Page) -> list[BodyItem]:
    """The blocks in their order; refuses uneven tables with UnevenTableError."""
    items: list[BodyItem] = []
    for block in blocks:
        if isinstance(block, Table):
            items.append(grid_of(block, page))
        elif isinstance(block, Heading):
            items += heading_lines(block)
        else:
            items += _paragraph_lines(block)
    return items


def heading_lines(heading: Heading) -> list[Line]:
    """A heading of either scheme; the title of a chapter stands below its number (mục II.6)."""
    component = heading_component(heading.label, heading.level)
    label, title = heading_label(heading.label), heading.title.strip()
    below = TITLES.get(component.key)
    if below is None:
        return [line_of(component, f"{label} {title}")] if label or title else []
    return [line_of(component, label), *([line_of(below, title)] if title else [])]


def _paragraph_lines(paragraph: Paragraph) -> list[Line]:
    if not paragraph.text.strip():
        return []
    first, *others = lines_of(paragraph.text)
    dash = "- " if paragraph.bullet else ""
    return [line_of(BODY, text.strip()) for text in (f"{dash}{first.strip()}", *others)]
