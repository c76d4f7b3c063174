"""Words of a plan's screens for its templates: `{% load plans %}`."""

from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString

from haidang.web import plan_words
from haidang.web.addresses import address_of
from haidang.web.templatetags.kit import MATRIX_SIGNS, icon

register = template.Library()
register.filter("event_words", plan_words.event)
register.filter("deadline_words", plan_words.deadline_words)
register.filter("amount", plan_words.amount)
register.filter("written_date", plan_words.written_date)


@register.simple_tag
def cell_address(task: int, cell: Any) -> str:
    """Where a cell of the matrix opens."""
    return address_of("task-unit", task, cell.unit.pk)


@register.simple_tag
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


@lru_cache(maxsize=4096)  # names of units and a few dozen sentences, again and again
def escaped(words: str) -> SafeString:
    """Words as they stand in a page."""
    return escape(words)
