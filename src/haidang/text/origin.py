"""Which document a .docx was written from: a hash in it that a word processor keeps on saving.

A draft that comes back finds its base by it.
"""

import hashlib
import re

from haidang.text.blocks import Document
from haidang.text.reading.package import opened
from haidang.text.stored import as_json

PART = "docProps/custom.xml"
NAME = "HaiDangSource"
MOST_BYTES = 2**20
_FOUND = re.compile(rb'name="HaiDangSource"[^>]*>\s*<[^>]*lpwstr[^>]*>([0-9a-f]{64})<')


def origin_of(document: Document) -> str:
    """The hash by which a document is known: that of its stored text."""
    return hashlib.sha256(as_json(document).encode()).hexdigest()


def origin_in(data: bytes) -> str | None:
    """The hash in a .docx that came back; None where it has none. Raises Unreadable for bombs."""
    with opened(data) as archive:
        if PART not in archive.namelist() or archive.getinfo(PART).file_size > MOST_BYTES:
            return None
        found = _FOUND.search(archive.read(PART))
    return found[1].decode() if found else None
