"""Web pages and documents that Word saved as a page."""

import re
from collections.abc import Iterator

from lxml import etree, html

from haidang.text.blocks import Source
from haidang.text.reading.builder import Cell, TextBuilder
from haidang.text.reading.letters import Letters
from haidang.text.reading.page_styles import font_of, is_hidden, is_notes, label_of, number_items
from haidang.text.reading.unreadable import Unreadable

_BLOCKS = frozenset(
    "p div li h1 h2 h3 h4 h5 h6 blockquote pre center section article dt dd caption".split()
)
_SILENT = frozenset(
    "script style head title meta link template noscript object svg nav del".split()
)
MAX_PAGE = 20 * 1024 * 1024  # its tree takes ten times as much
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)

_Step = tuple[str, etree._Element | str, Cell | None, str]


def read_html(data: bytes, charset: str | None = None) -> Source:
    """Read a page, in the letters that it names unless told. Refuses one without words."""
    if len(data) > MAX_PAGE:
        raise Unreadable("too-large", "Trang quá lớn (trên 20 MB).")
    found = _CHARSET.search(data[:4096])
    encoding = charset or (found.group(1).decode("ascii") if found else "utf-8")
    if data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8"
    root = _parse(data, encoding)
    letters = Letters("".join(map(str, root.itertext())) if root is not None else "")
    reader = _Reader(letters)
    if root is not None:
        reader.walk(root, None)
        reader.flush(None)
    notes_at = len(reader.builder.text())
    for notes in reader.notes:
        reader.walk(notes, None)
        reader.flush(None)
    text = reader.builder.text()
    if not text.strip(" |\n"):
        raise Unreadable("empty", "Trang không có chữ.")
    return Source(
        text,
        "html",
        reader.builder.places(),
        letters.warnings(),
        notes_at if reader.notes else None,
        tuple(reader.reached),
    )


def _parse(data: bytes, encoding: str) -> etree._Element | None:
    try:
        return html.document_fromstring(
            data, parser=html.HTMLParser(encoding=encoding, no_network=True, huge_tree=True)
        )
    except LookupError:
        return _parse(data, "utf-8")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


class _Reader:
    """Walks the page and gathers the words of each block."""

    def __init__(self, letters: Letters) -> None:
        self.builder = TextBuilder()
        self.notes: list[etree._Element] = []
        self.reached: list[Cell] = []  # cells merged with the one above them
        self._letters = letters
        self._words: list[str] = []
        self._paragraphs = self._tables = 0

    def walk(self, root: etree._Element, cell: Cell | None) -> None:
        """Visit a block and all in it; deep nests are walked without deep calls."""
        todo: list[_Step] = [("in", root, cell, "")]
        while todo:
            act, thing, here, font = todo.pop()
            if act == "say":
                words = re.sub(r"\s+", " ", str(thing))
                self._words.append(self._letters.unicode_of(words, font))
            elif act == "break":
                self._words.append("\n")
            elif act == "flush":
                self.flush(here)
            elif act == "mark":
                self.builder.cell_mark()
            elif act == "blank":
                self.builder.paragraph("", "")
            elif isinstance(thing, etree._Element):
                todo += reversed(self._steps(thing, here, font, thing is root))

    def _steps(
        self, element: etree._Element, cell: Cell | None, font: str, is_root: bool
    ) -> list[_Step]:
        if not isinstance(element.tag, str) or element.tag in _SILENT or is_hidden(element):
            return []
        if is_notes(element) and not is_root:
            self.notes.append(element)
            return []
        if element.tag == "br":
            return [("break", "", cell, "")]
        if element.tag == "table" and cell is None:
            return self._table_steps(element)
        return self._block_steps(element, cell, font_of(element) or font)

    def _block_steps(self, element: etree._Element, cell: Cell | None, font: str) -> list[_Step]:
        is_block = element.tag in _BLOCKS or element.tag in ("td", "th", "tr", "table")
        edge: list[_Step] = [("flush", "", cell, "")] if is_block else []
        number_items(element)
        steps = [*edge]
        steps += [
            ("say", words, cell, font) for words in (label_of(element), element.text) if words
        ]
        for child in element:
            steps.append(("in", child, cell, font))
            if child.tail:
                steps.append(("say", child.tail, cell, font))
        return steps + edge

    def _table_steps(self, table: etree._Element) -> list[_Step]:
        self._tables += 1
        steps: list[_Step] = [("flush", "", None, "")]
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        for row_number, column, cell in _grid(rows):
            if column > 1:
                steps.append(("mark", "", None, ""))
            here = (self._tables, row_number, column)
            if cell is None:
                self.reached.append(here)
            else:
                steps += [("in", cell, here, ""), ("flush", "", here, "")]
        return [*steps, ("blank", "", None, "")]  # the text alone must tell where it ends

    def flush(self, cell: Cell | None) -> None:
        """Close the block that is open."""
        words = "".join(self._words)
        words = "\n".join(line.strip() for line in words.split("\n"))
        self._words = []
        if words.strip():
            self._paragraphs += 1
            where = (
                f"đoạn {self._paragraphs}"
                if cell is None
                else "bảng {}, hàng {}, ô {}".format(*cell)
            )
            self.builder.paragraph(words, where, cell)


def _grid(rows: list[etree._Element]) -> Iterator[tuple[int, int, etree._Element | None]]:
    """Row, column and cell, all from 1; None where a cell above reaches into the place."""
    below: dict[int, int] = {}  # columns that a cell above reaches into, for how many rows more
    for number, row in enumerate(rows, start=1):
        column = 1
        for cell in [*row.iterchildren("td", "th"), None]:
            while below.get(column):
                below[column] -= 1
                yield number, column, None
                column += 1
            if cell is not None:
                yield number, column, cell
                width, height = _span(cell, "colspan"), _span(cell, "rowspan")
                below.update(dict.fromkeys(range(column, column + width), height - 1))
                column += width


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "1")[:9]
    return min(int(value), 60) if value.isdecimal() and int(value) else 1
