"""Word documents: paragraphs, tables and text boxes, with the numbers that Word makes itself."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from haidang.text.blocks import Source
from haidang.text.reading.builder import Cell, TextBuilder
from haidang.text.reading.numbering import Numbering
from haidang.text.reading.unreadable import Unreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAX_XML = 60 * 1024 * 1024
_MAX_RATIO = 200  # a zip bomb unpacks to thousands of times its size
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
_SKIPPED = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}delText",
    f"{W}instrText",
    f"{W}pPr",
    f"{W}rPr",
    f"{_MC}Fallback",
}


def read_docx(data: bytes) -> Source:
    """Read a .docx. Refuses zip bombs, locked, broken and other zip files."""
    parts = _unpack(data)
    document = parse(parts["word/document.xml"])
    body = document.find(f"{W}body")
    if body is None:
        raise Unreadable("broken", "Tệp .docx hỏng: không có nội dung.")
    styles, numbers = parts.get("word/styles.xml"), parts.get("word/numbering.xml")
    reader = _Reader(
        Numbering(parse(numbers) if numbers else None, parse(styles) if styles else None)
    )
    reader.blocks(body, None)
    text = reader.builder.text()
    if not text.strip(" |\n"):
        raise Unreadable("empty", "Văn bản không có chữ.")
    return Source(text, "docx", reader.builder.places())


def _unpack(data: bytes) -> dict[str, bytes]:
    wanted = ("word/document.xml", "word/numbering.xml", "word/styles.xml")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {info.filename: info for info in archive.infolist()}
            if wanted[0] not in names:
                raise Unreadable("archive", "Tệp nén không chứa văn bản Word.")
            for info in names.values():
                if (
                    info.file_size > MAX_XML
                    or info.file_size > max(info.compress_size, 4096) * _MAX_RATIO
                ):
                    raise Unreadable("zip-bomb", "Tệp nén bất thường: mở ra quá lớn.")
                if info.flag_bits & 1:
                    raise Unreadable("password", "Tệp được bảo vệ bằng mật khẩu.")
            return {name: archive.read(name) for name in wanted if name in names}
    except (
        zipfile.BadZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise Unreadable("broken", "Tệp .docx hỏng, không mở được.") from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise Unreadable("broken", "Tệp .docx hỏng, không mở được.") from error


def parse(xml: bytes) -> etree._Element:
    """A part of a .docx as a tree; nothing in it is fetched or expanded. Raises Unreadable."""
    try:
        return etree.fromstring(xml, _PARSER)
    except etree.XMLSyntaxError as error:
        raise Unreadable("broken", "Tệp .docx hỏng: nội dung không đúng định dạng.") from error


class _Reader:
    """Walks the body in order."""

    def __init__(self, numbering: Numbering) -> None:
        self.builder = TextBuilder()
        self._numbering = numbering
        self._paragraphs = self._tables = 0

    def blocks(self, parent: etree._Element, cell: Cell | None) -> None:
        for element in parent:
            if element.tag == f"{W}p":
                self._paragraph(element, cell)
            elif element.tag == f"{W}tbl":
                self._table(element, cell)
            elif element.tag in (
                f"{W}sdt",
                f"{W}sdtContent",
                f"{W}ins",
                f"{W}customXml",
                f"{W}smartTag",
            ):
                self.blocks(element, cell)

    def _paragraph(self, element: etree._Element, cell: Cell | None) -> None:
        self._paragraphs += 1
        words = "".join(_words(element))
        where = (
            f"đoạn {self._paragraphs}" if cell is None else "bảng {}, hàng {}, ô {}".format(*cell)
        )
        if words.strip():
            words = self._numbering.label_of(element) + words.strip()
        self.builder.paragraph(words, where, cell)
        for box in element.iter(f"{W}txbxContent"):
            if not any(up.tag == f"{_MC}Fallback" for up in box.iterancestors()):
                self.blocks(box, cell)

    def _table(self, table: etree._Element, outer: Cell | None) -> None:
        if outer is not None:  # a table in a cell is read as lines of that cell
            for row in table.iter(f"{W}tc"):
                self.blocks(row, outer)
            return
        self._tables += 1
        number = self._tables
        for row_number, row in enumerate(table.iter(f"{W}tr"), start=1):
            if any(up.tag == f"{W}tc" for up in row.iterancestors()):
                continue
            column = 1
            for cell in _cells(row):
                if column > 1:
                    self.builder.cell_mark()
                if not _continues_above(cell):
                    self.blocks(cell, (number, row_number, column))
                column += _width(cell)
            self.builder.paragraph("", "")


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in row:
        if element.tag == f"{W}tc":
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _cells(element)


def _width(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = span.get(f"{W}val", "1") if span is not None else "1"
    return min(int(value), 60) if value.isdigit() and int(value) else 1


def _continues_above(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _words(element: etree._Element) -> Iterator[str]:
    """The words of a paragraph as accepted: insertions in, deletions out, text boxes apart."""
    for child in element:
        if child.tag in _SKIPPED or child.tag == f"{W}txbxContent":
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag == f"{W}tab":
            yield "\t"
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        else:
            yield from _words(child)
