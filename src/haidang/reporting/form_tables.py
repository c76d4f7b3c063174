"""The tables of a form: where their columns are, and what stands in a row."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

Row = Sequence[str]
NAME_HEADS = ("chỉ tiêu", "nội dung", "tên chỉ tiêu")
UNIT_HEADS = ("đơn vị tính", "đvt", "đơn vị")
NUMBER_HEADS = ("stt", "tt", "số tt", "số thứ tự")
NUMBERING = re.compile(r"^\s*(?:[IVXLC]+|[A-ZĐ]|\d{1,3}(?:\.\d{1,3})*)\s*[.)/\-:]\s+")
FIRST_ROWS = 30


@dataclass(slots=True)
class Grid:
    """A table in plain words, whatever file it stood in."""

    name: str
    rows: list[list[str]]


@dataclass(frozen=True, slots=True)
class Head:
    """Where the columns of a table are."""

    row: int
    name: int
    unit: int | None
    number: int | None


def head_of(rows: Sequence[Row]) -> Head | None:
    """The row that names the columns, near the top; None where a table has none."""
    for place, row in enumerate(rows[:FIRST_ROWS]):
        heads = [_plain(cell) for cell in row]
        names = [column for column, cell in enumerate(heads) if cell.startswith(NAME_HEADS)]
        if names:
            unit = [column for column, cell in enumerate(heads) if cell in UNIT_HEADS]
            number = [column for column, cell in enumerate(heads) if cell in NUMBER_HEADS]
            if unit or number:
                return Head(
                    place, names[0], unit[0] if unit else None, number[0] if number else None
                )
    return None


def across(row: Row, head: Head) -> str:
    """The name of a group, which is often written across the row from its first column on."""
    filled = [cell for cell in row if cell.strip()]
    return filled[0] if len(filled) == 1 and head.number is not None else ""


def is_numbers(row: Row, head: Head) -> bool:
    """A row of column numbers or letters under the head: "(1) (2) (3)", "A B 1 2"."""
    filled = [cell.strip("() ") for cell in row if cell.strip()]
    return len(filled) > 1 and all(len(cell) <= 2 for cell in filled)


def cell_at(row: Row, column: int | None) -> str:
    """The words of a cell on one line."""
    return " ".join(row[column].split()) if column is not None and column < len(row) else ""


def _plain(cell: str) -> str:
    return " ".join(unicodedata.normalize("NFC", cell).casefold().split())


def unnumbered(name: str) -> str:
    """A name without the number before it."""
    return " ".join(NUMBERING.sub("", name, count=1).split()).rstrip(":;")
