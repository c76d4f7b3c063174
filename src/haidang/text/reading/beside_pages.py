"""Words of a pdf outside its lines: properties, bookmarks, remarks, letters set at a slant."""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2

_FIRST_PAGES = 2  # and the last: a watermark stands on every page
_MOST_REMARKS = 100
_MOST_BOOKMARKS = 300
_MOST_LETTERS = 50_000
_KEYS = ("Contents", "Subj", "T", "NM", "Name", "RC")
_XMP = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def words_of_pages(data: bytes) -> Iterator[str]:
    """Every such line; nothing where the file cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        yield from document.get_metadata_dict(skip_empty=True).values()
        bookmarks = zip(range(_MOST_BOOKMARKS), document.get_toc(max_depth=5), strict=False)
        yield from (bookmark.get_title() for _, bookmark in bookmarks)
        for found in _XMP.finditer(data):
            yield from _TAG.sub("\n", found.group().decode("utf-8", "ignore")).split("\n")
        count = len(document)
        for number in sorted({*range(min(count, _FIRST_PAGES)), count - 1}):
            yield from _of_page(document, number)
    except pypdfium2.PdfiumError:
        return
    finally:
        document.close()


def _of_page(document: pypdfium2.PdfDocument, number: int) -> Iterator[str]:
    page = document[number]
    raw = pypdfium2.raw
    remarks = raw.FPDFPage_GetAnnotCount(page)
    for index in range(min(remarks, _MOST_REMARKS)):
        annot = raw.FPDFPage_GetAnnot(page, index)
        yield from filter(None, (_said(annot, key) for key in _KEYS))
        raw.FPDFPage_CloseAnnot(annot)
    if remarks:
        raw.FPDFPage_Flatten(
            page, raw.FLAT_NORMALDISPLAY
        )  # a stamp that was put on the page becomes part of it ...
        page.close()
        page = document[number]  # ... when it is opened again
    text = page.get_textpage()
    letters = min(text.count_chars(), _MOST_LETTERS)
    yield from text.get_text_range(0, letters).splitlines() if letters else ()
    text.close()
    page.close()


def _said(annot: object, key: str) -> str:
    """A string of a remark."""
    raw = pypdfium2.raw
    name = key.encode()
    length = raw.FPDFAnnot_GetStringValue(annot, name, None, 0)
    if not 2 < length <= 2_000:
        return ""
    kept = ctypes.create_string_buffer(length)
    raw.FPDFAnnot_GetStringValue(
        annot, name, ctypes.cast(kept, ctypes.POINTER(raw.FPDF_WCHAR)), length
    )
    return kept.raw.decode("utf-16-le", "ignore").rstrip("\0")
