"""How the pages of a PDF are laid out, measured from their letters: margins, page numbers, axes.

Only what many lines agree about is said; a page with few lines says nothing.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from haidang.text.checking.glyphs import Glyph
from haidang.text.checking.passages import Passage
from haidang.text.layout.page import MARGIN_RANGES

_SLACK_MM = 2.5  # letters stand a little inside of their lines, and scanners turn pages
_MOST_HEAD_MM = 28  # from the edge of the paper: there the number of a page stands
_SHARE = 0.35  # of the lines begin, or end, at a margin
_LEAST_LINES = 12
_SAME_LINE_MM = 1.5
_COLUMN_MM = 12  # a gap that parts what stands side by side


@dataclass(frozen=True, slots=True)
class Line:
    """Letters side by side on one line, in millimetres."""

    words: str
    left: float
    right: float
    foot: float
    top: float

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(slots=True)
class Printed:
    """What was measured: "top", "foot" or "side" of page numbers; centres of passages."""

    margins: dict[str, float] = field(default_factory=dict)  # those that the decree does not allow
    middle: float | None = None  # of the text, from the left edge
    numbers: dict[int, str] = field(default_factory=dict)  # by page, where one stands
    pages: int = 0
    centres: dict[Passage, float] = field(default_factory=dict)


def lines_of(glyphs: list[Glyph]) -> list[Line]:
    """The lines of a page from top to foot; columns are lines of their own."""
    found: list[Line] = []
    ordered = sorted(glyphs, key=lambda glyph: -glyph.foot)
    rows: list[list[Glyph]] = []
    for glyph in ordered:
        if rows and rows[-1][0].foot - glyph.foot < _SAME_LINE_MM:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for row in rows:
        row.sort(key=lambda glyph: glyph.left)
        gaps = (i for i, (a, b) in enumerate(pairwise(row), 1) if b.left - a.right > _COLUMN_MM)
        starts = [0, *gaps]
        found += [_line(row[a:b]) for a, b in zip(starts, [*starts[1:], len(row)], strict=True)]
    return found


def _line(row: list[Glyph]) -> Line:
    return Line(
        "".join(glyph.letter for glyph in row), row[0].left, row[-1].right,
        min(glyph.foot for glyph in row), max(glyph.top for glyph in row),
    )  # fmt: skip


def centre_of(glyphs: list[Glyph]) -> float | None:
    """The middle of the first line of some words."""
    return lines_of(glyphs)[0].centre if glyphs else None


def measured(pages: list[list[Glyph]], sizes: list[tuple[float, float]]) -> Printed:
    """The pages of a PDF measured; their sizes in millimetres."""
    printed = Printed(pages=len(pages))
    upright = [
        (number, lines_of(glyphs), size)
        for number, (glyphs, size) in enumerate(zip(pages, sizes, strict=True), 1)
        if size[0] < size[1] and glyphs
    ]
    texts: list[tuple[int, list[Line], tuple[float, float]]] = []
    for number, lines, size in upright:
        numbered = [line for line in lines if _is_number(line, number, size[1])]
        if numbered:
            where = "top" if numbered[0].foot > size[1] / 2 else "foot"
            printed.numbers[number] = where
        texts.append((number, [line for line in lines if line not in numbered], size))
    _measure(printed, texts)
    return printed


def _is_number(line: Line, page: int, height: float) -> bool:
    near = line.foot > height - _MOST_HEAD_MM or line.top < _MOST_HEAD_MM
    return near and line.words == str(page)


def _measure(printed: Printed, pages: list[tuple[int, list[Line], tuple[float, float]]]) -> None:
    full = [(lines, size) for _, lines, size in pages if len(lines) >= _LEAST_LINES]
    lefts = [_agreed([line.left for line in lines]) for lines, _ in full]
    rights = [_agreed([size[0] - line.right for line in lines]) for lines, size in full]
    found = {"left": lefts, "right": rights}
    later = [(lines, size) for number, lines, size in pages if number > 1 and lines]
    # the first page has stamps and an address outside of the text
    found["top"] = [size[1] - max(line.top for line in lines) for lines, size in later]
    found["bottom"] = [min(line.foot for line in lines) for lines, _ in later]
    left, right = (next(iter(edges), None) for edges in (lefts, rights))
    if left is not None and right is not None:
        printed.middle = (left + full[0][1][0] - right) / 2
    printed.margins = dict(_unlawful(found))


def _agreed(edges: list[float]) -> float | None:
    """The outermost edge at which enough lines begin or end."""
    counts = Counter(round(edge) for edge in edges)
    enough = [
        edge
        for edge in counts
        if counts[edge - 1] + counts[edge] + counts[edge + 1] >= len(edges) * _SHARE
    ]
    return min(enough, default=None)


def _unlawful(found: dict[str, list[float | None]]) -> Iterator[tuple[str, float]]:
    """Sides that are wrong on every page; above and below a page that is full shows it."""
    for side, margins in found.items():
        least, most = MARGIN_RANGES[side]
        known = [margin for margin in margins if margin is not None]
        if not known:
            continue
        narrow = [margin for margin in known if margin < least - _SLACK_MM]
        if side in ("top", "bottom"):
            if narrow:
                yield side, min(narrow)
        elif len(narrow) == len(known) or (side == "right" and min(known) > most + _SLACK_MM):
            yield side, known[0]  # on the left first lines are moved in
