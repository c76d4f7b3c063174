"""The main part: sheets as sections, lines as paragraphs, columns and grids as tables."""

from collections.abc import Iterable

from haidang.text.layout import COMPONENTS
from haidang.text.layout.page import FOOT_FROM_EDGE_MM, NUMBER_FROM_EDGE_MM, SINGLE_LINE
from haidang.text.layout.widths import MM_PER_PT
from haidang.text.writing.docx.parts import FOOT_RELATION, HEADER_RELATION, NO_FOOT_RELATION
from haidang.text.writing.docx.styles import BREAK_STYLE, GAP_STYLE, GRID_STYLE, RULE_STYLE
from haidang.text.writing.docx.xml import (
    DECLARATION,
    NAMESPACES,
    size_xml,
    style_id,
    text_xml,
    twips,
)
from haidang.text.writing.grids import Cell, Grid
from haidang.text.writing.lines import Columns, Line, rule_length
from haidang.text.writing.sheets import Item, Sheet

UPRIGHT = ("top", "bottom")
HIGHEST_WHOLE_PT = 420  # a row that is higher may go on overleaf


def document_xml(sheets: tuple[Sheet, ...]) -> str:
    """The main part, one section for each sheet."""
    *others, last = sheets
    footed = any(sheet.foot for sheet in sheets)
    inside = "".join(_sheet_xml(sheet, section_xml(sheet, footed=footed)) for sheet in others)
    return (
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>{inside}{_sheet_xml(last)}"
        f"{section_xml(last, footed=footed)}</w:body></w:document>"
    )


def _thin_xml(style: str, inside: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{inside}</w:pPr></w:p>'


def _sheet_xml(sheet: Sheet, section: str = "") -> str:
    """A sheet whose section ends in its last paragraph: one more might stand on a page alone."""
    room, last = sheet.page.text_width, sheet.items[-1] if sheet.items else None
    above = items_xml(sheet.items[:-1], room)
    if isinstance(last, Line):
        return above + _line_xml(last, room, section)
    if isinstance(last, Grid) and last.head:
        return above + _table_of_grid(last) + _thin_xml(GAP_STYLE, section)
    return items_xml(sheet.items, room) + _thin_xml(BREAK_STYLE, section)


def items_xml(items: Iterable[Item], room: float) -> str:
    """Paragraphs and tables in so many millimetres."""
    return "".join(_item_xml(item, room) for item in items)


def section_xml(sheet: Sheet, *, footed: bool) -> str:
    """Each section has pages numbered from 1, and none on its first (Phụ lục I, mục I.7).

    Where one section has a foot, the others say that they have none: they would inherit it.
    """
    page = sheet.page
    turned = ' w:orient="landscape"' if page.landscape else ""
    sides = " ".join(
        f'w:{side}="{twips(getattr(page.margins, side))}"'
        for side in ("top", "right", "bottom", "left")
    )
    relation = FOOT_RELATION if sheet.foot else NO_FOOT_RELATION
    foot = f'<w:footerReference w:type="first" r:id="{relation}"/>' if footed else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{HEADER_RELATION}"/>{foot}'
        f'<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/>'
        f'<w:pgMar {sides} w:header="{twips(NUMBER_FROM_EDGE_MM)}"'
        f' w:footer="{twips(FOOT_FROM_EDGE_MM)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _item_xml(item: Item, room: float) -> str:
    if isinstance(item, Line):
        return _line_xml(item, room) + (rule_xml((item,), room) if item.ruled else "")
    return _columns_xml(item) if isinstance(item, Columns) else _grid_xml(item)


def _line_xml(line: Line, room: float = 0, section: str = "") -> str:
    size = line.component.size
    letters = "" if size == COMPONENTS[line.component.key].size else size_xml(size)
    runs = "".join(
        f"<w:r>{_run_look(letters, run.bold and not line.component.bold)}{text_xml(run.text)}</w:r>"
        for run in line.runs
    )
    own = f"{'<w:keepNext/>' if line.keep else ''}{_frame_xml(line, room)}{section}"
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(line.component)}"/>{own}</w:pPr>{runs}</w:p>'


