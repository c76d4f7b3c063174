"""The parts of a .docx, unpacked within bounds and parsed with nothing fetched or expanded."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from haidang.text.reading.unreadable import Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAX_XML = 32 * 1024 * 1024
MAX_TAGS = 3_000_000  # a thousand pages have two; each takes a hundred bytes
MAX_PARTS = 5_000
_UNPACKED = (".xml", ".rels")  # a picture of any size stays packed
_MAX_RATIO = 200  # a zip bomb unpacks to thousands of times its size
_SMALL = 4096  # what packs well because it is small is no bomb
_DOCUMENT = "word/document.xml"
_WANTED = ("document", "numbering", "styles", "footnotes", "endnotes")
BROKEN = (  # what zipfile raises where a zip is damaged, locked or of an unknown kind
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
    *(ValueError, NotImplementedError, RuntimeError),
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)

Parts = dict[str, etree._Element]


def parts_of(data: bytes) -> Parts:
    """The parts that a reader needs, by name. Refuses zip bombs, locked, broken and other zips."""
    return {name: parse(xml) for name, xml in _unpacked(data).items()}


def parse(xml: bytes) -> etree._Element:
    """A part of a .docx as a tree; nothing in it is fetched or expanded. Raises Unreadable."""
    if xml.count(b"<") > MAX_TAGS:
        raise _bomb()
    try:
        return etree.fromstring(xml, _PARSER)
    except etree.XMLSyntaxError as error:
        words = "Tệp hỏng, không mở được. Hãy mở tệp bằng Word, lưu lại rồi gửi lại."
        raise Unreadable("broken", words) from error


def manifest_of(data: bytes) -> bytes:
    """The manifest of an .odt. Refuses zip bombs and broken zips."""
    with _opened(data) as archive:
        _check_sizes(archive)
        name = "META-INF/manifest.xml"
        return archive.read(name) if name in archive.namelist() else b""


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The zip, once it is known to be no bomb and not locked."""
    with _opened(data) as archive:
        _check_sizes(archive)
        yield archive


def _unpacked(data: bytes) -> dict[str, bytes]:
    with _opened(data) as archive:
        there = set(archive.namelist())
        if _DOCUMENT not in there:
            raise Unreadable("archive", "Tệp nén không chứa văn bản Word.")
        _check_sizes(archive)
        return {
            name: archive.read(path) for name in _WANTED if (path := f"word/{name}.xml") in there
        }


@contextmanager
def _opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except BROKEN as error:
        raise Unreadable(
            "broken",
            "Tệp hỏng, không mở được. Mở tệp bằng Word, lưu lại (Lưu thành .docx) rồi gửi lại; "
            "nếu vẫn không được, xin nơi gửi gửi lại tệp.",
        ) from error


def _bomb() -> Unreadable:
    return Unreadable("zip-bomb", "Tệp nén bất thường: mở ra quá lớn.")


def _check_sizes(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS:
        raise Unreadable("zip-bomb", "Tệp nén bất thường: có quá nhiều tệp.")
    for part in parts:
        most = max(part.compress_size, _SMALL) * _MAX_RATIO
        if part.filename.endswith(_UNPACKED):
            most = min(MAX_XML, most)
        if part.file_size > most:
            raise _bomb()
        if part.flag_bits & 1:
            raise Unreadable("password", "Tệp được bảo vệ bằng mật khẩu.")
