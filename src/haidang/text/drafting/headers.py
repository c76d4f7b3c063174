"""Boxes 1 to 5, 10b and 11 of what was read, and what of the header no box takes up."""

import re
from collections.abc import Sequence
from dataclasses import replace

from haidang.text.blocks import Document, Header, Reading
from haidang.text.drafting.accounting import words_of
from haidang.text.drafting.paper import Paper
from haidang.text.layout import wording
from haidang.text.understanding.boxes.header import NUMBER
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.words.types import title_beside_type

_URGENCY = re.compile(r"\W*(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)\W*")
_CIRCULATION = re.compile(r"\W*(LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI)\W*")
_FIXED = f"{wording.NATIONAL_NAME_TEXT} {wording.MOTTO_TEXT} Số ngày tháng năm Kính gửi điện"


def header_of(reading: Reading, paper: Paper) -> Header:
    """The header as read, with the whole line of the type, and the year within the number."""
    header = reading.header
    line = paper.zones.type_line
    if line and header.document_type:
        beside = title_beside_type(line.words)
        words = line.words.removesuffix(beside or "").strip(" :")
        header = replace(header, document_type=words.capitalize())
    if header.symbol and (year := _year_of_number(paper.zones.header, header)):
        header = replace(header, symbol=f"{year}/{header.symbol}")
    return header


def _year_of_number(lines: Sequence[Line], header: Header) -> str | None:
    """The year in "Số: 12/2024/NQ-HĐND", which the reader takes for no part of the symbol."""
    found = (NUMBER.search(line.words) for line in lines)
    return next(
        (each["year"] for each in found if each and each["number"] == (header.number or "")), None
    )


def stamps_of(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """What is stamped in the header: how urgent it is, and who may see it (boxes 10b and 11)."""
    urgent, inner = (
        next((mark[1] for line in lines if (mark := form.fullmatch(line.words))), None)
        for form in (_URGENCY, _CIRCULATION)
    )
    return urgent, inner


def left_out_of(document: Document, paper: Paper) -> tuple[str, ...]:
    """The lines of the header with words that no box says."""
    header = document.header
    fields = (header.superior, header.issuer, header.symbol, header.place, header.title)
    more = (header.document_type, document.urgency, document.circulation, document.acting)
    said = [_FIXED, *filter(None, (*fields, *more)), *document.addressees]
    said += re.split(r"\D+", f"{header.number} {header.date}")
    number = wording.number_line(header.number, header.symbol)
    date = wording.place_date_line(header.place, header.date)
    known = set(words_of(" ".join([*said, number, date])))
    return tuple(line.words for line in paper.zones.header if set(words_of(line.words)) - known)
