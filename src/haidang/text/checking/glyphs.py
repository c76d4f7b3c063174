"""The letters of a PDF with their places and looks, and where the words of a passage are printed.

Only fonts whose names tell weight and slope are judged; of others nothing is said.
"""

import ctypes
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium
from lxml import etree

from haidang.text.checking.looks import Letters
from haidang.text.checking.passages import Run
from haidang.text.layout.page import FONT

MM = 25.4 / 72
_TOLD = re.compile(
    r"times|tinos|liberation|arial|calibri|cambria|tahoma|vntime|roman|courier", re.IGNORECASE
)
_MOST_LETTERS = 10_000  # of one page
_BEGINNING = 40  # letters by which a passage that goes on overleaf is found
_LEAST = 4
_DARK = 64  # of 255: what is printed as black
_RAISED = 0.8  # of the usual size: the signs of footnotes
_NOWHERE = etree.Element("r")  # a run of a PDF has no element of its own


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed letter, digit or bracket; millimetres from the left and the foot of its page."""

    letter: str
    left: float
    right: float
    foot: float
    top: float
    look: Letters | None


class Glyphs:
    """The letters, digits and brackets of the first pages of a PDF, page by page."""

    def __init__(self, pages: list[list[Glyph]]) -> None:
        self.pages = pages
        self._texts = ["".join(glyph.letter for glyph in page) for page in pages]
        self._from = [0] * len(pages)

    def of(self, words: str, page: int) -> list[Glyph]:
        """The glyphs of those words on a page from 1 on; none where they cannot be found."""
        wanted = "".join(filter(_counts, words))
        if not 0 < page <= len(self.pages) or len(wanted) < _LEAST:
            return []
        text, begin = self._texts[page - 1], self._from[page - 1]
        for sought in (wanted, wanted[:_BEGINNING]):
            at = text.find(sought, begin)
            at = text.find(sought) if at < 0 else at
            if at >= 0:
                self._from[page - 1] = at + len(sought)
                return self.pages[page - 1][at : at + len(sought)]
        return []


def runs_of(glyphs: list[Glyph]) -> tuple[Run, ...]:
    """Glyphs as runs of one look each, without raised signs; none where a look is not told."""
    looks = [(glyph.look, glyph.letter) for glyph in glyphs if glyph.look]
    if len(looks) < len(glyphs):
        return ()
    sizes = Counter(look.size for look, _ in looks)
    usual = max((size for size in sizes if sizes[size] * 4 > len(looks)), default=0)
    kept = [(look, letter) for look, letter in looks if look.size > usual * _RAISED]
    return tuple(
        Run(_NOWHERE, words, words, look)
        for look, alike in groupby(kept, key=lambda pair: pair[0])
        if (words := "".join(letter for _, letter in alike))
    )


def glyphs_of(page: pypdfium2.PdfPage) -> list[Glyph]:
    """The letters, digits and brackets of one page in the order of the file."""
    text = page.get_textpage()
    try:
        return list(_glyphs(text))
    finally:
        text.close()


def _glyphs(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    box, at = ([ctypes.c_double() for _ in range(count)] for count in (4, 2))
    looks: dict[int, Letters | None] = {}
    for index in range(min(text.count_chars(), _MOST_LETTERS)):
        letter = letter_at(text, index)
        if not _counts(letter):
            continue
        pdfium.FPDFText_GetCharBox(text, index, *map(ctypes.byref, box))
        left, right, foot, top = (side.value * MM for side in box)
        if pdfium.FPDFText_GetCharOrigin(text, index, *map(ctypes.byref, at)):
            foot = at[1].value * MM  # "g" reaches below the line
        key = _object_at(text, index)
        if not key or key not in looks:
            looks[key] = _look(text, index)
        yield Glyph(letter, left, right, foot, top, looks[key])


def letter_at(text: pypdfium2.PdfTextPage, index: int) -> str:
    """One letter of a page; a blank where the file names none that there is."""
    code = pdfium.FPDFText_GetUnicode(text, index)
    return chr(code) if code <= sys.maxunicode else " "


def _counts(letter: str) -> bool:
    return letter.isalnum() or letter in "()"


def _object_at(text: pypdfium2.PdfTextPage, index: int) -> int:
    found = pdfium.FPDFText_GetTextObject(text, index)
    return ctypes.cast(found, ctypes.c_void_p).value or 0


def _look(text: pypdfium2.PdfTextPage, index: int) -> Letters | None:
    name = font_at(text, index)
    if not _TOLD.search(name):
        return None
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    scale = math.hypot(matrix.c, matrix.d) or 1
    size = round(pdfium.FPDFText_GetFontSize(text, index) * scale * 2) / 2
    style = name.casefold()
    return Letters(
        font=FONT,  # what fonts there are is told of the whole file
        size=size,
        bold="bold" in style,
        italic="italic" in style or "oblique" in style,
        colour=_colour(text, index),
    )


def _colour(text: pypdfium2.PdfTextPage, index: int) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFText_GetFillColor(text, index, *map(ctypes.byref, parts))
    red, green, blue, _ = (part.value for part in parts)
    return "auto" if max(red, green, blue) < _DARK else f"{red:02X}{green:02X}{blue:02X}"


def font_at(text: pypdfium2.PdfTextPage, at: int) -> str:
    """The name of the font of a letter, without the tag of its subset."""
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text, at, buffer, len(buffer), flags)
    name = buffer.value.decode("utf-8", "replace") if 0 < size <= len(buffer) else ""
    return name.partition("+")[2] or name
