"""Drawing both files of a document, or saying in words why that cannot be done.

A long document takes seconds: nobody draws inside a transaction.
"""

from haidang.documents.drawing import Drawn, drawn
from haidang.documents.models import Template
from haidang.errors import Incomplete, Issue
from haidang.text import Unreadable
from haidang.text.blocks import Document
from haidang.text.layout import DateError, Margins
from haidang.text.writing import UnevenTableError
from haidang.text.writing.pdf import NotDrawnError, letters_missing_in

NOT_DRAWN = (UnevenTableError, DateError, NotDrawnError)


def about_letters(document: Document) -> list[Issue]:
    """The letters that the PDF cannot print; and what cannot be written at all."""
    try:
        lacking = letters_missing_in(document)
    except NOT_DRAWN as error:
        return [not_drawn(error)]
    words = f"Bản PDF không in được các ký tự: {' '.join(lacking)}"
    return [Issue("letters", words)] if lacking else []


def drawn_whole(document: Document, margins: Margins, template: Template | None) -> Drawn:
    """Both files of a document.

    Refuses with Incomplete what has letters that the PDF lacks, what cannot be drawn, and what
    the authority's template has no place for.
    """
    if issues := about_letters(document):
        raise Incomplete(issues)
    try:
        return drawn(document, margins, template.file.read() if template else None)
    except Unreadable as error:
        words = f"{error.message} Hãy sửa mẫu của loại này, hoặc thôi dùng mẫu."
        raise Incomplete([Issue(error.code, words)]) from error
    except NOT_DRAWN as error:
        raise Incomplete([not_drawn(error)]) from error


def not_drawn(error: Exception) -> Issue:
    """Why a file cannot be drawn."""
    return Issue("not-drawn", f"Không dựng được tệp: {error}")
