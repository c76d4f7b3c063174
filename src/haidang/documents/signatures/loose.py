"""Bytes behind a signature that belong to no revision of the file: no tool leaves any.

A reader that mends broken files may take them for a page, where another passes them over.
"""

import os
import re

from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_END = re.compile(rb"startxref\s+\d+\s+%%EOF")
_LONGEST_END = 4096


def has_loose_bytes(embedded: EmbeddedPdfSignature) -> bool:
    """Whether anything but blanks follows the last revision, or a signature in it."""
    reader = embedded.reader
    if embedded.signed_revision == reader.xrefs.total_revisions - 1:
        _, _, start, length = embedded.byte_range
        return bool(_from(embedded, int(start + length)).strip())
    size = reader.stream.seek(0, os.SEEK_END)
    ends = list(_END.finditer(tail := _from(embedded, max(size - _LONGEST_END, 0))))
    return not ends or bool(tail[ends[-1].end() :].strip())


def _from(embedded: EmbeddedPdfSignature, start: int) -> bytes:
    embedded.reader.stream.seek(start)
    rest: bytes = embedded.reader.stream.read()
    return rest
