"""Word documents: paragraphs, tables and text boxes, with the numbers that Word makes itself."""

from collections.abc import Iterator

from lxml import etree

from haidang.text.blocks import Source
from haidang.text.reading.builder import Cell, TextBuilder
from haidang.text.reading.docx_words import Words, boxes_of, loses_its_end, shown
from haidang.text.reading.fonts import Fonts
from haidang.text.reading.letters import Letters
from haidang.text.reading.numbering import Numbering
from haidang.text.reading.package import MC, Parts, W, parts_of
from haidang.text.reading.unreadable import Unreadable

_WRAPPERS = {
    f"{W}sdt",
    f"{W}sdtContent",
    f"{W}ins",
    f"{W}moveTo",
    f"{W}customXml",
    f"{W}smartTag",
    f"{MC}Choice",
    f"{MC}Fallback",
}
_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))


def read_docx(data: bytes) -> Source:
    """Read a .docx as if all changes were accepted; its notes stand behind the text.

    Refuses zip bombs, locked, broken and other zip files.
    """
    parts = parts_of(data)
    body = parts["document"].find(f"{W}body")
    if body is None:
        raise Unreadable("broken", "Tệp .docx hỏng: không có nội dung.")
    letters = Letters("".join(words.text or "" for words in body.iter(f"{W}t")))
    reader = _Reader(
        Numbering(parts.get("numbering"), parts.get("styles")),
        Words(Fonts(parts.get("styles")), letters),
    )
    reader.blocks(body, None)
    notes_at = len(reader.builder.text())
    for number, note in enumerate(_notes(parts, body), start=1):
        reader.note(number, note)
    text = reader.builder.text()
    if not text.strip(" |\n"):
        raise Unreadable("empty", "Văn bản không có chữ.")
    return Source(
        text,
        "docx",
        reader.builder.places(),
        letters.warnings(),
        notes_at if len(text) > notes_at else None,
        tuple(reader.reached),
    )


def _notes(parts: Parts, body: etree._Element) -> Iterator[etree._Element]:
    """The notes that the text refers to, in its order."""
    for part, kind in _NOTES:
        if part not in parts:
            continue
        notes = {note.get(f"{W}id"): note for note in parts[part].iter(f"{W}{kind}")}
        for reference in body.iter(f"{W}{kind}Reference"):
            if (note := notes.pop(reference.get(f"{W}id"), None)) is not None:
                yield note


class _Reader:
    """Walks the body in order."""

    def __init__(self, numbering: Numbering, words: Words) -> None:
        self.builder = TextBuilder()
        self.reached: list[Cell] = []  # cells merged with the one above them
        self._numbering = numbering
        self._words = words
        self._paragraphs = self._tables = 0
        self._begun = ""  # a paragraph whose end was deleted

    def blocks(self, parent: etree._Element, cell: Cell | None) -> None:
        """Read all blocks of a body, a cell or a box."""
        for element in shown(parent):
            if element.tag == f"{W}p":
                self._paragraph(element, cell)
            elif element.tag == f"{W}tbl":
                self._table(element, cell)
            elif element.tag in _WRAPPERS:
                self.blocks(element, cell)
        if self._begun and parent.tag not in _WRAPPERS:
            begun, self._begun = self._begun, ""
            self.builder.paragraph(begun, self._where(cell), cell)

    def note(self, number: int, note: etree._Element) -> None:
        """Read a note behind the text."""
        words = " ".join(self._words.of(part).strip() for part in note.iter(f"{W}p"))
        if words.strip():
            self.builder.paragraph(f"Chú thích {number}: {words.strip()}", f"chú thích {number}")

    def _where(self, cell: Cell | None) -> str:
        if cell is None:
            return f"đoạn {self._paragraphs}"
        return "bảng {}, hàng {}, ô {}".format(*cell)

    def _paragraph(self, element: etree._Element, cell: Cell | None) -> None:
        self._paragraphs += 1
        words = self._begun + self._words.of(element)
        if loses_its_end(element):
            self._begun = words
        else:
            self._begun = ""
            if words.strip():
                words = self._numbering.label_of(element) + words.strip()
            self.builder.paragraph(words, self._where(cell), cell)
        begun, self._begun = self._begun, ""
        for box in boxes_of(element):
            self.blocks(box, cell)
        self._begun = begun

    def _table(self, table: etree._Element, outer: Cell | None) -> None:
        if outer is not None:  # a table in a cell is read as lines of that cell
            for row in _rows(table):
                for cell in _cells(row):
                    self.blocks(cell, outer)
            return
        self._tables += 1
        number = self._tables
        for row_number, row in enumerate(_rows(table), start=1):
            column = 1
            for cell in _cells(row):
                if column > 1:
                    self.builder.cell_mark()
                here = (number, row_number, column)
                if _continues_above(cell):
                    self.reached.append(here)
                else:
                    self.blocks(cell, here)
                column += _width(cell)
            self.builder.paragraph("", "")


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table itself, without those that were deleted."""
    for element in table:
        if element.tag == f"{W}tr" and element.find(f"{W}trPr/{W}del") is None:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _rows(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for element in row:
        if element.tag == f"{W}tc":
            yield element
        elif element.tag in _WRAPPERS:
            yield from _cells(element)


def _width(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = span.get(f"{W}val", "1") if span is not None else "1"
    return min(int(value), 60) if value.isdecimal() and int(value[:9]) else 1


def _continues_above(cell: etree._Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"
