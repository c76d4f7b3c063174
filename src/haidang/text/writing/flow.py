"""The space between lines one below the other, as Word has it: the greater of what both want.

Measured on LibreOffice, which does the same: nothing is added at the top of a page, and at its
foot neither the space below a paragraph nor that between its rows.
"""

from collections.abc import Sequence

from haidang.text.writing.grids import Grid
from haidang.text.writing.lines import Line
from haidang.text.writing.rows import extra_height
from haidang.text.writing.sheets import Item

AFTER_GRID_PT = 6  # tables that touch would be read as one


def before(item: Item | None) -> float:
    """What it wants above itself, in points."""
    return item.component.before if isinstance(item, Line) and item.begins else 0


def after(item: Item) -> float:
    """What it wants below itself, in points."""
    if not isinstance(item, Line) or not item.ends:
        return 0
    return item.component.rule_gap if item.ruled else item.component.after


def gap_between(item: Item, below: Item | None) -> float:
    """The space between an item and what stands below it, in points."""
    if isinstance(item, Grid):
        return AFTER_GRID_PT + before(below)
    extra = extra_height(item) if isinstance(item, Line) and not item.ruled else 0
    return round(max(after(item), before(below)) + extra, 3)


def gaps_of(items: Sequence[Item]) -> list[float]:
    """The space below each of the items, in points; below the last as if nothing followed."""
    followers = [*items[1:], None]
    return [gap_between(item, below) for item, below in zip(items, followers, strict=False)]