def _frame_xml(line: Line, room: float) -> str:
    """Borders on all sides, drawn in so that the frame has its width, and as high as it is due."""
    if line.frame is None:
        return ""
    width, height = line.frame
    inside = line.component.size * SINGLE_LINE
    space = round(max(height / MM_PER_PT - inside, 0) / 2)
    colour = line.component.colour
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="{space if side in UPRIGHT else 1}"'
        f' w:color="{colour}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    side = twips(max(room - width, 0) / 2)
    return f'<w:pBdr>{sides}</w:pBdr><w:ind w:left="{side}" w:right="{side}"/>'


def _run_look(letters: str, bold: bool) -> str:
    look = f"{'<w:b/><w:bCs/>' if bold else ''}{letters}"
    return f"<w:rPr>{look}</w:rPr>" if look else ""


def rule_xml(lines: tuple[Line, ...], room: float) -> str:
    """The line under a name: the border of an empty paragraph, drawn in from both sides."""
    side = twips((room - rule_length(lines, room)) / 2)
    keep = "<w:keepNext/>" if lines[-1].component.keep_next else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{RULE_STYLE}"/>{keep}<w:pBdr>'
        '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:after="{round(lines[-1].component.rule_gap * 20)}"/>'
        f'<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
    )


def _columns_xml(columns: Columns) -> str:
    widths = tuple(twips(share) for share in columns.shares)
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_column_cells(cells, columns, widths)}</w:tr>"
        for cells in columns.rows
    )
    return _table_xml("TableNormal", widths, rows)


def _column_cells(
    cells: tuple[tuple[Line, ...], tuple[Line, ...]], columns: Columns, widths: tuple[int, ...]
) -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_stack_xml(lines, share)}</w:tc>"
        for lines, share, width in zip(cells, columns.shares, widths, strict=True)
    )


def _stack_xml(lines: tuple[Line, ...], room: float) -> str:
    inside = "".join(
        _line_xml(line, room) + (rule_xml(lines, room) if line.ruled else "") for line in lines
    )
    return inside or "<w:p/>"


def _grid_xml(grid: Grid) -> str:
    return _table_of_grid(grid) + _thin_xml(GAP_STYLE) if grid.head else ""


def _table_of_grid(grid: Grid) -> str:
    """A table; its header stands again on each page, its rows are whole but for very high ones."""
    head = _row_xml(grid, grid.head, "<w:cantSplit/><w:tblHeader/>")
    rows = "".join(
        _row_xml(grid, row, "<w:cantSplit/>" if grid.height_of(row) < HIGHEST_WHOLE_PT else "")
        for row in grid.rows
    )
    widths = tuple(map(twips, grid.widths))
    return _table_xml(GRID_STYLE, widths, head + rows)


def _row_xml(grid: Grid, cells: tuple[Cell, ...], kind: str) -> str:
    span = f'<w:gridSpan w:val="{len(grid.widths)}"/>' if len(cells) < len(grid.widths) else ""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{span}'
        f'<w:vAlign w:val="center"/></w:tcPr>{"".join(map(_line_xml, cell))}</w:tc>'
        for cell, width in zip(cells, grid.widths_of(cells), strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{kind}</w:trPr>' if kind else ''}{inside}</w:tr>"


def _table_xml(style: str, widths: tuple[int, ...], rows: str) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def foot_xml(lines: tuple[Line, ...]) -> str:
    """The foot of the first page; without lines the empty one of the pages that have none."""
    rule = (
        '<w:p><w:pPr><w:pStyle w:val="RuleBelow"/><w:pBdr><w:bottom w:val="single" w:sz="6"'
        ' w:space="0" w:color="000000"/></w:pBdr></w:pPr></w:p>'
    )
    inside = rule + "".join(map(_line_xml, lines)) if lines else "<w:p/>"
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{inside}</w:ftr>"
