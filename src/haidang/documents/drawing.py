"""Both files of an issued document, drawn from what is kept of it and from nothing else (N9)."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pypdfium2

from haidang import text
from haidang.text.blocks import Document
from haidang.text.layout import Margins
from haidang.text.templates import fill
from haidang.text.writing import write_docx
from haidang.text.writing.pdf import write_pdf

PDF = "application/pdf"
_DRAWN_BY = ("blocks.py", "layout", "writing", "templates")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The two files."""

    docx: bytes
    pdf: bytes


def drawn(document: Document, margins: Margins, template: bytes | None) -> Drawn:
    """A document as .docx and as PDF; the .docx from a template of the authority if it has one.

    Refuses as the writers do.
    """
    docx = fill(template, document) if template else write_docx(document, margins)
    return Drawn(docx, write_pdf(document, margins))


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


@cache
def layout_version() -> str:
    """A name for the page rules and the writers of this version: another one may draw otherwise."""
    home = Path(next(iter(text.__path__)))
    found = hashlib.sha256(version("typst").encode())
    for name in _DRAWN_BY:
        at = home / name
        for path in sorted(at.rglob("*")) if at.is_dir() else [at]:
            if path.is_file() and path.suffix != ".pyc":
                found.update(path.relative_to(home).as_posix().encode() + path.read_bytes())
    return found.hexdigest()[:16]
