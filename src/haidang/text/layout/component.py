"""The shape of one rule about one component of an official document; the rules are in `boxes`."""

from dataclasses import dataclass, replace
from enum import StrEnum

ANNEX = "NĐ 30/2020, Phụ lục I, Phần I"
BLACK = "000000"  # mục I.4


class Align(StrEnum):
    """How the lines of a component stand between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Component:
    """How one component is to look: what we write, and within which sizes it is still lawful.

    `box` is the decree's ô số ("1" to "14", "5b", …), or "page" or "text". Spacing is in points,
    `first_line` and `indent` (of every line) in millimetres, `line` in lines. `rule_below` is the
    least and the greatest share of the text's width that the line under it may have.

    Example: `MOTTO.size` is 13, and 13 to 14 is lawful.
    """

    key: str
    name: str  # as the style is called in Word
    box: str
    article: str
    size: float
    sizes: tuple[float, float]
    bold: bool = False
    italic: bool = False
    upper: bool = False
    align: Align = Align.LEFT
    before: float = 0
    after: float = 0
    line: float = 1
    first_line: float = 0
    indent: float = 0
    rule_below: tuple[float, float] | None = None
    rule_gap: float = 0  # points below that line
    keep_next: bool = False
    outline: int | None = None  # level in the navigation pane, from 1
    colour: str = BLACK
    frame_height: float | None = None  # millimetres of the frame drawn round it

    def allows(self, size: float) -> bool:
        return self.sizes[0] <= size <= self.sizes[1]

    def at(self, size: float) -> "Component":
        """The same component in another lawful size; refuses others with SizeError."""
        if not self.allows(size):
            raise SizeError(f"{self.name}: cỡ chữ {size:g} ngoài khoảng {self.sizes}")
        return replace(self, size=size)


class SizeError(ValueError):
    """A size of type outside what the decree allows for the component."""
