"""The appendix of the consolidated report: indicators by units, and where the figures come from."""

from haidang.reporting.enums import DifferenceReason
from haidang.reporting.numerals import write_difference, write_number
from haidang.reporting.sheet import Content, Given, Sheet, given_by
from haidang.text.blocks import Appendix, Block, Paragraph, Table

MISSING = "chưa có"
TOGETHER = "Hoạt động chung, chỉ tính một lần"


def figure_link(sheet: Sheet, figure: str, code: str, unit: int | None = None) -> str:
    """A figure with the address of its records, in the marks that the writer understands."""
    round, frozen = sheet.content["round"]["id"], sheet.content["frozen"]["ordinal"]
    place = f"{code}/{unit}" if unit else code
    return f"[[{figure}|{figure_path(round, place, frozen)}]]"


def figure_path(round: int, place: str, ordinal: int) -> str:
    """The address of the records behind a figure: of a total "3.2", of one unit's "3.2/7"."""
    return f"/so/{round}/{place}/?lan={ordinal}"


def shared_place(code: str) -> str:
    """Where the activities stand that a total counts only once."""
    return f"{code}/chung"


def appendix_of(sheet: Sheet) -> Appendix:
    """The figures of every unit and their totals, on a page turned sideways."""
    title = f"Số liệu {sheet.content['round']['title']} năm {sheet.content['round']['year']}"
    return Appendix(
        label="Phụ lục",
        title=title.upper(),
        attached_to="(Kèm theo Báo cáo của {})".format(sheet.content["round"]["receiver"]),
        blocks=(_table(sheet), *_notes(sheet)),
        landscape=True,
    )


def _table(sheet: Sheet) -> Table:
    names = [unit["grid_name"] for unit in sheet.units]
    if sheet.has_shared:
        names.append(TOGETHER)
    rows: list[tuple[str, ...]] = []
    strong: set[int] = set()
    section = 0
    for indicator in sheet.indicators:
        if indicator["section"] != section:
            section = indicator["section"]
            strong.add(len(rows))
            rows.append((str(section), _title(sheet, section), *[""] * (len(names) + 3)))
        rows.append(_row(sheet, indicator))
    return Table(
        columns=("TT", "Chỉ tiêu", "Đơn vị tính", *names, "Tổng", "Ước cả năm"),
        rows=tuple(rows),
        # The names take what room the figures leave.
        widths=(1, 40, 1, *[1] * len(names), 1, 1),
        numeric=frozenset(range(3, len(names) + 5)),
        strong_rows=frozenset(strong),
    )


def _title(sheet: Sheet, ordinal: int) -> str:
    rows: list[Content] = sheet.content["sections"]
    return str(next(row["title"] for row in rows if row["ordinal"] == ordinal))


def _row(sheet: Sheet, indicator: Content) -> tuple[str, ...]:
    code, total = indicator["code"], sheet.total(indicator["code"])
    return (
        code,
        indicator["name"],
        indicator["unit_name"],
        *(_cell(sheet, unit, code) for unit in sheet.units),
        *([_shared(sheet, code)] if sheet.has_shared else []),
        figure_link(sheet, write_number(total.value), code),
        figure_link(sheet, write_number(total.estimate), code),
    )


def _cell(sheet: Sheet, unit: Content, code: str) -> str:
    given = given_by(unit, code)
    if given is None:
        return MISSING
    star = "*" if given.reason else ""
    return figure_link(sheet, write_number(given.value), code, unit["id"]) + star


def _shared(sheet: Sheet, code: str) -> str:
    round, frozen = sheet.content["round"]["id"], sheet.content["frozen"]["ordinal"]
    if not (value := sheet.shared(code)):
        return ""
    return f"[[{write_difference(-value)}|{figure_path(round, shared_place(code), frozen)}]]"


def _notes(sheet: Sheet) -> list[Block]:
    notes = [f"Tổng cộng từ {len(sheet.reported)}/{len(sheet.units)} đơn vị."]
    if sheet.missing:
        notes.append(f"“{MISSING}”: chưa có báo cáo được tiếp nhận, không phải bằng không.")
    if sheet.has_shared:
        notes.append(
            f"“{TOGETHER}”: việc nhiều đơn vị cùng làm có trong số của từng đơn vị; phần trùng "
            "được trừ khỏi tổng."
        )
    blocks: list[Block] = [Paragraph(f"Ghi chú: {' '.join(notes)}")]
    if told := [_source(unit, row, given) for unit, row, given in _differing(sheet)]:
        blocks.append(Paragraph(f"* Số khác nhật ký hoạt động: {'; '.join(told)}."))
    return blocks


def _differing(sheet: Sheet) -> list[tuple[Content, Content, Given]]:
    return [
        (unit, row, given)
        for unit in sheet.reported
        for row in sheet.indicators
        if (given := given_by(unit, row["code"])) and given.reason
    ]


def _source(unit: Content, row: Content, given: Given) -> str:
    return (
        f"{unit['area'] or unit['short_name']}, {row['code']}: {write_number(given.value)}, "
        f"nhật ký {write_number(given.logged)}, {DifferenceReason(given.reason).label}"
    )
