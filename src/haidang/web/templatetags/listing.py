"""Parts that a page repeats by the dozen, each put together at once: rows, menu, units of a strip.

Loaded into every template by settings (`builtins`). A template of eight small nodes costs fifty
times what it takes to put one such line together.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from haidang.web import wording
from haidang.web.addresses import address_of
from haidang.web.strip import StripUnit
from haidang.web.templatetags.kit import icon, status
from haidang.web.templating import shown

register = template.Library()


@register.simple_tag
def work_row(
    url: object,
    title: object,
    why: object,
    date: object = "",
    kind: str = "",
    word: str = "",
    sign: str = "",
    edge: str = "",
) -> SafeString:
    """One `<li>` of `<ul class="rows card flush">`; edge: late or back (`kit/work_row.html`)."""
    said = f'<span class="row-title">{shown(title)}</span><span class="row-why">{shown(why)}</span>'
    day = f'"row-date">{shown(date)}' if date else '"row-date only-wide">'
    state = status(kind, word, sign) if kind else ""
    return SafeString(
        f'<li class="{shown(edge)}">\n  <a class="row" href="{shown(url)}">\n'
        f"    <span>{said}</span>\n"
        f'    <span class="row-end"><span class={day}</span>{state}</span>\n'
        f"    {icon('chevron-right')}\n  </a>\n</li>\n"
    )


@register.simple_tag
def work_rows(rows: Iterable[Any]) -> SafeString:
    """`{% work_rows group.shown %}`: rows of work below each other."""
    return SafeString(
        "".join(
            work_row(r.url, r.title, r.why, r.date, r.kind, r.word, r.sign, r.edge) for r in rows
        )
    )


@register.simple_tag
def menu_links(items: Iterable[Any]) -> SafeString:
    """`{% menu_links frame.menu as links %}`: the items of the menu."""
    here = ' aria-current="page"'
    return SafeString(
        "".join(
            f'<a href="{shown(item.url)}"{here if item.is_current else ""}>{shown(item.label)}</a>'
            for item in items
        )
    )


@register.simple_tag
def strip_units(units: Iterable[StripUnit]) -> SafeString:
    """Units of a strip, each with its words and, where it leads somewhere, its address."""
    return SafeString("".join(map(_strip_unit, units)))


def _strip_unit(unit: StripUnit) -> str:
    name = shown(unit.name)
    named = f'<a href="{shown(unit.url)}">{name}</a>' if unit.url else name
    words = f'<span class="meta">{shown(unit.words)}</span>' if unit.words else ""
    return f"<li>{named}{words}</li>"


@register.simple_tag
def options(rows: Iterable[Any], chosen: object, value: str, words: str = "") -> SafeString:
    """`{% options units unit "pk" "short_name" %}`: choices of a list, one of them chosen."""
    return SafeString(
        "".join(
            f'<option value="{shown(getattr(row, value))}"{" selected" if row == chosen else ""}>'
            f"{shown(getattr(row, words) if words else row)}</option>"
            for row in rows
        )
    )


@register.simple_tag
def goal_lines(lines: Iterable[Any]) -> SafeString:
    """The lines of a table of goals, under their groups: planned, done, per cent."""
    drawn, group = [], None
    for line in lines:
        if line.group and line.group != group:
            head = f'<th colspan="4" scope="rowgroup"><span>{shown(line.group)}</span></th>'
            drawn.append(f'<tr class="section-row">{head}</tr>\n')
        group = line.group
        drawn.append(_goal_line(line))
    return SafeString("".join(drawn))


def _goal_line(line: Any) -> str:
    reached = line.reached
    head = f'{shown(line.label)} <span class="soft">({shown(line.unit_name)})</span>'
    planned = '<td class="num soft">chưa đặt</td>'
    if reached.planned is not None:
        planned = f'<td class="num">{wording.number(reached.planned)}</td>'
    share = '<td class="num soft">—</td>'
    if reached.percent is not None:
        share = f'<td class="num">{wording.number(reached.percent)}%</td>'
    done = f'<a href="{shown(line.url)}">{wording.number(reached.done)}</a>'
    cells = f'{planned}<td class="num">{done}</td>{share}'
    return f'<tr><th scope="row" class="first">{head}</th>{cells}</tr>\n'


@register.simple_tag
def owner_options(choices: Iterable[tuple[Any, Any]]) -> SafeString:
    """Units and groups that something may be given to, those under their headings."""
    drawn = []
    for value, words in choices:
        if isinstance(words, list | tuple):
            if not words:
                continue  # a heading over nothing
            inner = "".join(f'<option value="{shown(v)}">{shown(w)}</option>' for v, w in words)
            drawn.append(f'<optgroup label="{shown(value)}">{inner}</optgroup>')
        else:
            drawn.append(f'<option value="{shown(value)}">{shown(words)}</option>')
    return SafeString("".join(drawn))


@register.simple_tag
def loose_tasks(rows: Iterable[Any], may_expect: bool) -> SafeString:
    """Tasks of which something is missing, each leading to where it can be said."""
    name = "expect" if may_expect else "task"
    act = '<span class="row-end"><span class="row-date">Đặt cách đo</span></span>'
    end = f"{act if may_expect else ''}{icon('chevron-right')}"
    return SafeString(
        "".join(_loose_task(row, address_of(name, row.thing.pk), end) for row in rows)
    )


def _loose_task(row: Any, address: str, end: str) -> str:
    title = f"{shown(row.thing.label)} {shown(row.thing.title)}"
    words = f'<span class="row-title">{title}</span><span class="row-why">{shown(row.why)}</span>'
    return f'<li><a class="row" href="{address}"><span>{words}</span>{end}</a></li>\n'


@register.simple_tag(takes_context=True)
def once(context: Context, name: str) -> SafeString:
    """`{% once "kit/account.html" as panel %}`: a part that a page shows twice, made once."""
    assert context.template is not None
    return SafeString(context.template.engine.get_template(name).render(context))
