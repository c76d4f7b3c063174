"""Tesseract, which recognises the letters of a picture; without it the reader says what to install.

A picture goes in and words with their boxes come out, through pipes: nothing is written to disk.
"""

import shutil
from functools import cache

from haidang.text.reading.picture import Picture
from haidang.text.reading.programs import TooSlow, output_of
from haidang.text.reading.recognised import runs_of
from haidang.text.reading.runs import Run

PACKAGE = "tesseract-ocr-vie"
SECONDS = 60.0  # for one page; an ordinary one takes two


@cache
def is_installed() -> bool:
    """Whether Tesseract and its Vietnamese letters are there."""
    if shutil.which("tesseract") is None:
        return False
    languages = output_of(["tesseract", "--list-langs"], b"", SECONDS)
    return languages is not None and b"vie" in languages.split()


def recognised(picture: Picture) -> list[Run] | None:
    """The words of a picture with their boxes; None where it took too long or failed."""
    dots = str(round(picture.scale * 72))
    command = ["tesseract", "stdin", "stdout", "-l", "vie", "--psm", "3", "--dpi", dots, "tsv"]
    try:
        # With its own threads a page takes five times as long where two cores are busy.
        table = output_of(command, picture.pnm, SECONDS, {"OMP_THREAD_LIMIT": "1"})
    except TooSlow:
        return None
    return None if table is None else runs_of(table.decode("utf-8", "replace"), picture)
