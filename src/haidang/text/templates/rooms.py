"""How wide the place is in which a paragraph stands: its cell, or the text of the page."""

from lxml import etree

from haidang.text.checking.looks import MM_PER_TWIP
from haidang.text.checking.properties import twips_of, value_of
from haidang.text.layout.page import Page
from haidang.text.reading.package import W


def room_of(paragraph: etree._Element, page: float) -> float:
    """In millimetres; `page` where it stands in no cell, or in one that says no width."""
    for outer in paragraph.iterancestors(f"{W}tc"):
        width = twips_of(value_of(outer.find(f"{W}tcPr/{W}tcW"), "w"))
        kind = value_of(outer.find(f"{W}tcPr/{W}tcW"), "type")
        return _mm(width) if width and kind in ("", "dxa") else page
    return page


def text_width(section: etree._Element | None) -> float:
    """The width of the text of a section, in millimetres; the decree's where nothing is said."""
    if section is None:
        return Page().text_width
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    measures = [twips_of(value_of(size, "w"))]
    measures += [twips_of(value_of(margins, side)) for side in ("left", "right")]
    if any(measure is None for measure in measures):
        return Page().text_width
    wide, left, right = (measure or 0 for measure in measures)
    return _mm(max(wide - left - right, 1))


def _mm(twips: float) -> float:
    return round(twips * MM_PER_TWIP, 1)  # a file counts in twips what was meant in millimetres
