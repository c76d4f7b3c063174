"""A document laid out as sheets of lines, columns and grids: the one order of words of all writers.

What each line looks like is said by its component; how a format draws it is the format's own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from haidang.text.blocks import Appendix, Block, Document, Heading, Paragraph, Table
from haidang.text.layout import boxes, wording
from haidang.text.layout.body import (
    APPENDIX_LABEL,
    APPENDIX_TITLE,
    ATTACHED_TO,
    BASIS,
    BODY,
    HEADINGS,
)
from haidang.text.layout.page import Margins, Page
from haidang.text.writing.grids import Grid, grid_of
from haidang.text.writing.headers import header_items, title_items
from haidang.text.writing.lines import Columns, Line, line_of
from haidang.text.writing.marks import Run, cleaned, lines_of, without_tail

Item = Line | Columns | Grid
CLOSING_SHARES_MM = (75, 90)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A run of pages of one shape, numbered from 1: the document itself, or one appendix."""

    page: Page
    items: tuple[Item, ...]
    name: str


def sheets_of(document: Document, margins: Margins) -> tuple[Sheet, ...]:
    """The document as sheets, the body first; refuses uneven tables with UnevenTableError."""
    page = Page(margins=margins)
    items: list[Item] = [*header_items(document.header), *title_items(document.header)]
    items += [*addressee_items(document.addressees), *_basis_items(document.legal_bases)]
    items += [*closed(_blocks_as_items(document.blocks, page)), closing_of(document)]
    sheet = Sheet(page, tuple(items), _name_of(document))
    return (sheet, *(_appendix_sheet(appendix, margins) for appendix in document.appendices))


def _name_of(document: Document) -> str:
    header = document.header
    name = " ".join(part for part in (header.document_type, header.title) if part)
    return cleaned(name) or "Văn bản"


def _appendix_sheet(appendix: Appendix, margins: Margins) -> Sheet:
    page = Page(landscape=appendix.landscape, margins=margins)
    head = [
        line_of(component, text)
        for component, text in (
            (APPENDIX_LABEL, appendix.label),
            (APPENDIX_TITLE, appendix.title),
            (ATTACHED_TO, appendix.attached_to),
        )
        if text.strip()
    ]
    name = cleaned(f"{appendix.label} {appendix.title}".strip()) or "Phụ lục"
    return Sheet(page, (*head, *_blocks_as_items(appendix.blocks, page)), name)


def addressee_items(addressees: Sequence[str]) -> list[Line]:
    """Box 9a: one addressee on the line itself, several below it (Phụ lục I, mục II.9.a)."""
    named = [text for item in addressees if (text := wording.without_end(item))]
    if len(named) == 1:
        return [line_of(boxes.ADDRESSEE, f"Kính gửi: {named[0]}")]
    items = [line_of(boxes.ADDRESSEE_ITEM, f"- {item}") for item in wording.punctuated(named)]
    return [line_of(boxes.ADDRESSEE_HEAD, "Kính gửi:"), *items] if items else []


def _basis_items(legal_bases: Sequence[str]) -> list[Line]:
    return [line_of(BASIS, basis) for basis in wording.punctuated(legal_bases)]


def _blocks_as_items(blocks: Iterable[Block], page: Page) -> list[Line | Grid]:
    items: list[Line | Grid] = []
    for block in blocks:
        if isinstance(block, Table):
            items.append(grid_of(block, page))
        elif isinstance(block, Heading):
            items.append(heading_line(block))
        else:
            items += _paragraph_lines(block)
    return items


def heading_line(heading: Heading) -> Line:
    """A heading of scheme 2, "I. TITLE", "1. Title", "a) title" (mục II.6); deeper ones like a)."""
    component = HEADINGS[min(max(heading.level, 1), len(HEADINGS)) - 1]
    mark = ")" if heading.level >= len(HEADINGS) else "."
    label = f"{heading.label.strip()}{mark} " if heading.label.strip() else ""
    return line_of(component, f"{label}{heading.title.strip()}")


def _paragraph_lines(paragraph: Paragraph) -> list[Line]:
    if not paragraph.text.strip():
        return []
    first, *others = lines_of(paragraph.text)
    dash = "- " if paragraph.bullet else ""
    return [line_of(BODY, text.strip()) for text in (f"{dash}{first.strip()}", *others)]


def closed(items: list[Line | Grid]) -> list[Line | Grid]:
    """The body with "./." after its last words (every template of Phụ lục III ends so).

    Its last paragraph stays with the signature, which is not to stand on a page alone.
    """
    if not items:
        return items
    last = items[-1]
    if isinstance(last, Grid):
        return [*items, replace(line_of(BODY, wording.CLOSING), keep=True)]
    bare, closing = wording.closing_for(last.text)
    runs = without_tail(last.runs, len(last.text) - len(bare))
    runs += (Run(closing),) if closing else ()
    return [*items[:-1], replace(last, runs=runs, keep=True)]


def closing_of(document: Document) -> Columns:
    """Nơi nhận on the left, the signature on the right (boxes 7, 9b and 12)."""
    addressed = any(wording.without_end(item) for item in document.addressees)
    lines = wording.recipient_lines(document.recipients, addressed=addressed)
    left = [line_of(boxes.RECIPIENTS_HEAD, "Nơi nhận:")]
    left += [line_of(boxes.RECIPIENT, text) for text in lines]
    left += [line_of(boxes.DRAFTER, document.drafter)] if document.drafter else []
    signature = document.signature
    titles = [*signature.authority, *([signature.title] if signature.title else [])]
    right = [line_of(boxes.AUTHORITY, title) for title in titles]
    right.append(line_of(boxes.SIGNER, signature.name or ""))
    return Columns("closing", ((tuple(left), tuple(right)),), CLOSING_SHARES_MM)
