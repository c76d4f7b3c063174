"""What the register says of an incoming document, as people give it or as a reader guessed it."""

import datetime as dt
import re
from dataclasses import dataclass, fields

from haidang.documents.enums import Priority
from haidang.documents.folding import folded
from haidang.documents.plain_names import in_text, of_known_unit
from haidang.orgs.naming import name_key
from haidang.text.blocks import Reading

LIMITS = {
    "issuer": 200,
    "number_symbol": 80,
    "document_type": 100,
    "subject": 500,
    "signer": 200,
    "signer_post": 200,
    "note": 500,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """The columns of the register that tell what a document is (NĐ 30/2020, Phụ lục IV and VI)."""

    issuer: str = ""
    number_symbol: str = ""
    issued_on: dt.date | None = None
    document_type: str = ""
    subject: str = ""
    signer: str = ""
    signer_post: str = ""
    pages: int | None = None
    priority: int = Priority.USUAL
    note: str = ""

    def columns(self) -> dict[str, object]:
        """The columns by their names, cut to what the register holds."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return given | {name: given[name].strip()[:most] for name, most in LIMITS.items()}

    @property
    def words(self) -> str:
        """All that people wrote, each column on a line of its own as a stamp would be."""
        return "\n".join(getattr(self, name) for name in LIMITS)

    @property
    def folded(self) -> str:
        """The words by which the line is found."""
        return folded(
            self.number_symbol,
            self.issuer,
            self.document_type,
            self.subject,
            self.signer,
            self.note,
        )

    @property
    def sign_key(self) -> str:
        """Number, symbol and issuer as they are compared; blank where the document has none.

        The same number and symbol come back each year, so the day counts too.
        """
        sign = re.sub(r"\s+", "", self.number_symbol.replace("–", "-").casefold()).lstrip("0")
        if not sign or not self.issuer.strip():
            return ""
        return f"{sign}|{name_key(self.issuer)}|{self.issued_on or ''}"[:400]


def facts_of(reading: Reading, file_name: str) -> Facts:
    """What a reader found of the columns; the name of the file stands in for a subject."""
    header, signature = reading.header, reading.signature
    pages = [place.page for place in reading.places if place.page]
    return Facts(
        issuer=of_known_unit(header.issuer or ""),
        number_symbol="/".join(part for part in (header.number, header.symbol) if part),
        issued_on=_day(header.date),
        document_type=(header.document_type or "").capitalize(),
        subject=header.title or file_name,
        signer=signature.name or "",
        signer_post=in_text(signature.title or ""),
        pages=max(pages, default=None),
    )


def _day(written: str | None) -> dt.date | None:
    # A date with blanks ("2026-06") is no day.
    whole = written and len(written) == len("2026-06-30")
    return dt.date.fromisoformat(written) if whole and written else None
