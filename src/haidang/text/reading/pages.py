"""One page of a pdf, as its layer of text gives it, put on lines."""

from dataclasses import dataclass

import pypdfium2

from haidang.text.reading.layout import Line, laid_out
from haidang.text.reading.page_letters import runs_of
from haidang.text.reading.pictures import is_picture


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its lines, whether they were recognised in a picture, or are still to be."""

    lines: tuple[Line, ...]
    width: float
    height: float
    is_picture: bool = False
    is_recognised: bool = False

    @property
    def words(self) -> str:
        """All its lines."""
        return "\n".join(line.words for line in self.lines)


def page_of(document: pypdfium2.PdfDocument, number: int) -> Page:
    """One page as it stands."""
    page = document[number]
    if document.formenv:
        page.flatten()  # numbers and dates filled into a form become part of the page ...
        page.close()
        page = document[number]  # ... when it is opened again
    width, height = page.get_size()
    read = Page(tuple(laid_out(runs_of(page), width, height)), width, height)
    picture = is_picture(page, read.words)
    page.close()
    return Page(read.lines, width, height, picture)
