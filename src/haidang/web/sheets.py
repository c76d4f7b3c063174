"""Tables as .xlsx: headings that stay in sight, text that stays text, a page that prints."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Value = str | int | float | dt.date | None
A4, A3 = 9, 8  # as a workbook names sizes of paper
_FACE = "Times New Roman"


def workbook(
    title: str,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[Value]],
    *,
    notes: Sequence[str] = (),
    paper: int = A4,
) -> bytes:
    """One landscape sheet: a title, notes under it, columns as (heading, width in letters)."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(plain_text(title)[:31])
    head = len(notes) + 2
    sheet.freeze_panes = f"A{head + 1}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", paper
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{head}:{head}"
    for number, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_cell(sheet, title, Font(name=_FACE, size=14, bold=True))])
    for note in notes:
        sheet.append([_cell(sheet, note, Font(name=_FACE, size=12, italic=True), wrap=False)])
    sheet.append([_cell(sheet, name, Font(name=_FACE, size=12, bold=True)) for name, _ in columns])
    font = Font(name=_FACE, size=12)
    for row in rows:
        sheet.append([_cell(sheet, value, font) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(sheet: object, value: Value, font: Font, *, wrap: bool = True) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=plain_text(value) if isinstance(value, str) else value)
    cell.font, cell.alignment = font, Alignment(vertical="top", wrap_text=wrap)
    if isinstance(value, str):
        cell.data_type = "s"  # what people typed is never a formula, also where it begins with "="
    elif isinstance(value, dt.date):
        cell.number_format = "dd/mm/yyyy"
    return cell


def plain_text(value: str) -> str:
    """The words without what a workbook cannot hold."""
    plain: str = ILLEGAL_CHARACTERS_RE.sub("", value)
    return plain
