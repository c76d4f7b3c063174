"""Walks the body of a .docx in the order of the reader and makes a passage of each paragraph."""

import re
from collections.abc import Iterator

from lxml import etree

from haidang.text.checking import drawn
from haidang.text.checking.passages import Passage, Run, typed_line
from haidang.text.checking.properties import child_value
from haidang.text.checking.sections import Section
from haidang.text.checking.styles import Styles
from haidang.text.reading.builder import Cell
from haidang.text.reading.docx_words import boxes_of, shown
from haidang.text.reading.letters import Letters as OldLetters
from haidang.text.reading.numbering import Numbering
from haidang.text.reading.package import MC, W

_WRAPPERS = {
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
} | {f"{MC}Choice", f"{MC}Fallback"}
_GONE = {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "rt", "txbxContent")}
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}
_SIGNS |= {f"{W}noBreakHyphen": "-"}
_PAGE_ENDED = f"{W}lastRenderedPageBreak"
_PARAGRAPH_MARK = f"{W}p"
_UNICODE = re.compile("[\u1ea0-\u1ef9]")


class Walk:
    """The passages of one document; `where` counts as the reader does."""

    def __init__(self, styles: Styles, numbering: Numbering, sections: list[Section]) -> None:
        self.passages: list[Passage] = []
        self.old = OldLetters("")
        self._styles, self._numbering, self._sections = styles, numbering, sections
        self._section = self._tables = 0
        self._page = 0  # unknown where Word has not said where its pages ended
        self._rooms = [0.0]  # the width of the cell in hand, 0 for the page
        self._table: etree._Element | None = None
        self._table_style = ""

    def over(self, body: etree._Element) -> list[Passage]:
        """All passages, in order."""
        self.old = OldLetters(_sample_of(body))
        self._page = int(next(body.iter(_PAGE_ENDED), None) is not None)
        self._blocks(body, None)
        return self.passages

    def _blocks(self, parent: etree._Element, cell: Cell | None) -> None:
        for element in shown(parent):
            if element.tag == _PARAGRAPH_MARK:
                self._paragraph(element, cell)
            elif element.tag == f"{W}tbl":
                self._a_table(element, cell)
            elif element.tag in _WRAPPERS:
                self._blocks(element, cell)

    def _paragraph(self, element: etree._Element, cell: Cell | None) -> None:
        style = self._styles.style_of(element)
        runs = tuple(self._runs(element, style))
        words = "".join(run.words for run in runs)
        number = len(self.passages) + 1
        where = "bảng {}, hàng {}, ô {}".format(*cell) if cell else f"đoạn {number}"
        stance = self._styles.stance_of(element, style, self._table_style)
        label = self._numbering.label_of(element) if words.strip() else ""
        room = self._rooms[-1] or self._sections[self._section].text_width
        passage = Passage(
            words, where, label, element, runs, stance, style, cell, self._table, room,
            min(self._section, len(self._sections) - 1),
        )  # fmt: skip
        passage.page = self._page_of(element)
        passage.drawn += drawn.shapes_on(element)
        passage.drawn += drawn.border_of(element, stance, room)
        passage.drawn += drawn.underline_of(runs)
        passage.drawn += typed_line(words)
        self.passages.append(passage)
        self._end_section(element)
        for box in boxes_of(element):
            self._blocks(box, cell)

    def _page_of(self, element: etree._Element) -> int:
        """The page on which a paragraph begins, as Word last laid it out; 0 where that is unknown.

        A page that ends before its first letter ends above it.
        """
        if not self._page:
            return 0
        begun, first = False, self._page
        for child in element.iter(_PAGE_ENDED, f"{W}t"):
            if child.tag == _PAGE_ENDED:
                self._page += 1
                first += not begun
            else:
                begun = begun or bool(child.text)
        return first

    def _end_section(self, element: etree._Element) -> None:
        if element.find(f"{W}pPr/{W}sectPr") is not None:
            self._sections[self._section].last = len(self.passages) - 1
            self._section = min(self._section + 1, len(self._sections) - 1)

    def _runs(self, element: etree._Element, style: str) -> Iterator[Run]:
        for child in shown(element):
            if child.tag == f"{W}r":
                raw = "".join(_pieces(child))
                if raw:
                    letters = self._styles.letters_of(child, style, self._table_style)
                    words = self.old.unicode_of(raw, letters.font)
                    yield Run(child, raw, words, letters)
            elif child.tag not in _GONE:
                yield from self._runs(child, style)

    def _a_table(self, table: etree._Element, outer: Cell | None) -> None:
        before = self._table, self._table_style
        self._table = table
        self._table_style = child_value(table.find(f"{W}tblPr"), "tblStyle")
        if outer is None:
            self._tables += 1
        for number, row in enumerate(_inside(table, f"{W}tr"), start=1):
            self._row(number, row, outer)
        self._table, self._table_style = before

    def _row(self, number: int, row: etree._Element, outer: Cell | None) -> None:
        column = 1
        for cell in _inside(row, f"{W}tc"):
            properties = cell.find(f"{W}tcPr")
            width = properties.find(f"{W}tcW") if properties is not None else None
            self._rooms.append(drawn.twips_wide(width))
            if not _continues_above(properties):
                self._blocks(cell, outer or (self._tables, number, column))
            self._rooms.pop()
            span = child_value(properties, "gridSpan")
            column += min(int(span), 60) if span.isdecimal() and len(span) < 4 else 1


def _sample_of(body: etree._Element) -> str:
    """Text to tell an old table by; none where letters that only Unicode has are common."""
    text = "".join(words.text or "" for words in body.iter(f"{W}t"))
    return "" if len(_UNICODE.findall(text)) * 50 > len(text) else text


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    for element in parent:
        if element.tag == tag:
            if element.find(f"{W}trPr/{W}del") is None:
                yield element
        elif element.tag in _WRAPPERS:
            yield from _inside(element, tag)


def _continues_above(properties: etree._Element | None) -> bool:
    merge = properties.find(f"{W}vMerge") if properties is not None else None
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"
