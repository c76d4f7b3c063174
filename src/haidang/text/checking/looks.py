"""How letters look and how a paragraph stands once all styles are resolved; values alone."""

from dataclasses import dataclass

MM_PER_TWIP = 25.4 / 1440
TWIPS_PER_MM = 1440 / 25.4
USUAL_FONT = "Times New Roman"  # what Word takes where nothing names a font
USUAL_SIZE = 10.0


@dataclass(frozen=True, slots=True)
class Letters:
    """The look of one run: sizes in points, `colour` in hexadecimal or "auto"."""

    font: str = USUAL_FONT
    wide_font: str = USUAL_FONT  # for letters beyond ASCII, which most Vietnamese ones are
    size: float = USUAL_SIZE
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    underlined: bool = False
    raised: bool = False
    hidden: bool = False
    struck: bool = False
    marked: bool = False  # with a highlighter
    colour: str = "auto"


@dataclass(frozen=True, slots=True)
class Stance:
    """How a paragraph stands: spacing in points, indents in millimetres, `line` in lines.

    `exact` is the height of a line in points where the file fixes it; then `line` is None.
    """

    align: str = "left"
    before: float = 0
    after: float = 0
    line: float | None = 1
    exact: float | None = None
    left: float = 0
    right: float = 0
    first: float = 0  # negative where the first line hangs out
    contextual: bool = False  # no space between paragraphs of one style

    @property
    def begins(self) -> float:
        """Where the first line begins, in millimetres from the margin."""
        return self.left + self.first
