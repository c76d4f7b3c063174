"""What stands in a PDF: the text of its pages, and the letters of it that can be compared."""

import re
import unicodedata

import pypdfium2


def pages_of_pdf(data):
    """The text of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def lines_of_pdf(data):
    """The lines of each page, white space made one space."""
    return [
        [" ".join(line.split()) for line in page.splitlines() if line.strip()]
        for page in pages_of_pdf(data)
    ]


def said_in(pages):
    """The letters of all pages, their numbers left out."""
    return letters("".join(re.sub(r"\A\d+\s", "", page) for page in pages))


def letters(words):
    """The letters without white space, as lines break elsewhere in each format, and hyphens.

    A hyphen that ends a line is taken for one that parts a word by the reader of PDF used here.
    """
    return re.sub(r"[\s\ufffe\x02-]", "", unicodedata.normalize("NFC", words))
