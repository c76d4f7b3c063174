"""A document as one row of slots: each line of it, and each row of a table, with where it stands.

Two documents are compared slot by slot, so one slot is what a person would call a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from haidang.text.blocks import Block, Document, Heading, Paragraph, Table
from haidang.text.compare.aligning import HEAD, ROW
from haidang.text.compare.alike import seen_text, text_key
from haidang.text.layout import wording
from haidang.text.writing.marks import lines_of, runs_of, text_of

COLUMNS = -1  # the row of a table's header
CELL = "\t"  # between the cells of a row, in the text of its slot
# "1.", "a)", "III.", "1.2.", "- ": what an editor renumbers and adds by itself
_LABEL = re.compile(r"\s*(?:(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ])[.)]\s+|[-–—+•*]\s+)")
_CLOSING = re.compile(r"\s*(?:\./\.|(?<!\.)\.)\s*$")
LISTS = {
    "addressees": "Kính gửi",
    "legal_bases": "căn cứ",
    "recipients": "nơi nhận",
    "contact": "thông tin liên hệ",
}


@dataclass(frozen=True)  # no slots: what follows from it is worked out once
class Slot:
    """One line: its zone, the block and row it is (`row` is None outside tables), its words.

    `marked` is the text with the marks of bold type and figures, `text` what is read of it; the
    `label` before it (a number, a dash) and the `tail` behind it are no part of either.
    """

    zone: str
    block: int
    row: int | None
    label: str
    marked: str
    place: str
    folded: bool = False
    section: str = ""
    line: int = 0  # of a block that line breaks part
    tail: str = ""  # the full stop, or the "./." that closes a document

    @cached_property
    def text(self) -> str:
        """What a reader sees, without marks."""
        return plain(self.marked)

    @cached_property
    def key(self) -> str:
        """Equal for slots that may be the same line; a row of a table is never a paragraph."""
        key = CELL.join(text_key(cell, folded=True) for cell in self.text.split(CELL))
        if self.row is None:
            return key
        return f"{HEAD if self.row == COLUMNS else ROW}{key}"

    @cached_property
    def exact(self) -> str:
        """Equal for slots that say the same, also in capitals and small letters."""
        return CELL.join(text_key(cell) for cell in self.text.split(CELL))


def says_same(one: Slot, other: Slot) -> bool:
    """Whether two slots differ in noise only; rows must have as many cells."""
    if one.marked == other.marked:
        return True
    return one.key == other.key and (one.folded or other.folded or one.exact == other.exact)


def plain(marked: str) -> str:
    """A text without its marks, cells still parted."""
    if "[[" not in marked and "**" not in marked:
        return marked
    return CELL.join(text_of(runs_of(cell)) for cell in marked.split(CELL))


def slots_of(document: Document) -> list[Slot]:
    """Every line that is one of several, in the order of the page."""
    found = [*_listed("addressees", document.addressees)]
    found += _listed("legal_bases", document.legal_bases)
    found += _of_blocks("body", "", document.blocks)
    found += _of_blocks("below", "dưới chữ ký", document.below)
    found += _listed("recipients", _named(document))
    found += _listed("contact", document.contact)
    for number, appendix in enumerate(document.appendices):
        name = appendix.label.strip() or f"Phụ lục {number + 1}"
        found += _of_blocks(f"appendix {number}", name, appendix.blocks)
    return found


def _named(document: Document) -> list[str]:
    """The recipients as they are printed, but for "Như trên", which a writer says by itself."""
    printed = wording.recipient_lines(document.recipients, addressed=False)
    named = [wording.without_end(line) for line in printed]
    if not any(wording.without_end(item) for item in document.addressees):
        return named
    return [item for item in named if item != wording.AS_ADDRESSED]


def _listed(zone: str, items: Sequence[str]) -> Iterator[Slot]:
    for number, item in enumerate(items):
        words = wording.without_end(seen_text(item))
        yield Slot(zone, number, None, "", words, f"{LISTS[zone]}, dòng {number + 1}")


def _of_blocks(zone: str, name: str, blocks: Sequence[Block]) -> Iterator[Slot]:
    where = _Where(name)
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            yield from _of_table(zone, number, block, where)
        elif isinstance(block, Heading):
            place, (title, tail) = where.enter(block), _closed(block.title)
            folded, label = block.level <= 1, block.label.strip()
            section = where.section
            yield Slot(zone, number, None, label, title, place, folded, section, tail=tail)
        else:
            yield from _of_paragraph(zone, number, block, where)


def _of_paragraph(zone: str, number: int, block: Paragraph, where: "_Where") -> Iterator[Slot]:
    lines = lines_of(block.text) if block.text.strip() else []
    for at, line in enumerate(lines):
        words, tail = _closed(line)
        label, words = parted(words)
        label = "- " if block.bullet and not at and not label else label
        place, section = where.next(), where.section
        yield Slot(zone, number, None, label, words, place, False, section, at, tail)


def _closed(text: str) -> tuple[str, str]:
    """The words and the full stop behind them; a writer may have made "./." of it."""
    seen = seen_text(text)
    found = _CLOSING.search(seen)
    return (seen[: found.start()], found[0]) if found else (seen, "")


def parted(text: str) -> tuple[str, str]:
    """A paragraph as its label and its words.

    >>> parted("a) Tổ chức 12 buổi")
    ('a) ', 'Tổ chức 12 buổi')
    """
    found = _LABEL.match(text)
    return (found[0], text[found.end() :]) if found else ("", text)


def _of_table(zone: str, number: int, table: Table, where: "_Where") -> Iterator[Slot]:
    name = where.table()
    yield _row(zone, number, COLUMNS, table.columns, f"{name}, hàng tên cột", where.section)
    for at, cells in enumerate(table.rows):
        # The first cell with words is what a person calls the row by.
        called = next((plain(cell) for cell in cells[1:2] + cells[:1] if cell.strip()), "")
        place = f"{name}, hàng {at + 1}" + (f" “{called[:60]}”" if called else "")
        yield _row(zone, number, at, cells, place, where.section)


def _row(zone: str, block: int, row: int, cells: Sequence[str], place: str, section: str) -> Slot:
    words = CELL.join(seen_text(cell) for cell in cells)
    return Slot(zone, block, row, "", words, place, section=section)


class _Where:
    """Says in words where a paragraph stands: its headings, and which one under them it is."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.path: list[tuple[int, str]] = []
        self.paragraphs = self.tables = 0

    @property
    def section(self) -> str:
        path = ".".join(label for _, label in self.path)
        under = f"mục {path}" if path else ""
        return ", ".join(part for part in (self.name, under) if part)

    def enter(self, heading: Heading) -> str:
        label = heading.label.strip()
        self.path = [entry for entry in self.path if entry[0] < heading.level]
        if label:
            self.path.append((heading.level, label))
        self.paragraphs = 0
        return self._joined("tên mục")

    def next(self) -> str:
        self.paragraphs += 1
        return self._joined(f"đoạn {self.paragraphs}")

    def table(self) -> str:
        self.tables += 1
        return self._joined(f"bảng {self.tables}")

    def _joined(self, last: str) -> str:
        return ", ".join(part for part in (self.section, last) if part)
