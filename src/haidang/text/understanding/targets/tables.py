"""Tables of targets: chỉ tiêu | đơn vị tính | năm 2024 | năm 2025."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from haidang.text.blocks import Target
from haidang.text.understanding.paper.paragraphs import Paragraph
from haidang.text.understanding.structure.outline import Item
from haidang.text.understanding.tables.heads import Row, columns_of, rows_of
from haidang.text.understanding.targets.quantities import Quantity, quantities_in

_NAME = re.compile(
    r"(?:tên\s+|các\s+|nội dung\s+)?(?:chỉ tiêu|chỉ số|mục tiêu|tiêu chí)\b.{0,40}", re.IGNORECASE
)
_MEASURE = re.compile(r"(?:đơn vị(?:\s+tính)?|đvt|đ\.?v\.?t)\b.{0,10}", re.IGNORECASE)
_VALUE = re.compile(
    r"(?:(?:kế hoạch|mục tiêu|chỉ tiêu|phấn đấu|dự kiến|giao|số lượng|giá trị|đến)\b.{0,40}|"
    r"(?:đến\s+)?(?:hết\s+)?(?:năm\s+)?20\d\d)",
    re.IGNORECASE,
)
_DONE = re.compile(r"thực hiện|kết quả|ước|đạt được|thực tế|hiện trạng|so sánh", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A row that states targets, one for each year it has a column for."""

    targets: tuple[Target, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    name: int
    measure: int | None
    values: dict[int, int | None]  # column to year


def rows_of_targets(items: Sequence[Item], source: str, year: int | None) -> list[TargetRow]:
    """The rows of all tables that name their columns as tables of targets do."""
    heads: dict[int, _Head] = {}
    found: list[TargetRow] = []
    for (table, _), row in sorted(rows_of([item.paragraph for item in items]).items()):
        if head := _head_of(row, year):
            heads[table] = head
        elif table in heads and (targets := tuple(_targets(row, heads[table], source))):
            found.append(TargetRow(targets, tuple(p for cell in row.values() for p in cell)))
    return found


def _head_of(row: Row, year: int | None) -> _Head | None:
    words = {column: " ".join(p.text for p in cell).strip() for column, cell in row.items()}
    name = next((column for column, text in words.items() if _NAME.fullmatch(text)), None)
    if name is None or columns_of(row):
        return None
    measure = next((column for column, text in words.items() if _MEASURE.fullmatch(text)), None)
    values = {
        column: int(named[-1]) if (named := _YEAR.findall(text)) else year
        for column, text in words.items()
        if column not in (name, measure) and _VALUE.fullmatch(text) and not _DONE.search(text)
    }
    return _Head(name, measure, values) if values else None


def _targets(row: Row, head: _Head, source: str) -> Iterator[Target]:
    name = row.get(head.name)
    if not name or not any(paragraph.words for paragraph in name):
        return
    measure = _text(row, head.measure) if head.measure is not None else None
    for column, year in head.values.items():
        quantity = _alone(_text(row, column) or "")
        if quantity is None:
            continue
        parts = [part for cell in (name, row[column]) for p in cell for part in p.parts]
        start = min(begin for begin, _ in parts)
        words = source[start : max(end for _, end in parts)].strip()
        yield _target(words, source.index(words, start), quantity, measure, year)


def _target(
    words: str, start: int, quantity: Quantity, measure: str | None, year: int | None
) -> Target:
    return Target(
        words,
        start,
        start + len(words),
        quantity=quantity.number,
        upper=quantity.upper,
        measure=quantity.measure or (measure[:100] if measure else None),
        bound=quantity.bound,
        year=year,
    )


def _text(row: Row, column: int | None) -> str | None:
    cell = row.get(column) if column is not None else None
    return " ".join(paragraph.text for paragraph in cell).strip() or None if cell else None


def _alone(words: str) -> Quantity | None:
    """The quantity that a cell holds and nothing besides."""
    quantity = next(quantities_in(words, 0, len(words)), None)
    if quantity is None or words[: quantity.start].strip() or words[quantity.end :].strip(" ."):
        return None
    return quantity
