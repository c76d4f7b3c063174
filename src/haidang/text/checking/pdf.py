"""A PDF as far as it can be judged: its words, its paper, and how its letters are printed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from haidang.text.blocks import Source
from haidang.text.checking.glyphs import MM, Glyphs, font_at, glyphs_of, letter_at, runs_of
from haidang.text.checking.naming.annexes import name_annexes
from haidang.text.checking.naming.body import OPENS_BASIS, name_body
from haidang.text.checking.naming.header import NUMBER as NUMBER_LINE
from haidang.text.checking.naming.header import PLACE_DATE as PLACE_DATE_LINE
from haidang.text.checking.naming.header import component_of, name_header
from haidang.text.checking.naming.named import named
from haidang.text.checking.naming.tail import name_tail
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box, Passage, Run
from haidang.text.checking.printed import Printed, centre_of, measured
from haidang.text.checking.sections import Section
from haidang.text.layout.boxes import SUBJECT, TYPE_NAME
from haidang.text.layout.kinds import kind_of
from haidang.text.reading.builder import Cell
from haidang.text.reading.pdf import read_pdf
from haidang.text.understanding.boxes.header import header_of
from haidang.text.understanding.paper.columns import joined, pieces_of
from haidang.text.understanding.paper.lines import Line, lines_of
from haidang.text.understanding.paper.markers import Rank, marker_of
from haidang.text.understanding.paper.paragraphs import paragraphs_of
from haidang.text.understanding.paper.zones import Zones, zones_of
from haidang.text.understanding.words.letters import is_capitals

_PAGE = re.compile(r"trang (\d+)")
_LEAST_TEXT = 11  # points
_LEAST_PROSE = 120  # letters
_STEP = 25  # letters between two whose font is asked for
_MOST_PAGES = 20
_MOST_OF_A_PAGE = 0.7


def paper_of_pdf(data: bytes) -> Paper:
    """A PDF taken apart. Refuses with Unreadable what the reader refuses."""
    source = read_pdf(data)
    zones = zones_of(lines_of(source))
    with pypdfium2.PdfDocument(data) as pdf:
        sizes = [_size(page) for page in _pages(pdf)]
        scanned = any(place.is_recognised for place in source.places) or _is_scanned(pdf)
        fonts = Counter[str]() if scanned else _fonts(pdf)
        pages = [] if scanned else [glyphs_of(page) for page in _pages(pdf)]
    printed = measured(pages, sizes) if pages else Printed()
    boxes = list(_boxes(_Printer(source, Glyphs(pages), printed), zones))
    passages = list(dict.fromkeys(box.passage for box in boxes))
    sections = [Section(None, *size, printed.margins, False, None, {}, {}) for size in sizes]
    return Paper(
        source.text, passages, boxes, header_of(zones), _unlike(sections),
        fonts=fonts, is_recognised=scanned, printed=printed,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Printer:
    """Makes passages of words, and finds how they are printed."""

    source: Source
    glyphs: Glyphs
    printed: Printed

    def passage(self, words: str, at: int, cell: Cell | None = None) -> Passage:
        """Words that begin at a place of the text."""
        where = next((place.where for place in self.source.places if place.end > at), "")
        made = Passage(words, where, cell=cell)
        page = _PAGE.match(where)
        found = self.glyphs.of(words, int(page[1])) if page else []
        # the program that gives numbers and dates has letters of its own
        stamped = NUMBER_LINE.match(words) or PLACE_DATE_LINE.search(words)
        runs = runs_of([g for g in found if not (stamped and g.letter.isdecimal())])
        if cell or not _is_uncertain(words, runs):
            made.runs = runs
        if (centre := centre_of(found)) is not None:
            self.printed.centres[made] = centre
        return made


def _is_uncertain(words: str, runs: Iterable[Run]) -> bool:
    """Whether words may be a footnote or a cell of a table, which look as they like."""
    size = max((run.letters.size for run in runs), default=0)
    return size < _LEAST_TEXT or (len(words) < _LEAST_PROSE and marker_of(words).rank is Rank.NONE)


def _size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    width, height = page.get_size()
    return width * MM, height * MM


def _is_scanned(pdf: pypdfium2.PdfDocument) -> bool:
    """Whether a picture fills the first page, so that its words are what a machine read in it."""
    page = pdf[0]
    width, height = page.get_size()
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, foot, right, top = picture.get_bounds()
        if (right - left) * (top - foot) > width * height * _MOST_OF_A_PAGE:
            return True
    return False


def _boxes(printer: _Printer, zones: Zones) -> Iterator[Box]:
    yield from name_header(_columns(printer, zones.header))
    zones = _as_templated(zones)
    title = [zones.type_line] if zones.type_line else []
    for component, lines in ((TYPE_NAME, title), (SUBJECT, zones.title)):
        words = " ".join(line.words for line in lines)
        if words and not OPENS_BASIS.match(words):  # of a paper that has no subject
            yield named(component, printer.passage(words, lines[0].start, (0, 0, 0)))
    yield from name_body(_paragraphs(printer, zones.body))
    yield from name_tail(_columns(printer, zones.tail))
    yield from name_annexes(_paragraphs(printer, zones.annexes))


def _as_templated(zones: Zones) -> Zones:
    """What stands below a type without a subject (Phụ lục III, mẫu 1.7 to 1.10) is its text."""
    kind = kind_of(header_of(zones).document_type)
    if kind is None or kind.has_subject:
        return zones
    return replace(zones, title=[], body=[*zones.title, *zones.body])


def _columns(printer: _Printer, lines: list[Line]) -> list[Passage]:
    """The pieces of two columns; what a signature shows of itself is no letter of the page."""
    at = lines[0].start if lines else 0
    pieces = joined(pieces_of(lines))
    made = [printer.passage(piece.words, at, (0, 0, 1 + piece.right)) for piece in pieces]
    names = [passage for passage in made if _is_bare_name(passage.words)]
    on_page = [passage for passage in names if passage in printer.printed.centres]
    # where no name is found the letters of the file are others than those that are seen
    beside = set(names) - set(on_page) if on_page else set()
    return [passage for passage in made if passage not in beside]


def _is_bare_name(words: str) -> bool:
    return is_capitals(words) and component_of(words) is None


def _paragraphs(printer: _Printer, lines: list[Line]) -> list[Passage]:
    return [
        printer.passage(paragraph.text, paragraph.parts[0][0])
        for paragraph in paragraphs_of(printer.source.text, lines)
    ]


def _pages(pdf: pypdfium2.PdfDocument) -> Iterable[pypdfium2.PdfPage]:
    return (pdf[number] for number in range(min(len(pdf), _MOST_PAGES)))


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
            if letter_at(text, at).isalpha() and (name := font_at(text, at)):
                found[name] += 1
    return found
