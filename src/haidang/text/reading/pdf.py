"""PDF files with text: words put back on lines as they stand on the page, columns side by side."""

from dataclasses import dataclass

import pypdfium2

from haidang.text.blocks import Place, Source
from haidang.text.reading.plain import tidy
from haidang.text.reading.unreadable import Unreadable

MAX_PAGES = 500
_FEW_LETTERS = 40  # a page with fewer is a picture
_FPDF_ERR_PASSWORD = 4


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that stand together on one line of a page."""

    left: float
    right: float
    bottom: float
    top: float
    words: str


def read_pdf(data: bytes) -> Source:
    """Read a pdf with a layer of text. Refuses broken and locked files, and mere pictures."""
    try:
        document = pypdfium2.PdfDocument(data)
        document.init_forms()
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from error
    try:
        pages = [_page_text(document[number]) for number in range(min(len(document), MAX_PAGES))]
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
    pictures = [number for number, page in enumerate(pages, start=1) if len(page.strip()) < _FEW_LETTERS]
    if not any(page.strip() for page in pages):
        raise Unreadable("scanned", "Tệp PDF chỉ có hình chụp; cần nhận dạng chữ (gói tesseract-ocr-vie).")
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


def _page_text(page: pypdfium2.PdfPage) -> str:
    page.flatten()  # numbers and dates filled into the form become part of the page
    text = page.get_textpage()
    runs: list[_Run] = []
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        words = text.get_text_bounded(left, bottom, right, top).replace("\r", " ").replace("\n", " ")
        if words.strip() and top > bottom:
            runs.append(_Run(left, right, bottom, top, words.strip()))
    return _laid_out(runs)


def _laid_out(runs: list[_Run]) -> str:
    if not runs:
        return ""
    width = _letter_width(runs)
    margin = min(run.left for run in runs)
    lines: list[str] = []
    before: list[_Run] | None = None
    for line in _lines(runs):
        if before is not None and _gap(before, line) > 0.75 * (line[0].top - line[0].bottom) + 4:
            lines.append("")
        lines.append(_line(line, margin, width))
        before = line
    return "\n".join(lines)


def _letter_width(runs: list[_Run]) -> float:
    widths = sorted((run.right - run.left) / len(run.words) for run in runs if len(run.words) > 3)
    return max(widths[len(widths) // 2], 1.0) if widths else 5.0


def _lines(runs: list[_Run]) -> list[list[_Run]]:
    """Runs that share a base line, from the top of the page down."""
    lines: list[list[_Run]] = []
    for run in sorted(runs, key=lambda run: (-run.bottom, run.left)):
        height = run.top - run.bottom
        if lines and abs(lines[-1][0].bottom - run.bottom) < max(height, 4) * 0.5:
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _gap(before: list[_Run], line: list[_Run]) -> float:
    return min(run.bottom for run in before) - max(run.top for run in line)


def _line(line: list[_Run], margin: float, width: float) -> str:
    """One line of words; a wide gap becomes as many spaces as letters would fit."""
    words = ""
    end = margin
    for run in line:
        spaces = round((run.left - end) / width)
        if words:
            spaces = spaces if spaces >= 3 else int(run.left - end > width * 0.15)
        words += " " * max(spaces, 0) + run.words
        end = run.right
    return words
