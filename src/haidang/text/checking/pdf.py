"""A PDF as far as it can be judged: its words, its paper and the fonts of its letters."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from haidang.text.blocks import Source
from haidang.text.checking.naming.annexes import name_annexes
from haidang.text.checking.naming.body import name_body
from haidang.text.checking.naming.header import name_header
from haidang.text.checking.naming.named import named
from haidang.text.checking.naming.tail import name_tail
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box, Passage
from haidang.text.checking.sections import Section
from haidang.text.layout.boxes import SUBJECT, TYPE_NAME
from haidang.text.reading.pdf import read_pdf
from haidang.text.understanding.boxes.header import header_of
from haidang.text.understanding.paper.columns import pieces_of
from haidang.text.understanding.paper.lines import Line, lines_of
from haidang.text.understanding.paper.paragraphs import paragraphs_of
from haidang.text.understanding.paper.zones import Zones, zones_of

_MM = 25.4 / 72
_STEP = 25  # letters between two whose font is asked for
_MOST_PAGES = 20
_MOST_OF_A_PAGE = 0.7


def paper_of_pdf(data: bytes) -> Paper:
    """A PDF taken apart. Refuses with Unreadable what the reader refuses."""
    source = read_pdf(data)
    zones = zones_of(lines_of(source))
    boxes = list(_boxes(source, zones))
    passages = list(dict.fromkeys(box.passage for box in boxes))
    with pypdfium2.PdfDocument(data) as pdf:
        sections = [_section(*page.get_size()) for page in _pages(pdf)]
        scanned = any(place.is_recognised for place in source.places) or _is_scanned(pdf)
        fonts = Counter[str]() if scanned else _fonts(pdf)
    return Paper(
        source.text, passages, boxes, header_of(zones), _unlike(sections),
        fonts=fonts, is_recognised=scanned,
    )  # fmt: skip


def _is_scanned(pdf: pypdfium2.PdfDocument) -> bool:
    """Whether a picture fills the first page, so that its words are what a machine read in it."""
    page = pdf[0]
    width, height = page.get_size()
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, foot, right, top = picture.get_bounds()
        if (right - left) * (top - foot) > width * height * _MOST_OF_A_PAGE:
            return True
    return False


def _boxes(source: Source, zones: Zones) -> Iterator[Box]:
    yield from name_header(_columns(source, zones.header))
    title = [zones.type_line] if zones.type_line else []
    for component, lines in ((TYPE_NAME, title), (SUBJECT, zones.title)):
        words = " ".join(line.words for line in lines)
        if words:
            yield named(component, Passage(words, _where(source, lines[0].start)))
    yield from name_body(_paragraphs(source, zones.body))
    yield from name_tail(_columns(source, zones.tail))
    yield from name_annexes(_paragraphs(source, zones.annexes))


def _columns(source: Source, lines: list[Line]) -> list[Passage]:
    where = _where(source, lines[0].start) if lines else ""
    return [Passage(piece.words, where, cell=(0, 0, 1 + piece.right)) for piece in pieces_of(lines)]


def _paragraphs(source: Source, lines: list[Line]) -> list[Passage]:
    return [
        Passage(paragraph.text, _where(source, paragraph.parts[0][0]))
        for paragraph in paragraphs_of(source.text, lines)
    ]


def _where(source: Source, at: int) -> str:
    return next((place.where for place in source.places if place.end > at), "")


def _pages(pdf: pypdfium2.PdfDocument) -> Iterable[pypdfium2.PdfPage]:
    return (pdf[number] for number in range(min(len(pdf), _MOST_PAGES)))


def _section(width: float, height: float) -> Section:
    return Section(None, width * _MM, height * _MM, {}, False, None, {}, {})


def _unlike(sections: list[Section]) -> list[Section]:
    """One of each size of paper."""
    sizes = {(round(s.width), round(s.height)): s for s in sections}
    return list(sizes.values())


def _fonts(pdf: pypdfium2.PdfDocument) -> Counter[str]:
    """How many of the letters asked are set in which font."""
    found: Counter[str] = Counter()
    for page in _pages(pdf):
        text = page.get_textpage()
        for at in range(0, text.count_chars(), _STEP):
            if name := _font_at(text, at):
                found[name] += 1
    return found


def _font_at(text: pypdfium2.PdfTextPage, at: int) -> str:
    letter = pdfium.FPDFText_GetUnicode(text, at)
    if not chr(letter).isalpha():
        return ""
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    size = pdfium.FPDFText_GetFontInfo(text, at, buffer, len(buffer), flags)
    name = buffer.value.decode("utf-8", "replace") if 0 < size <= len(buffer) else ""
    return name.partition("+")[2] or name
