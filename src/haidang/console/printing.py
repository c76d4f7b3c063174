"""The PDF that the console writes; what its faces cannot print is told in words."""

import sys
import warnings

from haidang.console.say import Trouble
from haidang.text.blocks import Document
from haidang.text.writing.pdf import (
    MissingLettersWarning,
    NotDrawnError,
    letters_missing_in,
    write_pdf,
)


def printed(document: Document) -> bytes:
    """The document as PDF. Refuses with Trouble what the typesetter cannot draw."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MissingLettersWarning)
        try:
            data = write_pdf(document)
        except NotDrawnError as error:
            raise Trouble(f"Không dựng được PDF: {error}") from error
    if lacking := letters_missing_in(document):
        named = ", ".join(f"U+{ord(letter):04X}" for letter in lacking)
        print(f"  · phông chữ không có ký tự {named}, in dấu thay thế", file=sys.stderr)
    return data
