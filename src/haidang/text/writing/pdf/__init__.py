"""An official document as PDF/A-2a: the decree's page, tagged, our own faces, the same bytes.

The sheets are those of every writer; a fixed template draws them, and words are never code.
"""

import warnings

from haidang.text.blocks import Document
from haidang.text.layout.page import Margins
from haidang.text.writing.pdf.letters import (
    REPLACEMENT,
    MissingLettersWarning,
    missing_letters,
)
from haidang.text.writing.pdf.paper import paper_of
from haidang.text.writing.pdf.typesetter import NotDrawnError, typeset
from haidang.text.writing.plain import write_plain
from haidang.text.writing.sheets import sheets_of

__all__ = ["MissingLettersWarning", "NotDrawnError", "letters_missing_in", "write_pdf"]


def write_pdf(document: Document, margins: Margins = Margins()) -> bytes:  # noqa: B008 frozen
    """The document laid out by NĐ 30/2020; equal documents give equal bytes, on any machine.

    Refuses uneven tables with UnevenTableError, unreadable dates with DateError, what cannot be
    drawn with NotDrawnError; warns with MissingLettersWarning of letters that our faces lack.
    """
    paper = paper_of(document, sheets_of(document, margins))
    if REPLACEMENT in paper and (lacking := letters_missing_in(document)):
        named = ", ".join(f"U+{ord(letter):04X}" for letter in lacking)
        warnings.warn(
            f"Phông chữ không có các ký tự {named}; bản PDF in dấu thay thế.",
            MissingLettersWarning,
            stacklevel=2,
        )
    return typeset(paper)


def letters_missing_in(document: Document) -> tuple[str, ...]:
    """The letters of a document that its PDF cannot print, so that a screen can say so."""
    return missing_letters(write_plain(document))
