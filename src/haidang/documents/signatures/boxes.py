"""The boxes that signing tools draw over a page: a page without them reads as it was sent."""

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
import pypdfium2.raw as raw

from haidang.text.reading.pdf import MAX_PAGES
from haidang.text.reading.unreadable import Unreadable


def without_boxes(data: bytes) -> bytes | None:
    """The PDF without what its signature fields draw; None where none draws anything.

    What is left is to be read, no more: its signatures are gone. Raises Unreadable for a broken
    file.
    """
    try:
        with pypdfium2.PdfDocument(data) as document:
            document.init_forms()
            if not sum(_taken_off(document, page) for page in _pages(document)):
                return None
            bare = BytesIO()
            document.save(bare)
            return bare.getvalue()
    except pypdfium2.PdfiumError as error:
        raise Unreadable("broken", "Tệp PDF hỏng, không mở được.") from error


def _pages(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    for number in range(min(len(document), MAX_PAGES)):
        page = document[number]
        try:
            yield page
        finally:
            page.close()


def _taken_off(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> int:
    count = 0
    for index in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        try:
            kind = raw.FPDFAnnot_GetFormFieldType(document.formenv, annotation)
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
        if kind == raw.FPDF_FORMFIELD_SIGNATURE and raw.FPDFPage_RemoveAnnot(page, index):
            count += 1
    return count
