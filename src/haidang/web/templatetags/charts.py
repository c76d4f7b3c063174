"""Charts and bars drawn on the server, each with its finding in words and a table of numbers."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString

from haidang.web import charts, wording
from haidang.web.templating import shown

register = template.Library()


@register.inclusion_tag("kit/parts.html")
def parts(
    rows: Sequence[tuple[str, str, charts.Value]], total: charts.Value | None = None
) -> dict[str, object]:
    """`{% parts rows %}`: one bar cut in parts, from rows of label, tone, value."""
    return {"pieces": charts.pieces(rows, total)}


@register.inclusion_tag("kit/bar_chart.html")
def bar_chart(
    rows: Sequence[Sequence[str | charts.Value]], title: str, finding: str, unit: str
) -> dict[str, object]:
    """Horizontal bars from rows of label, value and, if any, last year's value (a mark)."""
    bars = charts.bars(rows)
    compares = any(bar.previous is not None for bar in bars)
    return {"bars": bars, "title": title, "finding": finding, "unit": unit, "compares": compares}


@register.inclusion_tag("kit/goal_chart.html")
def goal_chart(
    rows: Sequence[Sequence[str | charts.Value]], title: str, finding: str
) -> dict[str, object]:
    """Per cent of what was set, from rows of label, per cent and 100: a mark where all is done."""
    return {"bars": charts.bars(rows), "title": title, "finding": finding}


@register.inclusion_tag("kit/column_chart.html")
def column_chart(
    rows: Sequence[tuple[str, charts.Value]], title: str, finding: str, unit: str
) -> dict[str, object]:
    """Upright columns, mostly months, from rows of label and value."""
    columns = charts.columns(rows, height=100)
    marks, lines = "".join(map(_column, columns)), "".join(map(_line, columns))
    drawn = {"marks": SafeString(marks), "lines": SafeString(lines)}
    return {**drawn, "title": title, "finding": finding, "unit": unit}


def _column(one: charts.Column) -> str:
    """One column; the tallest carry their value."""
    middle, value = one.middle, wording.number(one.value)
    at = f'x="{one.x}" y="{one.y}" width="{one.width}" height="{one.height}"'
    said = f'<text class="v" x="{middle}" y="{one.y}" dy="-5" text-anchor="middle">{value}</text>'
    bar = f'<rect class="{"c1" if one.is_tall else "c2"}" {at}></rect>{said if one.is_tall else ""}'
    return f'{bar}<text x="{middle}" y="118" text-anchor="middle">{shown(one.label)}</text>'


def _line(one: charts.Column) -> str:
    """The same in the table of numbers."""
    label, value = shown(one.label), wording.number(one.value)
    return f'<tr><th scope="row">{label}</th><td class="num">{value}</td></tr>'


@register.inclusion_tag("kit/stack_chart.html")
def stack_chart(
    rows: Sequence[tuple[str, Sequence[charts.Value]]],
    keys: Sequence[tuple[str, str]],
    title: str,
    finding: str,
    most: charts.Value | None = None,
) -> dict[str, object]:
    """Bars cut in parts: rows of label and values, keys of word and tone in the same order.

    Each bar is a whole, cut into shares; with `most`, amounts, as long as they are of that.
    """
    drawn = [
        (label, charts.pieces(_keyed(keys, values), most), values, sum(values))
        for label, values in rows
    ]
    return {"rows": drawn, "keys": keys, "title": title, "finding": finding}


@register.inclusion_tag("kit/line_chart.html")
def line_chart(
    now: Sequence[charts.Value],
    before: Sequence[charts.Value],
    title: str,
    finding: str,
    years: tuple[int, int],
) -> dict[str, object]:
    """Two lines over the months of a year: this year's so far, and last year's whole."""
    return {
        **charts.lines(now, before, height=100),
        "title": title,
        "finding": finding,
        "years": years,
    }


def _keyed(
    keys: Sequence[tuple[str, str]], values: Sequence[charts.Value]
) -> list[tuple[str, str, charts.Value]]:
    return [(word, tone, value) for (word, tone), value in zip(keys, values, strict=True)]
