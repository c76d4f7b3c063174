"""Where the marks of a chart go, in per cent of its width or in pixels of its height.

Pages draw them as SVG with these numbers as attributes: no script, and no inline style, which our
Content-Security-Policy refuses.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

Value = int | float
ROOM_FOR_LABELS = 84.0  # per cent of the width that the longest bar may fill


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar and, where it is known, the mark of the year before."""

    label: str
    value: Value
    previous: Value | None
    width: str
    text_at: str
    mark_at: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a bar cut in parts; `tone` is a class of the kit (c1, c2, c-bad, b-task)."""

    label: str
    value: Value
    tone: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Column:
    """One upright column of a chart over months."""

    label: str
    value: Value
    x: str
    middle: str
    width: str
    y: str
    height: str
    is_tall: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight piece of a line, from one point to the next."""

    x1: str
    y1: str
    x2: str
    y2: str


def percent(share: float) -> str:
    """A share of the width as SVG reads it."""
    return f"{share:.2f}%"


def pixels(length: float) -> str:
    """A length as SVG reads it, with a point whatever the language of the page."""
    return f"{length:.1f}"


def bars(rows: Sequence[Sequence[str | Value]]) -> list[Bar]:
    """Horizontal bars from rows of label, value and, if any, the value of the year before."""
    filled = [(str(row[0]), _value(row, 1) or 0, _value(row, 2)) for row in rows]
    top = max((max(value, before or 0) for _, value, before in filled), default=0) or 1
    scale = ROOM_FOR_LABELS / top
    return [
        Bar(
            label,
            value,
            before,
            percent(value * scale),
            percent(max(value, before or 0) * scale),
            None if before is None else percent(before * scale),
        )
        for label, value, before in filled
    ]


def pieces(rows: Sequence[tuple[str, str, Value]], total: Value | None = None) -> list[Piece]:
    """The parts of one bar, side by side; with `total` the rest of the bar stays empty."""
    whole = total or sum(value for _, _, value in rows) or 1
    start, placed = 0.0, []
    for label, tone, value in rows:
        width = 100 * value / whole
        placed.append(Piece(label, value, tone, percent(start), percent(width)))
        start += width
    return placed


def columns(rows: Sequence[tuple[str, Value]], height: float) -> list[Column]:
    """Columns that stand on the line at `height`; the tallest two carry their value."""
    step = 100 / (len(rows) or 1)
    top = max((value for _, value in rows), default=0) or 1
    tall = sorted((value for _, value in rows), reverse=True)[:2]
    return [
        Column(
            label,
            value,
            percent(step * at + step * 0.15),
            percent(step * (at + 0.5)),
            percent(step * 0.7),
            pixels(height - height * value / top),
            pixels(height * value / top),
            value > 0 and value in tall,
        )
        for at, (label, value) in enumerate(rows)
    ]


def segments(values: Sequence[Value], top: Value, height: float, places: int) -> list[Segment]:
    """A line through values, over `places` equal steps of the width."""
    step = 100 / places
    points = [
        (percent(step * (at + 0.5)), pixels(height - height * value / (top or 1)))
        for at, value in enumerate(values)
    ]
    return [Segment(*start, *end) for start, end in pairwise(points)]


def _value(row: Sequence[str | Value], at: int) -> Value | None:
    found = row[at] if len(row) > at else None
    return found if isinstance(found, int | float) else None


def lines(now: Sequence[Value], before: Sequence[Value], height: float) -> dict[str, object]:
    """This year's line so far and last year's whole line, on one scale with a round top."""
    places = max(len(now), len(before), 1)
    top = round_top(max((*now, *before), default=0))
    drawn = {
        "now": segments(now, top, height, places),
        "before": segments(before, top, height, places),
    }
    months = [(at + 1, percent(100 / places * (at + 0.5))) for at in range(places)]
    steps = [(top * part // 2, pixels(height - height * part / 2)) for part in range(3)]
    rows = list(zip_longest(range(1, places + 1), now, before))
    return {
        **drawn,
        "months": months,
        "steps": steps,
        "rows": rows,
        "last": now[-1] if now else None,
    }


def round_top(value: Value) -> int:
    """The next number of the form 2, 4, 6 or 10 times a power of ten, which halves evenly."""
    size = 10 ** max(len(str(int(value))) - 1, 0)
    return next(int(size * step) for step in (2, 4, 6, 10) if size * step >= value)
