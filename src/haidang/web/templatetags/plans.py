"""Words of a plan's screens for its templates: `{% load plans %}`."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django import template
from django.template.defaultfilters import capfirst
from django.utils.safestring import SafeString

from haidang.web import plan_words, wording
from haidang.web.addresses import address_of
from haidang.web.templatetags.kit import MATRIX_SIGNS, icon
from haidang.web.templating import escaped, shown

register = template.Library()
register.filter("event_words", plan_words.event)
register.filter("deadline_words", plan_words.deadline_words)
register.filter("amount", plan_words.amount)
register.filter("written_date", plan_words.written_date)


def cell_address(task: int, cell: Any) -> str:
    """Where a cell of the matrix opens."""
    return address_of("task-unit", task, cell.unit.pk)


@register.simple_tag
def matrix_moves(moves: Iterable[tuple[Any, Any]]) -> SafeString:
    """What moved, cell by cell: up to one for each of hundreds of cells."""
    return SafeString("".join(_move(row.task, cell) for row, cell in moves))


def _move(task: Any, cell: Any) -> str:
    named = f"{shown(task.label)} · {shown(cell.unit)}"
    link = f'<a href="{cell_address(task.pk, cell)}">{named}</a>'
    return f"<li>{link}: {shown(cell.moved)}</li>"


@register.simple_tag
def matrix_cells(row: Any) -> SafeString:
    """The cells of one row of the matrix."""
    return SafeString("".join(matrix_cell(row.task.pk, cell) for cell in row.cells))


@register.simple_tag
def matrix_due(row: Any) -> SafeString:
    """By when a task is due and how many days are left, or how it comes back."""
    task, days = row.task, row.days_left
    if task.due_on is None:
        return SafeString(shown(capfirst(task.recurrence)) if task.recurrence else "—")
    left = "" if days < 0 else f" · {days} ngày" if days else " · hôm nay"
    return SafeString(f"<b>{wording.day_short(task.due_on)}</b>{left}")


def matrix_cell(task: int, cell: Any) -> SafeString:
    """One cell of the matrix; a page has hundreds, so that each is put together at once."""
    classes = ("edge " if cell.is_edge else "") + ("" if cell.state else "blank")
    classes += ("late" if cell.state == "late" else "") + (" changed" if cell.has_changed else "")
    if not cell.state:
        return SafeString(f'<td class="{classes}"></td>')
    words = escaped(cell.words)
    drawing = f'{_sign(cell.state)}<span class="hide">{words}</span>'
    head = f'<a class="cell" href="{cell_address(task, cell)}" title="{escaped(str(cell.unit))}: '
    return SafeString(f'<td class="{classes}">{head}{words}">{cell.letter} {drawing}</a></td>')


@lru_cache(maxsize=8)
def _sign(state: str) -> SafeString:
    return icon(MATRIX_SIGNS[state], f"sign {state}")
