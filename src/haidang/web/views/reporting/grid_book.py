"""The grid of indicators by units as .xlsx; all units, whatever the page shows."""

from collections.abc import Iterator

from haidang.reporting.enums import DifferenceReason
from haidang.reporting.models import Consolidation, Round
from haidang.reporting.numerals import write_number
from haidang.reporting.official.titles import small
from haidang.reporting.queries.adjustments import adjusted
from haidang.reporting.sheet import Content, Sheet, given_by
from haidang.reporting.thawing import with_figures
from haidang.web.sheets import A3, Value, workbook

MISSING = "chưa có"
MOST_NOTES = 60


def book_of(found: Round, sheet: Sheet, frozen: Consolidation | None) -> bytes:
    """Indicators by units with totals; notes say what a reader must know of the numbers."""
    units = with_figures(sheet.content, sheet.units)["units"]
    columns = [("Mã", 8), ("Chỉ tiêu", 34), ("Đơn vị tính", 12)]
    columns += [(unit["grid_name"], 11) for unit in units]
    columns += [("Hoạt động chung", 11)] if sheet.has_shared else []
    columns += [("Tổng", 12), ("Số đơn vị", 9)]
    columns += [("Ước cả năm", 12)] if found.has_estimate else []
    columns += [("Điều chỉnh", 11)]
    title = f"Tổng hợp {small(sheet.content['round']['title'])} {found.period}"
    notes = [*_notes(sheet, frozen), *_told(sheet, units)]
    rows = _rows(sheet, units, has_estimate=found.has_estimate)
    return workbook(title, columns, rows, notes=notes, paper=A3)


def _rows(sheet: Sheet, units: list[Content], *, has_estimate: bool) -> Iterator[list[Value]]:
    corrected = adjusted(sheet.content)
    for row in sheet.indicators:
        code, total = row["code"], sheet.total(row["code"])
        given = [given_by(unit, code) for unit in units]
        cells: list[Value] = [MISSING if one is None else float(one.value) for one in given]
        if sheet.has_shared:
            cells.append(-float(sheet.shared(code)) or None)
        last: list[Value] = [MISSING if total.is_missing else float(total.value), total.units]
        if has_estimate:
            last.append(MISSING if total.is_missing else float(total.estimate))
        delta = float(corrected[code].delta) if code in corrected else None
        yield [code, row["name"], row["unit_name"], *cells, *last, delta]


def _notes(sheet: Sheet, frozen: Consolidation | None) -> Iterator[str]:
    when = f"Chốt lần {frozen.ordinal}, mã {frozen.sha256[:12]}" if frozen else "Chưa chốt số liệu"
    yield f"{when}. Tổng cộng từ {len(sheet.reported)}/{len(sheet.units)} đơn vị."
    if sheet.missing:
        names = ", ".join(unit["grid_name"] for unit in sheet.missing[:MOST_NOTES])
        yield f"“{MISSING}”: chưa có báo cáo được tiếp nhận, không phải bằng không: {names}."


def _told(sheet: Sheet, units: list[Content]) -> Iterator[str]:
    """Figures that are not the log's, each with its reason, as a footnote."""
    found = (
        f"* {unit['grid_name']}, {row['code']}: {write_number(given.value)}, nhật ký "
        f"{write_number(given.logged)}, {DifferenceReason(given.reason).label}"
        for unit in units
        for row in sheet.indicators
        if (given := given_by(unit, row["code"])) and given.reason
    )
    for _, words in zip(range(MOST_NOTES), found, strict=False):
        yield words
