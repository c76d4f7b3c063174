"""Parts into one .docx file whose bytes depend on nothing but the parts."""

import io
import zipfile
from collections.abc import Mapping

FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
START_OF_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
UNIX = 3  # otherwise the zip would say on which system it was made


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip, the ones first by which programs recognise a .docx.

    Stored, not compressed: versions of zlib compress differently, and an issued document is to
    be rebuilt to identical bytes on another machine (promise N9).
    """
    names = [*FIRST, *sorted(set(parts) - set(FIRST))]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name in names:
            entry = zipfile.ZipInfo(name, START_OF_ZIP_TIME)
            entry.create_system = UNIX
            entry.external_attr = 0o600 << 16
            package.writestr(entry, parts[name])
    return file.getvalue()
