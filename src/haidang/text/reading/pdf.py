"""PDF files: words put back on lines as they stand on the page, or recognised in its picture."""

from collections.abc import Callable, Sequence

import pypdfium2

from haidang.text.blocks import Place, Source
from haidang.text.reading import tesseract
from haidang.text.reading.bounds import refuse_too_long
from haidang.text.reading.layout import laid_out
from haidang.text.reading.pages import Page, page_of
from haidang.text.reading.pictures import pictures_of
from haidang.text.reading.plain import tidy
from haidang.text.reading.progress import Progress, silent
from haidang.text.reading.syllables import is_garbled, marked_share
from haidang.text.reading.unreadable import Unreadable

MAX_PAGES = 500
MAX_PICTURES = 60  # pages that are recognised; two minutes' work
_GAIN = 0.3  # a little of it is the machine guessing marks where none are printed
_FPDF_ERR_PASSWORD = 4


def read_pdf(data: bytes, progress: Progress | None = None) -> Source:
    """Read a pdf; pages without usable text are recognised where Tesseract is installed.

    `progress` is told how many of how many pages were recognised. Refuses broken and locked
    files, and pictures that cannot be recognised.
    """
    pages, more = _pages(data)
    pages = _with_pictures_read(data, pages, progress or silent)
    if all(page.is_picture or not page.words.strip() for page in pages):
        raise _unrecognised(any(page.is_picture for page in pages))
    warnings = [*_warnings(pages)]
    if more:
        warnings.append(f"Chỉ đọc {MAX_PAGES} trang đầu.")
    return _source(pages, warnings)


def _pages(data: bytes) -> tuple[list[Page], bool]:
    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    try:
        return _first_pages(document), len(document) > MAX_PAGES
    except pypdfium2.PdfiumError as error:
        raise Unreadable("broken", "Tệp PDF hỏng, không đọc được.") from error
    finally:
        document.close()


def _first_pages(document: pypdfium2.PdfDocument) -> list[Page]:
    pages: list[Page] = []
    letters = 0
    for number in range(min(len(document), MAX_PAGES)):
        pages.append(page_of(document, number))
        letters += len(pages[-1].words)
        refuse_too_long(letters)
    return pages


def _refusal(error: pypdfium2.PdfiumError) -> Unreadable:
    if getattr(error, "err_code", None) == _FPDF_ERR_PASSWORD or "assword" in str(error):
        return Unreadable("password", "Tệp được bảo vệ bằng mật khẩu.")
    return Unreadable("broken", "Tệp PDF hỏng, không mở được.")


def _unrecognised(has_pictures: bool) -> Unreadable:
    if not has_pictures:
        return Unreadable("empty", "Tệp PDF không có chữ, cũng không có hình.")
    if tesseract.is_installed():
        return Unreadable("scanned", "Tệp PDF chỉ có hình, không nhận dạng được chữ nào.")
    return Unreadable(
        "scanned",
        f"Tệp PDF chỉ có hình chụp; muốn nhận dạng chữ, hãy cài gói {tesseract.PACKAGE}.",
    )


def _with_pictures_read(data: bytes, pages: Sequence[Page], progress: Progress) -> list[Page]:
    """The pages with those recognised whose words are a picture, or hidden by their font."""
    read = list(pages)
    garbled = is_garbled("\n".join(page.words for page in pages if not page.is_picture))
    wanted = [
        number
        for number, page in enumerate(pages)
        if page.is_picture or (garbled and page.words.strip())
    ][:MAX_PICTURES]
    if not wanted or not tesseract.is_installed():
        return read
    progress(0, len(wanted))
    for done, (number, picture) in enumerate(
        zip(wanted, pictures_of(data, wanted), strict=True), start=1
    ):
        page = read[number]
        lines = laid_out(tesseract.recognised(picture) or [], page.width, page.height)
        seen = Page(tuple(lines), page.width, page.height, is_recognised=True)
        if _is_better(seen.words, page):
            read[number] = seen
        progress(done, len(wanted))
    return read


def _is_better(words: str, page: Page) -> bool:
    if page.is_picture:
        return any(letter.isalnum() for letter in words)
    return marked_share(words) > marked_share(page.words) + _GAIN


def _warnings(pages: Sequence[Page]) -> list[str]:
    warnings = []
    if seen := _numbers(pages, lambda page: page.is_recognised):
        warnings.append(f"Trang {seen} do máy nhận dạng từ hình; hãy đối chiếu với bản gốc.")
    help_ = "" if tesseract.is_installed() else f" (cài gói {tesseract.PACKAGE})"
    if blind := _numbers(pages, lambda page: page.is_picture):
        warnings.append(f"Trang {blind} là hình chụp, chưa nhận dạng chữ{help_}.")
    if is_garbled("\n".join(page.words for page in pages if not page.is_recognised)):
        warnings.append(
            f"Phông chữ của tệp không cho đọc đúng chữ; cần nhận dạng từ hình trang{help_}."
        )
    return warnings


def _numbers(pages: Sequence[Page], wanted: Callable[[Page], bool]) -> str:
    return ", ".join(str(number) for number, page in enumerate(pages, start=1) if wanted(page))


def _source(pages: Sequence[Page], warnings: Sequence[str]) -> Source:
    """The text with a place for each line; a form feed ends a page."""
    parts: list[str] = []
    places: list[Place] = []
    length = 0
    for number, page in enumerate(pages, start=1):
        where = f"trang {number}"
        for line in page.lines:
            words = tidy(line.words)
            if words.strip():
                end = length + len(words)
                places.append(Place(length, end, where, None, page.is_recognised, number, line.box))
            parts.append(words)
            length += len(words) + 1
        parts.append("\f")
        length += 2
    return Source("\n".join([*parts, ""]), "pdf", tuple(places), tuple(warnings))
