"""An official document as a preview: A4 pages in HTML with classes only, drawn by paper.css.

No inline style and no script, so it passes a strict Content-Security-Policy; everything that
came from people is escaped.
"""

from html import escape
from itertools import groupby

from haidang.text.blocks import Document
from haidang.text.layout import boxes
from haidang.text.layout.body import APPENDIX_LABEL, ATTACHED_TO, HEADINGS, PAGE_NUMBER
from haidang.text.layout.page import Margins
from haidang.text.layout.wording import BLANK
from haidang.text.writing.grids import Cell, Grid
from haidang.text.writing.lines import Columns, Line
from haidang.text.writing.marks import Run
from haidang.text.writing.pages import pages_of
from haidang.text.writing.sheets import Item, Sheet, sheets_of

# The page around the preview has the h1
TAGS = {boxes.TYPE_NAME.key: "h2", boxes.TYPE_ALONE.key: "h2", APPENDIX_LABEL.key: "h2"} | {
    heading.key: f"h{level}" for level, heading in enumerate(HEADINGS, 3)
}
LISTED = {boxes.RECIPIENT.key, boxes.ADDRESSEE_ITEM.key}
WITH_BLANKS = {boxes.NUMBER.key, boxes.PLACE_DATE.key, ATTACHED_TO.key}
BLANK_HTML = f'<span class="paper-blank">{BLANK}</span>'


def write_html(document: Document) -> str:
    """The document as `<article class="paper">` pages, each figure with its link.

    Refuses uneven tables with UnevenTableError and unreadable dates with DateError.
    """
    sheets = sheets_of(document, Margins())
    return f'<div class="papers" lang="vi">{"".join(map(_sheet_html, sheets))}</div>'


def _sheet_html(sheet: Sheet) -> str:
    kind = "paper paper-landscape" if sheet.page.landscape else "paper"
    return "".join(
        f'<article class="{kind}" aria-label="{escape(sheet.name)}, trang {number}">'
        f"{_page_number(number)}{_items_html(items)}{_foot_html(sheet, number)}</article>"
        for number, items in enumerate(pages_of(sheet), 1)
    )


def _foot_html(sheet: Sheet, number: int) -> str:
    if not sheet.foot or number > 1:
        return ""
    return f'<footer class="paper-foot">{listed_html(sheet.foot)}</footer>'


def _page_number(number: int) -> str:
    return f'<p class="paper-{PAGE_NUMBER.key}">{number}</p>' if number > 1 else ""


def _items_html(items: tuple[Item, ...]) -> str:
    return "".join(_item_html(item) for item in items)


def _item_html(item: Item) -> str:
    if isinstance(item, Line):
        return listed_html((item,))
    return _columns_html(item) if isinstance(item, Columns) else _grid_html(item)


def listed_html(lines: tuple[Line, ...]) -> str:
    """Lines as they come, those of a list within one list."""
    html = ""
    for listed, group in groupby(lines, key=lambda line: line.component.key in LISTED):
        inside = "".join(_line_html(line, "li" if listed else "") for line in group)
        html += f'<ul class="paper-list">{inside}</ul>' if listed else inside
    return html


def _line_html(line: Line, tag: str = "") -> str:
    key = line.component.key
    tag = tag or TAGS.get(key, "p")
    classes = f"paper-{key}"
    classes += "" if line.begins else " paper-continued"
    classes += "" if line.ends else " paper-cut"
    words = "".join(_run_html(run, strong=not line.component.bold) for run in line.runs)
    if key in WITH_BLANKS:
        words = words.replace(BLANK, BLANK_HTML)
    words = f'<span class="paper-ruled">{words}</span>' if line.ruled else words
    words = f'<span class="paper-frame">{words}</span>' if line.frame else words
    return f'<{tag} class="{classes}">{words}</{tag}>'


def _run_html(run: Run, *, strong: bool) -> str:
    words = escape(run.text)
    if run.path:
        words = f'<a class="paper-figure" href="{escape(run.path)}">{words}</a>'
    return f"<strong>{words}</strong>" if run.bold and strong else words


def _columns_html(columns: Columns) -> str:
    cells = "".join(
        f'<div class="paper-cell">{listed_html(lines)}</div>'
        for row in columns.rows
        for lines in row
    )
    return f'<div class="paper-columns paper-{columns.name}">{cells}</div>'


def _grid_html(grid: Grid) -> str:
    if not grid.head:
        return ""
    head = "".join(
        f'<th scope="col" class="paper-{cell[0].component.key}">{_cell_html(cell)}</th>'
        for cell in grid.head
    )
    rows = "".join(f"<tr>{_row_html(grid, row)}</tr>" for row in grid.rows)
    return (
        '<div class="paper-scroll" tabindex="0" role="region" aria-label="Bảng số liệu">'
        f'<table class="paper-table paper-size-{grid.size:g}">'
        f"<colgroup>{column_widths(grid)}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def column_widths(grid: Grid) -> str:
    """Widths as classes in hundredths of the table, for a strict policy forbids inline style."""
    whole = sum(grid.widths)
    return "".join(f'<col class="paper-w-{round(100 * width / whole)}">' for width in grid.widths)


def _row_html(grid: Grid, row: tuple[Cell, ...]) -> str:
    span = f' colspan="{len(grid.widths)}"' if len(row) < len(grid.widths) else ""
    return "".join(
        f'<td class="paper-{cell[0].component.key}"{span}>{_cell_html(cell)}</td>' for cell in row
    )


def _cell_html(cell: Cell) -> str:
    return "<br>".join(
        "".join(_run_html(run, strong=not line.component.bold) for run in line.runs)
        for line in cell
    )
