"""What stands above the body: boxes 1 to 5, 10b and 11."""

import re
from dataclasses import replace

from haidang.text.blocks import Document, Header
from haidang.text.layout import boxes, wording
from haidang.text.layout.kinds import DISPATCH, Kind, kind_of
from haidang.text.writing.lines import Columns, Line, framed, line_of
from haidang.text.writing.marks import lines_of

# "ỦY BAN NHÂN DÂN" is one line and the name of its place the next, as printed everywhere
COMMITTEE = re.compile(r"^((?:ủy\s+ban|uỷ\s+ban|hội\s+đồng)\s+nhân\s+dân)\s+(?=\S)", re.IGNORECASE)
RIGHT_MM = 95  # the national name stands on one line in it
SUBJECT_MARK = re.compile(r"V/v\s", re.IGNORECASE)


def header_items(document: Document, room: float) -> list[Line | Columns]:
    """Boxes 1 to 4, and 5b of a công văn, in two columns; 10b below them, 11 above."""
    shares = (room - RIGHT_MM, RIGHT_MM)
    header, kind = document.header, kind_of(document.header.document_type)
    left = (*_superior_lines(header.superior, shares[0]), *last_ruled(_issuer_lines(header.issuer)))
    right = (
        line_of(boxes.NATIONAL_NAME, wording.NATIONAL_NAME_TEXT),
        line_of(boxes.MOTTO, wording.MOTTO_TEXT, ruled=True),
    )
    below = (*_number_lines(header, kind), *dispatch_subject(header), *urgency_lines(document))
    rows = ((left, right), (below, tuple(_date_lines(header, kind))))
    columns = Columns("header", rows if any(rows[1]) else rows[:1], shares)
    return [*circulation_lines(document), columns]


def _number_lines(header: Header, kind: Kind | None) -> list[Line]:
    """Box 3; types without a number, and minutes without a symbol, have none."""
    may_lack = kind and not (kind.has_number and kind.is_dated_above)
    if may_lack and not (header.number or header.symbol):
        return []
    return [line_of(boxes.NUMBER, wording.number_line(header.number, header.symbol))]


def _date_lines(header: Header, kind: Kind | None) -> list[Line]:
    """Box 4; where the template has the date in the text, only what names a place stands above."""
    if kind and not kind.is_dated_above and not header.place:
        return []
    return [line_of(boxes.PLACE_DATE, wording.place_date_line(header.place, header.date))]


def urgency_lines(document: Document) -> tuple[Line, ...]:
    """Box 10b in its frame, as wide as the decree has it for that degree (mục III.2)."""
    words = (document.urgency or "").strip().upper()
    return (framed(boxes.URGENCY, words, boxes.URGENCY_WIDTHS_MM.get(words)),) if words else ()


def circulation_lines(document: Document) -> tuple[Line, ...]:
    """Box 11 in its frame."""
    words = (document.circulation or "").strip()
    return (framed(boxes.CIRCULATION, words),) if words else ()


def _superior_lines(name: str | None, room: float) -> list[Line]:
    """On one line if it fits, for so it is told from the name below it."""
    whole = [line_of(boxes.SUPERIOR, text) for text in _cut(name)]
    if all(line.width <= room for line in whole):
        return whole
    return [line_of(boxes.SUPERIOR, text) for text in _cut(_parted(name))]


def _issuer_lines(name: str | None) -> list[Line]:
    return [line_of(boxes.ISSUER, text) for text in _cut(_parted(name))]


def _parted(name: str | None) -> str:
    return COMMITTEE.sub(r"\1\n", (name or "").strip())


def _cut(name: str | None) -> list[str]:
    return [line for line in lines_of(name or "") if line.strip()]


def _is_dispatch(header: Header) -> bool:
    return (header.document_type or "").strip().casefold() == DISPATCH


def dispatch_subject(header: Header) -> tuple[Line, ...]:
    """Box 5b: "V/v …" under the number (Phụ lục I, mục II.5)."""
    if not _is_dispatch(header) or not header.title:
        return ()
    mark = "" if SUBJECT_MARK.match(header.title) else "V/v "
    return (line_of(boxes.DISPATCH_SUBJECT, f"{mark}{header.title}"),)


def title_items(header: Header) -> list[Line]:
    """Box 5a: the type in capitals and the subject below it, with its line."""
    if _is_dispatch(header):
        return []
    subject = lines_of(header.title) if header.title else []
    component = boxes.TYPE_NAME if subject else boxes.TYPE_ALONE
    kind = [line_of(component, header.document_type)] if header.document_type else []
    return [*kind, *last_ruled([line_of(boxes.SUBJECT, text) for text in subject])]


def last_ruled(lines: list[Line]) -> list[Line]:
    """The same lines, the line of the component under the last of them."""
    return [replace(line, ruled=index == len(lines)) for index, line in enumerate(lines, 1)]
