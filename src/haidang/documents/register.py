"""A line of the register of outgoing documents, as it is read off the document itself."""

import re
import unicodedata
from dataclasses import dataclass

from haidang.documents.enums import Priority
from haidang.text.blocks import Document
from haidang.text.layout.wording import AS_ADDRESSED, FILED, recipient_lines

_URGENCY = {"KHẨN": Priority.URGENT, "THƯỢNG KHẨN": Priority.VERY_URGENT}
_URGENCY |= {"HỎA TỐC": Priority.EXPRESS, "HOẢ TỐC": Priority.EXPRESS}
_COPIES = re.compile(r"\((\d{1,4})(?:b| bản)?\)")


@dataclass(frozen=True, slots=True)
class Line:
    """What the register prints of one document (NĐ 30/2020, Phụ lục IV and VI)."""

    symbol: str
    document_type: str
    subject: str
    signer: str = ""
    signer_post: str = ""
    recipients: str = ""
    filed_with: str = ""
    copies: int = 0  # blank in the register: nobody said how many
    pages: int | None = None
    priority: int = Priority.USUAL
    note: str = ""


def line_of(
    document: Document, *, copies: int = 0, pages: int | None = None, note: str = ""
) -> Line:
    """The line of a document; the number of copies as box 12 has it, where nobody says."""
    header, signature = document.header, document.signature
    addressed = bool(document.addressees)
    listed = [
        one.strip("- ;.") for one in recipient_lines(document.recipients, addressed=addressed)
    ]
    filed = [one for one in listed if one.startswith(FILED.split(":")[0])]
    others = [one for one in listed if one not in filed and one != AS_ADDRESSED]
    return Line(
        symbol=(header.symbol or "")[:60],
        document_type=(header.document_type or "công văn").capitalize()[:60],
        subject=(header.title or "")[:500],
        signer=(signature.name or "")[:200],
        signer_post=(signature.title or "")[:200],
        recipients="\n".join([*document.addressees, *others]),
        filed_with="; ".join(one.partition(":")[2].strip() for one in filed)[:200],
        copies=copies or _copies(document),
        pages=pages,
        priority=_URGENCY.get(_upper(document.urgency), Priority.USUAL),
        note=note.strip()[:500],
    )


def _copies(document: Document) -> int:
    found = _COPIES.search(document.drafter or "")
    return int(found[1]) if found else 0


def _upper(words: str | None) -> str:
    return unicodedata.normalize("NFC", words or "").strip().upper()
