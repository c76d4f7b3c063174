"""The annex of units: their figures beside each other, and where those come from that differ."""

from collections.abc import Iterator, Sequence

from haidang.reporting.enums import DifferenceReason
from haidang.reporting.links import linked, shared_place
from haidang.reporting.numerals import write_difference, write_number
from haidang.reporting.official.comparing import ESTIMATE
from haidang.reporting.official.periods import whole_words
from haidang.reporting.sheet import Content, Given, Sheet, given_by
from haidang.text.blocks import Block, Paragraph, Table

MISSING = "chưa có"
TOGETHER = "Hoạt động chung, chỉ tính một lần"
MOST_COLUMNS = 12  # units of one table: more leave its names a column of single words
MOST_UNITS = 160  # more would fill a book; their figures stay in the system
TURNED_FROM = 4  # units from which on the page lies on its side


def unit_blocks(sheet: Sheet) -> Iterator[Block]:
    """The tables of units, over several where they are many, and the notes to them."""
    groups = _groups(sheet.units)
    for at, units in enumerate(groups, 1):
        if len(groups) > 1:
            named = f"{units[0]['grid_name']} đến {units[-1]['grid_name']}" if units else "tổng"
            yield Paragraph(f"Bảng {at}/{len(groups)}: {named}")
        yield _table(sheet, units, has_totals=at == len(groups))
    yield from _notes(sheet)


def is_wide(sheet: Sheet) -> bool:
    """Whether the tables need a page turned sideways."""
    return TURNED_FROM <= len(sheet.units) <= MOST_UNITS


def _groups(units: Sequence[Content]) -> list[Sequence[Content]]:
    """Tables of about the same number of columns; a single empty one where units are too many."""
    if not 0 < len(units) <= MOST_UNITS:
        return [()]
    count = -(-len(units) // MOST_COLUMNS)
    size = -(-len(units) // count)
    return [units[at : at + size] for at in range(0, len(units), size)]


def _table(sheet: Sheet, units: Sequence[Content], *, has_totals: bool) -> Table:
    names = [unit["grid_name"] for unit in units] + _total_names(sheet, has_totals=has_totals)
    rows: list[tuple[str, ...]] = []
    groups: set[int] = set()
    section = 0
    for indicator in sheet.indicators:
        if indicator["section"] != section:
            section = indicator["section"]
            groups.add(len(rows))
            title = f"{section}. {title_of(sheet, section)}"
            rows.append((title, *[""] * (len(names) + 2)))
        cells = [_cell(sheet, unit, indicator["code"]) for unit in units]
        totals = _totals(sheet, indicator["code"]) if has_totals else []
        named = (indicator["code"], indicator["name"], indicator["unit_name"])
        rows.append((*named, *cells, *totals))
    return Table(
        columns=("TT", "Chỉ tiêu", "Đơn vị tính", *names),
        rows=tuple(rows),
        # The names take what room the figures leave.
        widths=(1, 40, 1, *[1] * len(names)),
        numeric=frozenset(range(3, len(names) + 3)),
        strong_rows=frozenset(groups),
        whole_rows=frozenset(groups),  # across the table, whose columns are narrow
    )


def _total_names(sheet: Sheet, *, has_totals: bool) -> list[str]:
    if not has_totals:
        return []
    together = [TOGETHER] if sheet.has_shared else []
    return [*together, "Tổng", *([expected_name(sheet)] if has_estimate(sheet) else [])]


def expected_name(sheet: Sheet) -> str:
    """The head of the column of estimates."""
    return f"Ước {whole_words(sheet.content['round'].get('frequency', 'year'))}"


def has_estimate(sheet: Sheet) -> bool:
    """Whether units were asked what the whole period comes to."""
    return bool(sheet.content["round"].get("has_estimate", True))


def title_of(sheet: Sheet, ordinal: int) -> str:
    """The title of a section of the outline."""
    rows: list[Content] = sheet.content["sections"]
    return str(next(row["title"] for row in rows if row["ordinal"] == ordinal))


def _totals(sheet: Sheet, code: str) -> list[str]:
    together = [_shared(sheet, code)] if sheet.has_shared else []
    expected = [expected_cell(sheet, code)] if has_estimate(sheet) else []
    return [*together, total_cell(sheet, code), *expected]


def total_cell(sheet: Sheet, code: str) -> str:
    """A total with its address; words where nobody gave one."""
    total = sheet.total(code)
    if not total.units or total.value is None:
        return MISSING
    return linked(sheet, write_number(total.value), code)


def expected_cell(sheet: Sheet, code: str) -> str:
    """What the whole period is expected to come to, with its address."""
    total = sheet.total(code)
    if not total.units or total.estimate is None:
        return MISSING
    return linked(sheet, write_number(total.estimate), code, ESTIMATE)


def _cell(sheet: Sheet, unit: Content, code: str) -> str:
    given = given_by(unit, code)
    if given is None:
        return MISSING
    star = "*" if given.reason else ""
    return linked(sheet, write_number(given.value), code, unit["id"]) + star


def _shared(sheet: Sheet, code: str) -> str:
    if not (value := sheet.shared(code)):
        return ""
    place = shared_place(code).removeprefix(f"{code}/")
    return linked(sheet, write_difference(-value), code, place)


def _notes(sheet: Sheet) -> Iterator[Block]:
    notes = [f"Tổng cộng từ {len(sheet.reported)}/{len(sheet.units)} đơn vị."]
    if len(sheet.units) > MOST_UNITS:
        notes.append("Số liệu của từng đơn vị tải ở bảng tổng hợp trên hệ thống.")
    if sheet.missing:
        notes.append(f"“{MISSING}”: chưa có báo cáo được tiếp nhận, không phải bằng không.")
    if sheet.has_shared:
        notes.append(
            f"“{TOGETHER}”: việc nhiều đơn vị cùng làm có trong số của từng đơn vị; phần trùng "
            "được trừ khỏi tổng."
        )
    yield Paragraph(f"Ghi chú: {' '.join(notes)}")
    told = [_source(unit, row, given) for unit, row, given in differing(sheet)]
    if told and len(sheet.units) <= MOST_UNITS:
        yield Paragraph(f"* Số khác nhật ký hoạt động: {'; '.join(told)}.")


def differing(sheet: Sheet) -> list[tuple[Content, Content, Given]]:
    """The figures of units that are not what their logs give, with the reason of each."""
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
