"""The space between lines one below the other, as Word has it: the greater of what both want."""

from collections.abc import Sequence

from haidang.text.writing.grids import Grid
from haidang.text.writing.lines import Line
from haidang.text.writing.pdf.looks import leading_of
from haidang.text.writing.sheets import Item

AFTER_GRID_PT = 6  # tables that touch would be read as one


def before(item: Item | None) -> float:
    """What it wants above itself, in points."""
    return item.component.before if isinstance(item, Line) else 0


def after(item: Item) -> float:
    """What it wants below itself, in points."""
    if isinstance(item, Line):
        return item.component.rule_gap if item.ruled else item.component.after
    return 0


def gaps_of(items: Sequence[Item]) -> list[float]:
    """The space below each of the items, in points; below the last as if nothing followed.

    Where lines are more than their height apart, the last of a paragraph keeps that space too,
    but for the foot of a page.
    """
    followers = [*items[1:], None]
    return [round(_gap(item, below), 3) for item, below in zip(items, followers, strict=False)]


def _gap(item: Item, below: Item | None) -> float:
    if isinstance(item, Grid):
        return AFTER_GRID_PT + before(below)
    between = max(after(item), before(below))
    return between + (leading_of(item.component) if isinstance(item, Line) else 0)
