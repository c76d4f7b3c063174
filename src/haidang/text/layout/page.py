"""The page: A4, its margins and its one font (Nghị định 30/2020, Phụ lục I, Phần I, mục I)."""

from dataclasses import dataclass

from haidang.text.layout.component import ANNEX

A4_MM = (210, 297)  # mục I.1
FONT = "Times New Roman"  # mục I.4: Unicode, TCVN 6909:2001, black
PAGE_ARTICLE = f"{ANNEX}, mục I.1 đến I.4"
FONT_ARTICLE = f"{ANNEX}, mục I.4"
NUMBER_ARTICLE = f"{ANNEX}, mục I.7"
FIRST_LINE_CHOICES_MM = (10.0, 12.7)  # mục II.6: 1 cm or 1.27 cm
FIRST_LINE_MM = 12.7
PARAGRAPH_GAP_PT = 6  # mục II.6: at least
LINE_SPACING = (1.0, 1.5)  # mục II.6
NUMBER_FROM_EDGE_MM = 10  # halfway down the top margin
FOOT_FROM_EDGE_MM = 10
SINGLE_LINE = 1.149  # the height of one line of Times New Roman in sizes of its type

# mục I.3: least and greatest, in millimetres
MARGIN_RANGES = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}


class MarginError(ValueError):
    """A margin outside what the decree allows."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins in millimetres; refuses unlawful ones with MarginError (NĐ 30/2020, PL I, I.3)."""

    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 15

    def __post_init__(self) -> None:
        for side, (least, most) in MARGIN_RANGES.items():
            if not least <= getattr(self, side) <= most:
                raise MarginError(f"Lề {side} phải từ {least} đến {most} mm.")


@dataclass(frozen=True, slots=True)
class Page:
    """One A4 page, upright or turned; the margins keep their sides when it is turned."""

    landscape: bool = False
    margins: Margins = Margins()

    @property
    def width(self) -> int:
        return A4_MM[1] if self.landscape else A4_MM[0]

    @property
    def height(self) -> int:
        return A4_MM[0] if self.landscape else A4_MM[1]

    @property
    def text_width(self) -> int:
        return self.width - self.margins.left - self.margins.right

    @property
    def text_height(self) -> int:
        return self.height - self.margins.top - self.margins.bottom
