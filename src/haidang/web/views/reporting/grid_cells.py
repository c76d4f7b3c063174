"""The cells of one row of the grid, drawn at once: a grid has thousands that differ by a number.

A template that asks five questions of each cell takes longer than all sums of the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from haidang.reporting.sheet import Content
from haidang.web import wording

CURRENT = SafeString(' aria-current="true"')
CHANGED = SafeString('<span class="star">*</span>')
NONE, MISSING = SafeString(""), SafeString('<td class="missing">chưa có</td>')


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit's figure in the grid; no value where the report was not accepted."""

    unit: Content
    value: Decimal | None
    is_changed: bool = False


def drawn(
    cells: Iterable[Cell], code: str, *, place: str, current: int | None, beside: str = ""
) -> SafeString:
    """The cells as they stand in the table, each a link to its source; `current` is a unit's key.

    `place` is the query of the page, before what is asked of it; `beside` the address of another
    page that tells of all units, where the numbers are not those of the panel.
    """
    number = escape(code).replace("{", "{{").replace("}", "}}")
    href = f"{escape(place)}&amp;so={number}/{{0}}"
    if beside:
        href = f"{escape(beside).replace('{', '{{').replace('}', '}}')}#don-vi-{{0}}"
    stays = ' hx-boost="false"' if beside else ""
    link = f'<td><a id="so-{number}-{{0}}" href="{href}"{stays}{{1}}>{{2}}{{3}}</a></td>'
    told = (
        MISSING if cell.value is None else format_html(link, *_said(cell, cell.value, current))
        for cell in cells
    )
    return SafeString("".join(told))


def _said(
    cell: Cell, value: Decimal, current: int | None
) -> tuple[int, SafeString, str, SafeString]:
    pk = cell.unit["id"]
    marks = CURRENT if pk == current else NONE, CHANGED if cell.is_changed else NONE
    return pk, marks[0], wording.number(value), marks[1]
