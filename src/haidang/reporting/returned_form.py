"""A unit's form that came back as a workbook: which row says what. No database.

Whatever is not as it went out is told with its cell, never guessed; one such cell and nothing of
the file is taken.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from haidang.errors import Issue
from haidang.reporting.entered import Entered, Given
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Figure, Report
from haidang.reporting.numerals import LARGEST, shortest
from haidang.text.reading.workbooks import Cell, Sheet

MARK = "Mã biểu"
COLUMNS = (
    ("Mã", 8),
    ("Nội dung", 34),
    ("Đơn vị tính", 12),
    ("Từ nhật ký", 12),
    ("Số thực hiện", 14),
    ("Ước cả năm", 14),
    ("Không phát sinh", 12),
    ("Lý do khác nhật ký", 28),
    ("Ghi chú", 40),
)
HEADINGS = tuple(name for name, _ in COLUMNS)
YES = "x"
_PARTS = {"value": 4, "estimate": 5, "none": 6, "reason": 7, "note": 8}  # columns from 0
_LABELS = {label.casefold(): value for value, label in DifferenceReason.choices}


@dataclass(frozen=True, slots=True)
class Filled:
    """What a workbook says: each figure by its code, and at which cell each of its parts stands."""

    figures: Mapping[str, Entered]
    cells: Mapping[str, str]

    def at(self, issue: Issue) -> Issue:
        """The same issue, told with the cell that it is about."""
        cell = self.cells.get(issue.field)
        return Issue(issue.name, f"Ô {cell}: {issue.message}", issue.field) if cell else issue


def mark_of(report: Report) -> str:
    """The code on a form that says whose it is, and of which round.

    Whoever types it anew makes a mistake that the last letters show.
    """
    words = f"{report.round.period.year}-{report.pk:04d}"
    asked = f"{words}/{report.round_id}/{report.unit_id}"
    return f"BIEU-{words}-{hashlib.sha256(asked.encode()).hexdigest()[:4].upper()}"


def read_form(
    sheets: Sequence[Sheet], report: Report, rows: Iterable[Figure]
) -> tuple[Filled, list[Issue]]:
    """What a workbook that came back says, and what is wrong with its cells."""
    issues = [*_hidden(sheets)]
    sheet = next((one for one in sheets if _place(one, MARK)), None)
    if sheet is None:
        words = f"Tệp này không phải biểu của báo cáo: không có ô “{MARK}”. Hãy tải biểu về lại."
        return Filled({}, {}), [*issues, Issue("no_form", words)]
    if wrong := _of_other(sheet, report):
        return Filled({}, {}), [*issues, wrong]
    head = next((at for at, row in enumerate(sheet.rows) if _is_head(row)), None)
    if head is None:
        words = f"Dòng tiêu đề của biểu đã đổi. Các cột phải là: {', '.join(HEADINGS)}."
        return Filled({}, {}), [*issues, Issue("heading_changed", words)]
    issues += _merged(sheet, head)
    filled, more = _rows(sheet.rows[head + 1 :], {row.indicator.code for row in rows})
    if not report.round.has_estimate:  # an older form may still hold what nobody asks
        figures = {code: replace(one, estimate=None) for code, one in filled.figures.items()}
        filled = replace(filled, figures=figures)
    return filled, [*issues, *more]


def _hidden(sheets: Iterable[Sheet]) -> Iterator[Issue]:
    for sheet in sheets:
        if sheet.is_hidden:
            words = f"Tệp có trang tính ẩn “{sheet.name}”. Hiện ra xem rồi xóa, lưu và nạp lại."
            yield Issue("hidden_sheet", words)


def _place(sheet: Sheet, words: str) -> Cell | None:
    """The cell to the right of the one with these words, in the first rows of a sheet."""
    for row in sheet.rows[:10]:
        for cell, following in pairwise(row):
            if cell.text == words:
                return following
    return None


def _of_other(sheet: Sheet, report: Report) -> Issue | None:
    cell, wanted = _place(sheet, MARK), mark_of(report)
    found = cell.text if cell else ""
    if found == wanted:
        return None
    year = re.match(r"BIEU-(\d{4})-", found)
    if year and int(year.group(1)) != report.round.period.year:
        what = f"biểu của năm {year.group(1)}, báo cáo này của năm {report.round.period.year}"
    else:
        what = "biểu của đơn vị khác hoặc kỳ khác"
    words = f"Đây là {what} (mã {found or 'trống'}, cần {wanted}). Hãy tải biểu của báo cáo này."
    return Issue("other_form", words)


def _is_head(row: Sequence[Cell]) -> bool:
    return tuple(cell.text for cell in row[: len(HEADINGS)]) == HEADINGS


def _merged(sheet: Sheet, head: int) -> Iterator[Issue]:
    for area in sheet.merged:
        last = int(re.findall(r"\d+", area)[-1])
        if last > head:
            words = f"Ô {area} đã gộp, không biết số thuộc dòng nào. Tách ô (Unmerge) rồi nạp lại."
            yield Issue("merged_cells", words)


def _rows(rows: Iterable[Sequence[Cell]], codes: set[str]) -> tuple[Filled, list[Issue]]:
    figures: dict[str, Entered] = {}
    cells: dict[str, str] = {}
    issues: list[Issue] = []
    for row in rows:
        code = row[0].text
        if not any(cell.text for cell in row[: len(HEADINGS)]):
            continue
        if code not in codes:
            words = f"Ô {row[0].at}: biểu không có chỉ tiêu mã “{row[0].text}”."
            issues.append(Issue("unknown_indicator", words))
        elif code in figures:
            issues.append(Issue("row_twice", f"Ô {row[0].at}: chỉ tiêu {code} có hai dòng."))
        else:
            figures[code], wrong = _entered(row)
            cells |= {f"{code}-{part}": row[at].at for part, at in _PARTS.items()}
            issues += wrong
    if gone := sorted(codes - figures.keys()):
        words = f"Biểu thiếu dòng của chỉ tiêu {', '.join(gone)}. Hãy tải biểu về lại."
        issues.append(Issue("row_missing", words))
    return Filled(figures, cells), issues


def _entered(row: Sequence[Cell]) -> tuple[Entered, list[Issue]]:
    issues: list[Issue] = []
    value, estimate = (_given(row[_PARTS[part]], issues) for part in ("value", "estimate"))
    none, reason, note = (_words(row[_PARTS[part]], issues) for part in ("none", "reason", "note"))
    if none.casefold() not in {"", YES}:
        at = row[_PARTS["none"]].at
        words = f"Ô {at}: ghi “{YES}” nếu không phát sinh, hoặc để trống."
        issues.append(Issue("not_a_tick", words))
    known = _LABELS.get(reason.casefold(), "")
    if reason and not known:
        labels = "; ".join(label for _, label in DifferenceReason.choices)
        at = row[_PARTS["reason"]].at
        issues.append(Issue("unknown_reason", f"Ô {at}: chọn một lý do trong danh sách: {labels}."))
    return Entered(value, estimate, none.casefold() == YES, known, note), issues


def _given(cell: Cell, issues: list[Issue]) -> Given:
    if cell.kind == "number":
        number = Decimal(cell.text)
        if number.is_nan():
            return cell.text  # which is told to be no number
        # A program of tables keeps 0,1 as the nearest power of two; what it shows is meant.
        return number if abs(number) > LARGEST else shortest(round(number, 6))
    return _words(cell, issues)


def _words(cell: Cell, issues: list[Issue]) -> str:
    told = {
        "formula": "là công thức; dán thành giá trị (Paste Special, Values) rồi nạp lại",
        "error": f"báo lỗi {cell.text}; ghi lại số",
        "date": "là ngày tháng, không phải số; định dạng ô thành chữ rồi ghi lại",
        "truth": "không phải số; ghi lại",
    }
    if words := told.get(cell.kind):
        issues.append(Issue(f"cell_{cell.kind}", f"Ô {cell.at}: {words}."))
        return ""
    return cell.text
