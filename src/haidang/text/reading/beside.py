"""Words of a file that stand beside its text: where a secrecy stamp is still a stamp (N19).

Headers, footers, notes, comments, properties, what was deleted or hidden, the words of pictures.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

_LABEL = re.compile(r"^(?:[-+•*]|\(?\w{1,6}[.)])\s+")
_PICTURES = (b"word/media/", b"Pictures/", b"data:image/")
_LONGEST = 200  # letters of a line that may be a stamp


def words_beside(data: bytes, text: str = "") -> str:
    """What a file says outside its text, line by line; the lines of the text are not among it.

    Refuses with Unreadable what is broken or unpacks to too much.
    """
    known = _lines_of(text)
    lines = (" ".join(line.split()) for line in _words(data))
    return "\n".join(line for line in lines if 0 < len(line) <= _LONGEST and line not in known)


def _words(data: bytes) -> Iterator[str]:
    if data.startswith(b"PK\x03\x04"):
        from haidang.text.reading.beside_parts import words_of_parts  # loads lxml

        yield from words_of_parts(data)
    elif b"%PDF-" in data[:1024]:
        from haidang.text.reading.beside_pages import words_of_pages  # loads pdfium

        yield from words_of_pages(data)
    elif data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        from haidang.text.reading.beside_parts import words_of_parts
        from haidang.text.reading.libreoffice import made_of

        if made := made_of(data):
            yield from words_of_parts(made)
    elif b"<" in data[:4096]:
        from haidang.text.reading.beside_html import words_of_html

        yield from words_of_html(data)


def _lines_of(text: str) -> frozenset[str]:
    """The lines and cells of a text, with and without the number that a program gave them."""
    cells = (" ".join(cell.split()) for cell in re.split(r"[\n|\f]", text))
    return frozenset(known for cell in cells for known in (cell, _LABEL.sub("", cell)))


def degree_pictured(data: bytes) -> str | None:
    """The degree of a stamp that stands in a file as a picture; none without Tesseract."""
    if data.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        from haidang.text.reading.libreoffice import made_of

        data = made_of(data) or b""
    is_pdf = b"%PDF-" in data[:1024]
    if not is_pdf and not any(map(data.__contains__, _PICTURES)):
        return None
    from haidang.text.reading.stamps import degree_in  # loads Pillow, which takes a while

    return degree_in(_pictures(data, is_pdf))


def _pictures(data: bytes, is_pdf: bool) -> "Iterator[Image.Image]":
    from haidang.text.reading.file_pictures import pictures_of_package, pictures_of_page
    from haidang.text.reading.page_stamps import stamps_of_pages

    if is_pdf:
        return stamps_of_pages(data)
    return pictures_of_package(data) if data.startswith(b"PK") else pictures_of_page(data)
