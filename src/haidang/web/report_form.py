"""A unit's form as a workbook to be filled without a network: only what is to be filled is open."""

import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.filling import Step
from haidang.reporting.returned_form import COLUMNS, MARK, YES, mark_of
from haidang.web.sheets import A4, plain_text

_FACE = "Times New Roman"
_SHADE = PatternFill("solid", start_color="F2F2F2")
_LINE = Border(*(Side(style="thin", color="808080") for _ in range(4)))
FILLED = frozenset(range(5, len(COLUMNS) + 1))  # the columns that the unit fills
ESTIMATE = 6  # the column that is asked only where a round asks what the whole year comes to
Cell = str | int | float | None


def form_of(report: Report, steps: Iterable[Step]) -> bytes:
    """The form of a report: a line for each figure, as it is saved now."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Biểu báo cáo"
    for row in _top(report):
        sheet.append([plain_text(words) for words in row])
    head = sheet.max_row + 1
    sheet.append([name for name, _ in COLUMNS])
    asked = FILLED if report.round.has_estimate else FILLED - {ESTIMATE}
    for step in steps:
        for figure in step.rows:
            sheet.append(_row(figure, has_estimate=report.round.has_estimate))
            _dress(sheet, asked if step.is_open else frozenset())
    _lay_out(sheet, head)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _top(report: Report) -> Iterator[Sequence[str]]:
    round = report.round
    yield [f"{report.unit}: {round.regime}, {round.period}"]
    yield [MARK, mark_of(report)]
    days = f"{round.data_from:%d/%m/%Y} – {report.counted_to:%d/%m/%Y}"
    yield [f"Số thực hiện tính {days}. Chỉ ghi vào ô trắng; không có gì thì ghi “{YES}”."]


def _row(figure: Figure, *, has_estimate: bool) -> list[Cell]:
    indicator = figure.indicator
    return [
        *(indicator.code, plain_text(indicator.name), plain_text(indicator.unit_name)),
        _number(figure.logged),
        None if figure.is_none else _number(figure.value),
        _number(figure.estimate) if has_estimate else None,
        YES if figure.is_none else None,
        figure.get_reason_display() if figure.reason else None,
        plain_text(figure.note) or None,
    ]


def _number(value: Decimal | None) -> Cell:
    if value is None:
        return None
    return int(value) if value == value.to_integral() else float(value)


def _dress(sheet: Worksheet, to_be_filled: Collection[int]) -> None:
    for number, cell in enumerate(sheet[sheet.max_row], start=1):
        if isinstance(cell.value, str):
            cell.data_type = "s"  # what people typed is never a formula
        to_fill = number in to_be_filled
        cell.font, cell.border = Font(name=_FACE, size=12), _LINE
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.protection = Protection(locked=not to_fill)
        if number == 1:
            cell.number_format = "@"  # 1.10 is a code, not a number
        if not to_fill:
            cell.fill = _SHADE


def _lay_out(sheet: Worksheet, head: int) -> None:
    for number, (_, width) in enumerate(COLUMNS, start=1):
        column = sheet.cell(head, number)
        sheet.column_dimensions[column.column_letter].width = width
        column.font = Font(name=_FACE, size=12, bold=True)
        column.fill, column.border = _SHADE, _LINE
        column.alignment = Alignment(vertical="center", wrap_text=True)
    sheet["A1"].font = Font(name=_FACE, size=14, bold=True)
    sheet.freeze_panes = sheet.cell(head + 1, 3)
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    last = max(sheet.max_row, head + 1)
    _offer(sheet, f"G{head + 1}:G{last}", [YES])
    _offer(sheet, f"H{head + 1}:H{last}", [label for _, label in DifferenceReason.choices])
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False


def _offer(sheet: Worksheet, area: str, words: Sequence[str]) -> None:
    choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    choice.add(area)
    sheet.add_data_validation(choice)
