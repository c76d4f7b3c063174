"""A stranger's workbook (.xlsx), read in a process of its own: sheets of plain cells.

What a cell shows is not computed: a formula is told as a formula. Macros, locked files and files
that unpack to too much are refused.
"""

import io
import sys
from dataclasses import asdict, dataclass
from typing import Any

from haidang.text.reading.apart import answer_with, answered, asked
from haidang.text.reading.package import BROKEN, opened
from haidang.text.reading.unreadable import Unreadable

MOST_SECONDS = 30
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 5_000, 200, 40
_OLE = b"\xd0\xcf\x11\xe0"  # a workbook of before 2007, or a locked one
_ZIP = b"PK"
_KINDS = {"n": "number", "f": "formula", "e": "error", "b": "truth", "d": "date"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its address, its words, and its kind: text, number, formula, error, truth, date."""

    at: str
    text: str = ""
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of cells, the ranges that were merged, and whether it is hidden."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[str, ...] = ()
    is_hidden: bool = False


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a workbook, in their order.

    Refuses with Unreadable what is no .xlsx, has macros, is locked or broken, or is too large.
    """
    if data.startswith(_OLE):
        raise Unreadable(
            "old-workbook",
            "Tệp .xls đời cũ hoặc có mật khẩu. Mở bằng Excel, lưu thành .xlsx không mật khẩu.",
        )
    if not data.startswith(_ZIP):
        raise Unreadable("no-workbook", "Tệp này không phải bảng tính .xlsx.")
    answer = answered(asked(__name__, ["read"], data, MOST_SECONDS))
    return tuple(_sheet(row) for row in answer["sheets"])


def _sheet(said: dict[str, Any]) -> Sheet:
    rows = tuple(tuple(Cell(**cell) for cell in row) for row in said["rows"])
    return Sheet(said["name"], rows, tuple(said["merged"]), said["is_hidden"])


def main() -> int:
    """Read the workbook that comes in, within the limits of the process."""
    return answer_with(_read)


def _read(data: bytes) -> dict[str, Any]:
    _refuse_what_acts(data)
    from openpyxl import load_workbook  # only where it reads

    try:
        book = load_workbook(io.BytesIO(data), keep_links=False)
    except (*BROKEN, KeyError, TypeError, AttributeError, IndexError, SyntaxError) as error:
        raise _broken() from error
    if len(book.worksheets) > MOST_SHEETS:
        raise Unreadable("too-large", f"Tệp có quá {MOST_SHEETS} trang tính.")
    return {"sheets": [asdict(_plain(sheet)) for sheet in book.worksheets]}


def _refuse_what_acts(data: bytes) -> None:
    with opened(data) as archive:
        names = archive.namelist()
        if any(name.lower().endswith("vbaproject.bin") for name in names):
            raise Unreadable(
                "macro", "Tệp có macro (.xlsm). Lưu lại thành .xlsx không macro rồi nạp lại."
            )
        if "xl/workbook.xml" not in names:
            raise Unreadable("no-workbook", "Tệp này không phải bảng tính .xlsx.")
        for name in names:
            # A part that declares entities may name other files; no office program writes one.
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(name).upper():
                raise _broken()


def _broken() -> Unreadable:
    words = "Tệp hỏng, không mở được. Mở tệp bằng Excel, lưu lại thành .xlsx rồi nạp lại."
    return Unreadable("broken", words)


def _plain(sheet: Any) -> Sheet:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        words = f"Trang “{sheet.title}” quá lớn: trên {MOST_ROWS} dòng hoặc {MOST_COLUMNS} cột."
        raise Unreadable("too-large", words)
    rows = tuple(tuple(_cell(cell) for cell in row) for row in sheet.iter_rows())
    merged = tuple(str(area) for area in sheet.merged_cells.ranges)
    return Sheet(sheet.title, rows, merged, sheet.sheet_state != "visible")


def _cell(cell: Any) -> Cell:
    if cell.value is None:
        return Cell(cell.coordinate)
    kind = _KINDS.get(cell.data_type, "text")
    text = repr(cell.value) if isinstance(cell.value, float) else str(cell.value)
    return Cell(cell.coordinate, text.strip(), kind)


if __name__ == "__main__":
    sys.exit(main())
