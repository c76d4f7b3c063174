"""The parts of the first pages of a pdf that may be a stamp, drawn as pictures."""

import ctypes
from collections.abc import Iterator
from itertools import islice

import pypdfium2
from PIL import Image

from haidang.text.reading.stamp_ink import red_boxes

_PAGES = 2
_MOST_OBJECTS = 3_000
_MOST_STAMPS = 3
_FINE, _COARSE = 300 / 72, 1.0  # dots on a point
_MOST_SIDE = 1_200  # points; a poster is left out
_WIDE, _HIGH = (25.0, 220.0), (10.0, 70.0)  # points: 40 mm by 13 mm, turned a little
_FLATTEST, _TALLEST = 12.0, 1.2  # width against height
_MORE_RED = 60
_FEW_LETTERS = 6  # where the page has more, they were read

_Box = tuple[float, float, float, float]


def stamps_of_pages(data: bytes) -> Iterator[Image.Image]:
    """Pictures that have the size of a stamp, and what is drawn in red ink."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for number in range(min(len(document), _PAGES)):
            page = document[number]
            yield from _of_page(page)
            page.close()
    except pypdfium2.PdfiumError:
        return
    finally:
        document.close()


def _of_page(page: pypdfium2.PdfPage) -> Iterator[Image.Image]:
    raw = pypdfium2.raw
    if max(page.get_size()) > _MOST_SIDE:
        return
    kinds = [raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH]
    things = [*islice(page.get_objects(filter=kinds, max_depth=3), _MOST_OBJECTS)]
    images = [thing.get_bounds() for thing in things if thing.type == raw.FPDF_PAGEOBJ_IMAGE]
    boxes = [box for box in images if _is_like_a_stamp(box)]
    is_red = any(map(_is_red, things)) or raw.FPDFPage_GetAnnotCount(page) > 0
    if is_red or len(images) > len(boxes):
        boxes += [box for box in _red_boxes(page) if _is_like_a_stamp(box)]
    yield from (_drawn(page, box) for box in islice(_unread(page, boxes), _MOST_STAMPS))


def _red_boxes(page: pypdfium2.PdfPage) -> Iterator[_Box]:
    _, height = page.get_size()
    for left, top, right, bottom in red_boxes(page.render(scale=_COARSE).to_pil()):
        yield left / _COARSE, height - bottom / _COARSE, right / _COARSE, height - top / _COARSE


def _is_like_a_stamp(box: _Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    has_size = _WIDE[0] < width < _WIDE[1] and _HIGH[0] < height < _HIGH[1]
    return has_size and _TALLEST < width / height < _FLATTEST


def _unread(page: pypdfium2.PdfPage, boxes: list[_Box]) -> Iterator[_Box]:
    """Those without letters of the page's own text."""
    if not boxes:
        return
    text = page.get_textpage()
    for box in boxes:
        words = text.get_text_bounded(*box)
        if sum(letter.isalnum() for letter in words) < _FEW_LETTERS:
            yield box
    text.close()


def _is_red(thing: pypdfium2.PdfObject) -> bool:
    """Whether it is filled or drawn in red: some stamps are drawn, letter by letter."""
    raw = pypdfium2.raw
    for colour_of in (raw.FPDFPageObj_GetFillColor, raw.FPDFPageObj_GetStrokeColor):
        red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
        if colour_of(thing, red, green, blue, solid):
            is_red = red.value - max(green.value, blue.value) > _MORE_RED
            if is_red and solid.value:
                return True
    return False


def _drawn(page: pypdfium2.PdfPage, box: _Box) -> Image.Image:
    width, height = page.get_size()
    left, bottom, right, top = box
    crop = (max(left, 0), max(bottom, 0), max(width - right, 0), max(height - top, 0))
    picture: Image.Image = page.render(scale=_FINE, crop=crop).to_pil()
    return picture
