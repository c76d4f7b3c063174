"""The letters of a page of a pdf, put together where they follow each other on one line."""

import ctypes
import math
from collections.abc import Iterator

import pypdfium2

from haidang.text.reading.runs import Run

MAX_LETTERS = 100_000  # of one page; a full one has four thousand
_HYPHEN = 0xFFFE
_TALL = 0.8  # of the size of its type: a capital with its accent

_Letter = tuple[str, float, float, float, float]  # and its left, base line, right, top


def runs_of(page: pypdfium2.PdfPage) -> list[Run]:
    """The runs of a page, as it is seen, in points from its lower left corner."""
    text = page.get_textpage()
    try:
        runs = _joined(_turned_letters(text, page) if page.get_rotation() else _letters(text, page))
    finally:
        text.close()
    for run in runs:
        run.words = " ".join(run.words.split())
    return runs


def _joined(letters: Iterator[_Letter]) -> list[Run]:
    runs: list[Run] = []
    run: Run | None = None
    for letter, left, bottom, right, top in letters:
        if letter in "\r\n\0":
            run = None
        elif letter.isspace():  # in justified lines its box reaches into the next word
            if run is not None:
                run.words += " "
        elif (
            run is not None
            and -2 < bottom - run.bottom < 2
            and -2 < left - run.right < (top - bottom) * 0.6
        ):
            run.right, run.top = max(run.right, right), max(run.top, top)
            run.words += letter
        else:
            run = Run(left, right, bottom, top, letter)
            runs.append(run)
    return runs


def _letters(text: pypdfium2.PdfTextPage, page: pypdfium2.PdfPage) -> Iterator[_Letter]:
    """Letters that stand upright; the foot of each is its base line, for "g" reaches below it."""
    raw = pypdfium2.raw
    off_left, off_bottom = page.get_bbox()[:2]
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    at_box, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    unicode_of, box_of, origin_of = (  # bound once: they are called for every letter
        raw.FPDFText_GetUnicode,
        raw.FPDFText_GetLooseCharBox,
        raw.FPDFText_GetCharOrigin,
    )
    for index in range(min(text.count_chars(), MAX_LETTERS)):
        letter = _letter(unicode_of(text, index))
        if letter == "\0" or letter.isspace():
            yield letter, 0.0, 0.0, 0.0, 0.0
            continue
        box_of(text, index, at_box)
        bottom = y.value if origin_of(text, index, at_x, at_y) else box.bottom
        foot = bottom - off_bottom
        top = max(box.top - off_bottom, foot + 1)
        yield letter, box.left - off_left, foot, box.right - off_left, top


def _turned_letters(text: pypdfium2.PdfTextPage, page: pypdfium2.PdfPage) -> Iterator[_Letter]:
    """Letters of a page that is shown on its side, or upside down, as they are seen."""
    raw = pypdfium2.raw
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    for index in range(min(text.count_chars(), MAX_LETTERS)):
        letter = _letter(raw.FPDFText_GetUnicode(text, index))
        left, bottom, right, top = text.get_charbox(index)
        if raw.FPDFText_GetCharOrigin(text, index, x, y):
            raw.FPDFText_GetMatrix(text, index, matrix)
            size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
            corners = [_seen(page, *corner) for corner in ((left, bottom), (right, top))]
            foot = _seen(page, x.value, y.value)[1]
            sides = sorted(corner[0] for corner in corners)
            yield letter, sides[0], foot, sides[1], foot + max(size * _TALL, 1)


def _seen(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """A point of the paper on the page as it is shown: turned by 90, 180 or 270 degrees."""
    left, bottom, right, top = page.get_bbox()
    match page.get_rotation():
        case 90:
            return y - bottom, right - x
        case 180:
            return right - x, top - y
    return top - y, x - left


def _letter(code: int) -> str:
    """A hyphen at the end of a line has a code that is no letter."""
    return "-" if code == _HYPHEN else chr(code)
