"""Tables as .xlsx: what people typed stays text, and a printer finds its headings."""

import datetime as dt
import io

import openpyxl

from haidang.web.sheets import workbook

COLUMNS = (("Số", 8), ("Trích yếu", 40), ("Ngày", 12))


def opened(*rows):
    return openpyxl.load_workbook(io.BytesIO(workbook("Sổ thử", COLUMNS, rows))).active


def test_rows_stand_under_their_headings():
    sheet = opened((1, "Kế hoạch", dt.date(2024, 11, 25)), (2, None, None))

    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "Sổ thử"
    assert rows[1] == ["Số", "Trích yếu", "Ngày"]
    assert rows[2] == [1, "Kế hoạch", dt.datetime(2024, 11, 25)]
    assert rows[3] == [2, None, None]
    assert sheet["C3"].number_format == "dd/mm/yyyy"


def test_what_begins_like_a_formula_is_none():
    sheet = opened(("=1+1", "+SUM(A1)", "@x"))

    assert [(cell.value, cell.data_type) for cell in sheet[3]] == [
        ("=1+1", "s"),
        ("+SUM(A1)", "s"),
        ("@x", "s"),
    ]


def test_letters_that_a_sheet_cannot_hold_are_left_out():
    assert opened(("a\x00b\x1fc",))["A3"].value == "abc"


def test_it_prints_on_landscape_a4_with_its_headings():
    sheet = opened()

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.freeze_panes == "A3"
    assert sheet.column_dimensions["B"].width == 40
