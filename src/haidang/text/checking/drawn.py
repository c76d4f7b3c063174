"""Lines that stand under words, however they were made: drawn, a border, underlined, typed."""

import re
from collections.abc import Iterator

from lxml import etree

from haidang.text.checking.looks import MM_PER_TWIP, Stance
from haidang.text.checking.passages import Drawn, Passage, Run
from haidang.text.checking.properties import twips_of, value_of
from haidang.text.checking.styles import Styles
from haidang.text.reading.package import W

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_SHAPES = {f"{_V}line", f"{_V}shape", f"{_V}rect"}
_MM_PER_EMU = 25.4 / 914_400
_FLAT = 0.12  # a line is far longer than high
_MOST_HIGH = 3.0  # millimetres
_STYLED = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(-?[\d.]+)(pt|in|mm|cm|px)?")
_UNITS = {"pt": 25.4 / 72, "in": 25.4, "mm": 1, "cm": 10, "px": 25.4 / 96, None: 25.4 / 72}
_POINT = re.compile(r"(-?[\d.]+)(pt|in|mm|cm|px)?,(-?[\d.]+)(pt|in|mm|cm|px)?")


def shapes_on(paragraph: etree._Element) -> Iterator[Drawn]:
    """The lines that were drawn on a paragraph, new shapes first; an old copy of one is left."""
    found = False
    for extent in paragraph.iter(f"{_DRAWING}extent"):
        wide, high = (_emu(extent.get(side)) for side in ("cx", "cy"))
        if _is_line(wide, high):
            found = True
            yield Drawn("shape", wide)
    if not found:
        for shape in paragraph.iter(*_SHAPES):
            if (length := _old_length(shape)) is not None:
                yield Drawn("shape", length or None)


def _emu(text: str | None) -> float:
    return int(text) * _MM_PER_EMU if text and text.isdecimal() and len(text) < 12 else 0


def _is_line(wide: float, high: float) -> bool:
    return wide > 0 and high <= min(_MOST_HIGH, max(wide * _FLAT, 0.5))


def _old_length(shape: etree._Element) -> float | None:
    """The length of a line of the old kind; 0 where it does not say, None where it is no line."""
    start, end = (_POINT.match(shape.get(name, "")) for name in ("from", "to"))
    if start and end:
        return abs(_mm(end[1], end[2]) - _mm(start[1], start[2]))
    sides = {name: _mm(size, unit) for name, size, unit in _STYLED.findall(shape.get("style", ""))}
    if shape.tag == f"{_V}line":
        return sides.get("width", 0)
    wide, high = sides.get("width", 0), sides.get("height", 99)
    return wide if _is_line(wide, high) else None


def _mm(size: str, unit: str | None) -> float:
    return (twips_of(size) or 0) * _UNITS[unit or None]


def border_of(paragraph: etree._Element, stance: Stance, width: float) -> Iterator[Drawn]:
    """The border below a paragraph, which is as long as the paragraph is wide."""
    bottom = paragraph.find(f"{W}pPr/{W}pBdr/{W}bottom")
    if bottom is not None and value_of(bottom) not in ("", "none", "nil"):
        yield Drawn("border", width - stance.left - stance.right if width else None)


def is_framed(passage: Passage, styles: Styles | None) -> bool:
    """Whether a frame is drawn round a paragraph: its own, its style's, its cell's or its box's."""
    own = passage.node.find(f"{W}pPr/{W}pBdr")
    if _is_whole(own) or (styles and _is_whole(styles.borders_of(passage.style))):
        return True
    for parent in passage.node.iterancestors():
        if parent.tag == f"{W}txbxContent":
            return True
        if parent.tag == f"{W}tc" and _is_whole(parent.find(f"{W}tcPr/{W}tcBorders")):
            return True
        if parent.tag == f"{W}tbl":
            alone = len(list(parent.iter(f"{W}tc"))) == 1
            return alone and _is_whole(parent.find(f"{W}tblPr/{W}tblBorders"))
    return False


def _is_whole(borders: etree._Element | None) -> bool:
    sides = {
        etree.QName(side).localname
        for side in (() if borders is None else borders)
        if value_of(side) not in ("", "none", "nil")
    }
    return {"top", "bottom"} <= sides and len(sides & {"left", "right", "start", "end"}) == 2


def underline_of(runs: tuple[Run, ...]) -> Iterator[Drawn]:
    """An underline that goes through most of the words."""
    words = [run for run in runs if run.words.strip()]
    under = sum(len(run.words) for run in words if run.letters.underlined)
    if under * 2 > sum(len(run.words) for run in words):
        yield Drawn("underline")


def twips_wide(element: etree._Element | None) -> float:
    """The width of a cell in millimetres; 0 where it is not fixed."""
    width = twips_of(value_of(element, "w")) or 0
    return width * MM_PER_TWIP if value_of(element, "type") == "dxa" and width > 0 else 0
