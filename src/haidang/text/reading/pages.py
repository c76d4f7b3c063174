"""The letters of one page of a pdf, as its layer of text gives them, put on lines."""

import ctypes
from dataclasses import dataclass

import pypdfium2

from haidang.text.reading.layout import Run, laid_out
from haidang.text.reading.pictures import is_picture

MAX_LETTERS = 100_000  # of one page; a full one has four thousand


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its words, whether they were recognised in a picture, or are still to be."""

    words: str
    is_picture: bool = False
    is_recognised: bool = False


def page_of(document: pypdfium2.PdfDocument, number: int) -> Page:
    """One page as it stands."""
    page = document[number]
    if document.formenv:
        page.flatten()  # numbers and dates filled into a form become part of the page ...
        page.close()
        page = document[number]  # ... when it is opened again
    text = page.get_textpage()
    words = laid_out(_runs(text))
    text.close()
    picture = is_picture(page, words)
    page.close()
    return Page(words, picture)


def _runs(text: pypdfium2.PdfTextPage) -> list[Run]:
    """Characters that follow each other on one line, put together."""
    runs: list[Run] = []
    open_run: Run | None = None
    for index in range(min(text.count_chars(), MAX_LETTERS)):
        letter = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
        if letter in "\r\n\0":
            open_run = None
        elif letter.isspace():  # in justified lines its box reaches into the next word
            if open_run is not None:
                open_run.words += " "
        else:
            here = _run_of(text, index, letter)
            if open_run is not None and open_run.goes_on_with(here):
                open_run.add(here)
            else:
                open_run = here
                runs.append(here)
    for run in runs:
        run.words = " ".join(run.words.split())
    return runs


def _run_of(text: pypdfium2.PdfTextPage, index: int, letter: str) -> Run:
    """One letter; its foot is the base line, for "g" and "(" reach below it."""
    left, bottom, right, top = text.get_charbox(index, loose=True)
    x, y = ctypes.c_double(), ctypes.c_double()
    if pypdfium2.raw.FPDFText_GetCharOrigin(text, index, x, y):
        bottom = y.value
    return Run(left, right, bottom, max(top, bottom + 1), "-" if letter == "\ufffe" else letter)
