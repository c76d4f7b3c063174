"""Lines, and columns of lines: what every writer draws, whatever its format."""

from dataclasses import dataclass, replace

from haidang.text.layout.component import Component
from haidang.text.layout.widths import width_mm
from haidang.text.writing.marks import Run, runs_of, text_of, uppered

FRAME_PADDING_MM = 1.5


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in the look of its component; `ruled` draws the line that belongs under it.

    `keep` holds it on the page of what follows. `begins` and `ends` are false where a page of
    the preview cuts it. `frame` is the width and height in millimetres of a frame around it.
    """

    component: Component
    runs: tuple[Run, ...]
    ruled: bool = False
    keep: bool = False
    begins: bool = True
    ends: bool = True
    frame: tuple[float, float] | None = None

    @property
    def text(self) -> str:
        return text_of(self.runs)

    @property
    def width(self) -> float:
        """Its width in millimetres if it stood on one line."""
        return width_mm(self.text, self.component.size, bold=self.component.bold)


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of two cells side by side without borders; `shares` are their widths in millimetres."""

    name: str  # "header", "closing", or "signers" where two sign side by side
    rows: tuple[tuple[tuple[Line, ...], tuple[Line, ...]], ...]
    shares: tuple[float, float]


def line_of(component: Component, text: str, *, ruled: bool = False) -> Line:
    """The text, its marks read, as a line in the look of the component."""
    runs = runs_of(text.strip())
    return Line(component, uppered(runs) if component.upper else runs, ruled)


def framed(component: Component, text: str, width: float | None = None) -> Line:
    """The text in a single frame as high as the component has it, as wide as it needs or more."""
    line = line_of(component, text)
    least = line.width + 2 * FRAME_PADDING_MM
    return replace(line, frame=(max(width or 0, least), component.frame_height or 0))


def rule_length(lines: tuple[Line, ...], room: float) -> float:
    """How long the line under the last of these is, in millimetres, measured on the longest.

    It is the middle of what the decree allows, and never longer than the room there is.
    """
    component = lines[-1].component
    least, most = component.rule_below or (0, 0)
    longest = max(line.width for line in lines if line.component is component)
    return min(longest, room) * (least + most) / 2
