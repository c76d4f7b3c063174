"""The words of sheets and slides, to look for secrecy marks in them; nothing else is read."""

import re
from collections.abc import Iterator

from haidang.text.reading.package import MAX_XML, opened, parse
from haidang.text.reading.unreadable import Unreadable

# Shared words and sheets, headers and comments; slides, notes and masters.
PARTS = re.compile(r"(xl|ppt)/(?!theme|styles|calcChain|tableStyles).*\.xml$")
LINES = ("{*}si", "{*}is", "{*}p", "{*}oddHeader", "{*}oddFooter", "{*}firstHeader", "{*}text")
CODES = re.compile(r"&(?:[LCRBIUPND]|\d+|\"[^\"]*\")")  # how a sheet's header says where and how


def words_of_package(content: bytes) -> str:
    """Every cell, header, comment and line of a slide on a line of its own.

    Refuses with Unreadable what is broken, locked, or unpacks to too much.
    """
    return "\n".join(_lines(content))


def _lines(content: bytes) -> Iterator[str]:
    left = MAX_XML
    with opened(content) as archive:
        for entry in archive.infolist():
            if not PARTS.match(entry.filename):
                continue
            left -= entry.file_size
            if left < 0:
                raise Unreadable("too-much", "Tệp bung ra quá lớn.")
            root = parse(archive.read(entry))
            for line in root.iter(*LINES):
                yield CODES.sub("\n", "".join(map(str, line.itertext())))
            yield from (sheet.get("name", "") for sheet in root.iter("{*}sheet"))
