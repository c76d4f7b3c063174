"""Stamps that stand in a file as a picture: looked for in few pictures, for a short while (N19).

A picture of a stamp, red ink on a page, the head of a page that was put in as a picture.
"""

import time
from collections.abc import Iterator

from PIL import Image

from haidang.text.reading import tesseract
from haidang.text.reading.stamp_ink import is_blue, red_parts
from haidang.text.reading.stamp_words import degree_on, recognised
from haidang.text.understanding.secrecy import secrecy_mark

MOST = 6  # things that are looked at closely
SECONDS = 40.0  # a busy machine looks as closely; at rest all of it takes five
_MOST_RED = 3  # of one picture
_PAPER = 0.45  # share of light dots: a drawing or a page, no photo
_LIGHT = 190
_PAGE_WIDTH = 1_600  # dots at which the head of a page is read
_HEAD = 0.45


def degree_in(pictures: Iterator[Image.Image]) -> str | None:
    """The degree that one of these pictures is stamped with; None where Tesseract is not there."""
    end = time.monotonic() + SECONDS
    left = MOST
    for picture in pictures:
        if not tesseract.is_installed():
            return None
        for part in _parts_of(picture):
            if left == 0 or time.monotonic() > end:
                return None
            left -= 1
            if mark := degree_on(part):
                return mark
        if _is_a_page(picture) and left and time.monotonic() < end:
            left -= 1
            if mark := secrecy_mark(recognised(_head_of(picture), 3)):
                return mark
    return None


def _parts_of(picture: Image.Image) -> Iterator[Image.Image]:
    """What may be a stamp: the picture itself where it has the shape, else its parts in red."""
    if _is_a_stamp(picture):
        yield picture
        return
    for number, part in enumerate(red_parts(picture)):
        if number == _MOST_RED:
            return
        yield part


def _is_a_stamp(picture: Image.Image) -> bool:
    shape = picture.width / picture.height
    return 1 < shape < 10 and picture.height <= 700 and _is_paper(picture) and not is_blue(picture)


def _is_a_page(picture: Image.Image) -> bool:
    shape = picture.height / picture.width
    return 1.2 < shape < 1.7 and picture.width >= 500 and _is_paper(picture)


def _is_paper(picture: Image.Image) -> bool:
    """Whether most of it is light, as paper is, or there is nothing behind the ink."""
    small = picture.convert("RGBA")
    small.thumbnail((120, 120))
    ground = Image.new("RGBA", small.size, "white")
    light = Image.alpha_composite(ground, small).convert("L").histogram()
    return sum(light[_LIGHT:]) > _PAPER * small.width * small.height


def _head_of(page: Image.Image) -> Image.Image:
    head = page.convert("L").crop((0, 0, page.width, round(page.height * _HEAD)))
    return head.resize((_PAGE_WIDTH, round(head.height * _PAGE_WIDTH / head.width)))
