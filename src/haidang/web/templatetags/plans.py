"""Words of a plan's screens for its templates: `{% load plans %}`."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from haidang.web import plan_words
from haidang.web.addresses import address_of
from haidang.web.templatetags.kit import sign

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
    edge = "edge " if cell.is_edge else ""
    changed = " changed" if cell.has_changed else ""
    if not cell.state:
        return format_html('<td class="{}blank{}"></td>', edge, changed)
    words = cell.words
    return format_html(
        '<td class="{}{}{}"><a class="cell" href="{}" title="{}: {}">{} {}</a></td>',
        edge,
        "late" if cell.state == "late" else "",
        changed,
        cell_address(task, cell),
        cell.unit,
        words,
        cell.letter,
        sign(cell.state, words),
    )
