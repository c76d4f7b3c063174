"""A document laid out as sheets of lines, columns and grids: the one order of words of all writers.

What each line looks like is said by its component; how a format draws it is the format's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from haidang.text.blocks import Appendix, Document
from haidang.text.layout import boxes, wording
from haidang.text.layout.body import APPENDIX_LABEL, APPENDIX_TITLE, ATTACHED_TO, BASIS, PART_TITLE
from haidang.text.layout.component import Component
from haidang.text.layout.kinds import TELEGRAM, kind_of
from haidang.text.layout.page import Margins, Page
from haidang.text.writing.bodies import items_of
from haidang.text.writing.closings import closed, closing_items
from haidang.text.writing.grids import Grid
from haidang.text.writing.headers import header_items, last_ruled, title_items
from haidang.text.writing.lines import Columns, Line, line_of
from haidang.text.writing.marks import cleaned, lines_of

Item = Line | Columns | Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """A run of pages of one shape, numbered from 1: the document itself, or one appendix.

    `foot` stands in the bottom margin of the first page, under a line as wide as the text.
    """

    page: Page
    items: tuple[Item, ...]
    name: str
    foot: tuple[Line, ...] = ()


def sheets_of(document: Document, margins: Margins) -> tuple[Sheet, ...]:
    """The document as sheets, the body first; refuses uneven tables with UnevenTableError."""
    page = Page(margins=margins)
    items: list[Item] = [*header_items(document, page.text_width), *title_items(document.header)]
    items += [*acting_items(document), *addressee_items(document)]
    items += _basis_items(document.legal_bases)
    items += [*closed(items_of(document.blocks, page)), *closing_items(document, page.text_width)]
    items += items_of(document.below, page)
    foot = tuple(line_of(boxes.CONTACT, text) for text in document.contact if text.strip())
    sheet = Sheet(page, tuple(items), name_of(document), foot)
    return (sheet, *(_appendix_sheet(appendix, margins) for appendix in document.appendices))


def name_of(document: Document) -> str:
    """What the document is called: its type and its subject."""
    header = document.header
    name = " ".join(part for part in (header.document_type, header.title) if part)
    return cleaned(name) or "Văn bản"


def _appendix_sheet(appendix: Appendix, margins: Margins) -> Sheet:
    page = Page(landscape=appendix.landscape, margins=margins)
    name = cleaned(f"{appendix.label} {appendix.title}".strip()) or "Phụ lục"
    head = [*_stamp_lines(appendix), *_appendix_head(appendix)]
    return Sheet(page, (*head, *items_of(appendix.blocks, page)), name)


def _stamp_lines(appendix: Appendix) -> list[Line]:
    """Box 14: what the clerk signs an appendix with that is a file of its own (mục II.8)."""
    words = [text for text in lines_of(appendix.stamp or "") if text]
    return [line_of(boxes.CLERK_STAMP, text) for text in words]


def _appendix_head(appendix: Appendix) -> list[Line]:
    """An appendix, or what a decision enacts, headed by its type: "QUY CHẾ"."""
    note = _lines(ATTACHED_TO, appendix.attached_to)
    if kind_of(appendix.label):
        label, titles = boxes.TYPE_NAME, _lines(boxes.SUBJECT, appendix.title)
        titles = titles if note else last_ruled(titles)
    else:
        label, titles = APPENDIX_LABEL, _lines(APPENDIX_TITLE, appendix.title)
    return [*_lines(label, appendix.label), *titles, *note]


def _lines(component: Component, text: str) -> list[Line]:
    return [line_of(component, words) for words in lines_of(text) if words.strip()]


def acting_items(document: Document) -> list[Line]:
    """Who acts, in the middle above the bases (Phụ lục III, mẫu 1.1 and 1.2)."""
    if not document.acting or _is_telegram(document):
        return []
    return _lines(PART_TITLE, document.acting)


def _is_telegram(document: Document) -> bool:
    return (document.header.document_type or "").strip().casefold() == TELEGRAM


def addressee_items(document: Document) -> list[Line]:
    """Box 9a: one addressee on the line itself, several below it (Phụ lục I, mục II.9.a)."""
    named = [text for item in document.addressees if (text := wording.without_end(item))]
    call = _call_of(document)
    if len(named) == 1:
        return [line_of(boxes.ADDRESSEE, f"{call} {named[0]}")]
    items = [line_of(boxes.ADDRESSEE_ITEM, f"- {item}") for item in wording.punctuated(named)]
    return [line_of(boxes.ADDRESSEE_HEAD, call), *items] if items else []


def _call_of(document: Document) -> str:
    """The words "Kính gửi:", in a công điện "… điện:" (Phụ lục III, mẫu 1.6)."""
    caller = document.acting or document.header.issuer
    return f"{cleaned(caller)} điện:" if caller and _is_telegram(document) else "Kính gửi:"


def _basis_items(legal_bases: Sequence[str]) -> list[Line]:
    return [line_of(BASIS, basis) for basis in wording.punctuated(legal_bases)]
