"""PDF files with text: words put back on lines as they stand on the page, columns side by side."""

import ctypes

import pypdfium2

from haidang.text.blocks import Place, Source
from haidang.text.reading.layout import Run, laid_out
from haidang.text.reading.plain import tidy
from haidang.text.reading.unreadable import Unreadable

MAX_PAGES = 500
_FEW_LETTERS = 40  # a page with fewer is a picture
_FPDF_ERR_PASSWORD = 4


def read_pdf(data: bytes) -> Source:
    """Read a pdf with a layer of text. Refuses broken and locked files, and mere pictures."""
    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    try:
        pages = [_page_text(document, number) for number in range(min(len(document), MAX_PAGES))]
        more = len(document) > MAX_PAGES
    except pypdfium2.PdfiumError as error:
        raise Unreadable("broken", "Tệp PDF hỏng, không đọc được.") from error
    finally:
        document.close()
    return _source(pages, more)


def _refusal(error: pypdfium2.PdfiumError) -> Unreadable:
    if getattr(error, "err_code", None) == _FPDF_ERR_PASSWORD or "assword" in str(error):
        return Unreadable("password", "Tệp được bảo vệ bằng mật khẩu.")
    return Unreadable("broken", "Tệp PDF hỏng, không mở được.")


def _source(pages: list[str], more: bool) -> Source:
    text, places, warnings = "", [], []
    pictures = [
        number for number, page in enumerate(pages, start=1) if len(page.strip()) < _FEW_LETTERS
    ]
    if not any(page.strip() for page in pages):
        raise Unreadable(
            "scanned", "Tệp PDF chỉ có hình chụp; cần nhận dạng chữ (gói tesseract-ocr-vie)."
        )
    for number, page in enumerate(pages, start=1):
        start = len(text)
        text += tidy(page) + "\n\f\n"
        places.append(Place(start, len(text), f"trang {number}"))
    if pictures:
        warnings.append(f"Trang {', '.join(map(str, pictures))} là hình chụp, chưa nhận dạng chữ.")
    if _is_garbled(text):
        warnings.append("Phông chữ của tệp không cho đọc đúng chữ; cần nhận dạng từ hình trang.")
    if more:
        warnings.append(f"Chỉ đọc {MAX_PAGES} trang đầu.")
    return Source(text, "pdf", tuple(places), tuple(warnings))


def _is_garbled(text: str) -> bool:
    """Vietnamese without its marked letters: the font gave no way back to Unicode."""
    letters = [letter for letter in text if letter.isalpha()]
    marked = sum(ord(letter) > 127 for letter in letters)
    strange = sum(not letter.isprintable() for letter in text if letter not in "\n\f")
    return len(letters) > 200 and (marked * 25 < len(letters) or strange * 50 > len(text))


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    if document.formenv:
        page.flatten()  # numbers and dates filled into a form become part of the page ...
        page.close()
        page = document[number]  # ... when it is opened again
    text = page.get_textpage()
    runs = _runs(text)
    text.close()
    page.close()
    return laid_out(runs)


def _runs(text: pypdfium2.PdfTextPage) -> list[Run]:
    """Characters that follow each other on one line, put together."""
    runs: list[Run] = []
    open_run: Run | None = None
    for index in range(text.count_chars()):
        letter = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
        if letter in "\r\n\0":
            open_run = None
        elif letter.isspace():  # in justified lines its box reaches into the next word
            if open_run is not None:
                open_run.words += " "
        else:
            here = _run_of(text, index, letter)
            if open_run is not None and open_run.goes_on_with(here):
                open_run.add(here)
            else:
                open_run = here
                runs.append(here)
    for run in runs:
        run.words = " ".join(run.words.split())
    return runs


def _run_of(text: pypdfium2.PdfTextPage, index: int, letter: str) -> Run:
    """One letter; its foot is the base line, for "g" and "(" reach below it."""
    left, bottom, right, top = text.get_charbox(index, loose=True)
    x, y = ctypes.c_double(), ctypes.c_double()
    if pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y):
        bottom = y.value
    return Run(left, right, bottom, max(top, bottom + 1), "-" if letter == "\ufffe" else letter)
