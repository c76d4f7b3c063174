"""Which document a .docx was written from, kept in it as a custom property.

A word processor keeps it when the file is saved, so a draft that comes back finds its base.
"""

import hashlib
import re

from haidang.text.blocks import Document
from haidang.text.reading.package import opened
from haidang.text.stored import as_json
from haidang.text.writing.docx.xml import DECLARATION

PART = "docProps/custom.xml"
NAME = "HaiDangSource"
MOST_BYTES = 2**20
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f'<Relationship Id="rIdOrigin" Type="{_OFFICE}/relationships/custom-properties"'
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # that of all custom properties
_FOUND = re.compile(rb'name="HaiDangSource"[^>]*>\s*<[^>]*lpwstr[^>]*>([0-9a-f]{64})<')


def origin_of(document: Document) -> str:
    """The hash by which a document is known: that of its stored text."""
    return hashlib.sha256(as_json(document).encode()).hexdigest()


def with_origin(parts: dict[str, str], document: Document) -> dict[str, str]:
    """The parts of a .docx with the property added."""
    relations, types = parts["_rels/.rels"], parts["[Content_Types].xml"]
    override = f'<Override PartName="/{PART}" ContentType="{_TYPE}"/>'
    return parts | {
        "_rels/.rels": relations.replace(
            "</Relationships>", f'{_RELATION} Target="{PART}"/></Relationships>'
        ),
        "[Content_Types].xml": types.replace("</Types>", f"{override}</Types>"),
        PART: (
            f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties"'
            f' xmlns:vt="{_OFFICE}/docPropsVTypes"><property fmtid="{_FORMAT}" pid="2"'
            f' name="{NAME}"><vt:lpwstr>{origin_of(document)}</vt:lpwstr></property></Properties>'
        ),
    }


def origin_in(data: bytes) -> str | None:
    """The hash in a .docx that came back; None where it has none. Raises Unreadable for bombs."""
    with opened(data) as archive:
        if PART not in archive.namelist() or archive.getinfo(PART).file_size > MOST_BYTES:
            return None
        found = _FOUND.search(archive.read(PART))
    return found[1].decode() if found else None
