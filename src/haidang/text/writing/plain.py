"""An official document as plain text: the same words in the same order as every other format."""

from collections.abc import Iterator

from haidang.text.blocks import Document
from haidang.text.layout.page import Margins
from haidang.text.writing.grids import Grid
from haidang.text.writing.lines import Columns, Line
from haidang.text.writing.sheets import Item, sheets_of


def write_plain(document: Document) -> str:
    """One paragraph a line, the cells of a table's row parted by tabs, marks left out.

    What stands at the foot of the first page follows the last words of its sheet.
    Refuses uneven tables with UnevenTableError and unreadable dates with DateError.
    """
    sheets = sheets_of(document, Margins())
    items = (item for sheet in sheets for item in (*sheet.items, *sheet.foot))
    lines = (text for item in items for text in _texts_of(item))
    return "".join(f"{text}\n" for text in lines if text.strip())


def _texts_of(item: Item) -> Iterator[str]:
    if isinstance(item, Line):
        yield item.text
    elif isinstance(item, Columns):
        yield from (line.text for row in item.rows for cell in row for line in cell)
    else:
        yield from _rows_of(item)


def _rows_of(grid: Grid) -> Iterator[str]:
    for row in (grid.head, *grid.rows):
        yield "\t".join(" ".join(line.text for line in cell) for cell in row)
