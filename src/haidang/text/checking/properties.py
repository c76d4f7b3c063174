"""The properties of letters and paragraphs as the XML of a .docx says them; nothing inherited."""

from collections.abc import Callable

from lxml import etree

from haidang.text.checking.looks import MM_PER_TWIP
from haidang.text.reading.package import W

Properties = dict[str, object]
_ALIGN = {"center": "center", "both": "both", "distribute": "both", "right": "right"}
_ALIGN |= {"end": "right", "thaiDistribute": "both"}
_OFF = {"0", "false", "off", "none"}
_AUTO_GAP = 14.0  # points; Word's own "auto" spacing
_LINE = 240
_MOST = 31_680  # twips: 22 inches, the most that Word allows


def value_of(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of an element in Word's namespace; empty where there is none."""
    return element.get(f"{W}{name}", "") if element is not None else ""


def child_value(element: etree._Element | None, name: str) -> str:
    """The value of a child; empty where there is none."""
    return value_of(element.find(f"{W}{name}")) if element is not None else ""


def twips_of(text: str) -> float | None:
    """A measure in twips; None where it is no number or beyond every page."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) <= _MOST else None


def _is_on(element: etree._Element) -> object:
    return element.get(f"{W}val", "1") not in _OFF


def _size(element: etree._Element) -> object:
    half = twips_of(value_of(element))
    return half / 2 if half else None


def _colour(element: etree._Element) -> object:
    theme = value_of(element, "themeColor")
    if theme in ("text1", "dark1") and not value_of(element, "themeTint"):
        return "000000"
    value = value_of(element)
    return "auto" if value in ("", "auto") else value.upper()


def _is_shaded(element: etree._Element) -> object:
    return value_of(element, "fill").upper() not in ("", "AUTO", "FFFFFF")


_LETTERS: dict[str, tuple[str, Callable[[etree._Element], object]]] = {
    f"{W}b": ("bold", _is_on),
    f"{W}i": ("italic", _is_on),
    f"{W}caps": ("capitals", _is_on),
    f"{W}vanish": ("hidden", _is_on),
    f"{W}sz": ("size", _size),
    f"{W}strike": ("struck", _is_on),
    f"{W}dstrike": ("struck", _is_on),
    f"{W}highlight": ("marked", _is_on),
    f"{W}shd": ("marked", _is_shaded),  # as LibreOffice writes it
    f"{W}color": ("colour", _colour),
    f"{W}u": ("underlined", _is_on),
    f"{W}vertAlign": ("raised", lambda element: value_of(element) != "baseline"),
}


def letters_in(element: etree._Element | None, theme: dict[str, str]) -> Properties:
    """What an rPr says of letters."""
    found: Properties = {}
    for child in element if element is not None else ():
        if child.tag == f"{W}rFonts":
            found |= _fonts(child, theme)
        elif child.tag in _LETTERS:
            name, read = _LETTERS[child.tag]
            if (value := read(child)) is not None:
                found[name] = value
    return found


def _fonts(element: etree._Element, theme: dict[str, str]) -> Properties:
    found: Properties = {}
    for name, slot in (("font", "ascii"), ("wide_font", "hAnsi")):
        by_theme = theme.get(value_of(element, f"{slot}Theme"), "")
        if font := by_theme or value_of(element, slot):
            found[name] = font
    return found


def stance_in(element: etree._Element | None) -> Properties:
    """What a pPr says of the paragraph."""
    found: Properties = {}
    for child in element if element is not None else ():
        if child.tag == f"{W}jc":
            found["align"] = _ALIGN.get(value_of(child), "left")
        elif child.tag == f"{W}spacing":
            found |= _spacing(child)
        elif child.tag == f"{W}ind":
            found |= _indents(child)
        elif child.tag == f"{W}contextualSpacing":
            found["contextual"] = _is_on(child)
    return found


def _spacing(element: etree._Element) -> Properties:
    found: Properties = {}
    for side in ("before", "after"):
        if value_of(element, f"{side}Autospacing") not in ("", *_OFF):
            found[side] = _AUTO_GAP
        elif (gap := twips_of(value_of(element, side))) is not None:
            found[side] = gap / 20
    if (line := twips_of(value_of(element, "line"))) is not None:
        rule = value_of(element, "lineRule")
        if rule in ("", "auto"):
            found |= {"line": line / _LINE, "exact": None}
        elif rule == "exact":
            found |= {"line": None, "exact": line / 20}
        else:  # "atLeast": as high as the letters need
            found |= {"line": 1.0, "exact": None}
    return found


def _indents(element: etree._Element) -> Properties:
    found: Properties = {}
    for name, attributes in (("left", ("left", "start")), ("right", ("right", "end"))):
        for attribute in attributes:
            if (indent := twips_of(value_of(element, attribute))) is not None:
                found[name] = indent * MM_PER_TWIP
    if (hanging := twips_of(value_of(element, "hanging"))) is not None:
        found["first"] = -hanging * MM_PER_TWIP
    elif (first := twips_of(value_of(element, "firstLine"))) is not None:
        found["first"] = first * MM_PER_TWIP
    return found
