"""Changes the look of words and paragraphs where they stand; never a letter of the text."""

from lxml import etree

from haidang.text.layout.page import FONT
from haidang.text.reading.package import W

_LETTERS_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd "
    "fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
).split()
_STANCE_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr "
    "shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange"
).split()
SECTION_ORDER = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings sectPrChange"
).split()
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def child_of(parent: etree._Element, name: str, order: list[str]) -> etree._Element:
    """The child of that name, made at its place in the order of the schema where there is none."""
    tag = f"{W}{name}"
    if (found := parent.find(tag)) is not None:
        return found
    before = {f"{W}{other}" for other in order[: order.index(name)]}
    at = max((i for i, child in enumerate(parent, 1) if child.tag in before), default=0)
    made = etree.Element(tag)
    parent.insert(at, made)
    return made


def _letters(run: etree._Element) -> etree._Element:
    return _first(run, "rPr")


def _stance(paragraph: etree._Element) -> etree._Element:
    return _first(paragraph, "pPr")


def _first(element: etree._Element, name: str) -> etree._Element:
    """The properties of a run or a paragraph, which stand before all else in it."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        element.insert(0, found)
    return found


def set_font(run: etree._Element) -> None:
    """Times New Roman for all letters."""
    fonts = child_of(_letters(run), "rFonts", _LETTERS_ORDER)
    for slot in _SLOTS:
        fonts.set(f"{W}{slot}", FONT)
    for slot in _THEMED:
        fonts.attrib.pop(f"{W}{slot}", "")


def set_size(run: etree._Element, size: float) -> None:
    """A size in points."""
    for name in ("sz", "szCs"):
        child_of(_letters(run), name, _LETTERS_ORDER).set(f"{W}val", str(round(size * 2)))


def set_toggle(run: etree._Element, name: str, on: bool) -> None:
    """Bold ("b"), italics ("i") or capitals ("caps") on or off."""
    names = (name,) if name == "caps" else (name, f"{name}Cs")
    for each in names:
        child_of(_letters(run), each, _LETTERS_ORDER).set(f"{W}val", "1" if on else "0")


def set_colour(run: etree._Element, value: str = "000000") -> None:
    """Black or that colour, whatever the theme."""
    colour = child_of(_letters(run), "color", _LETTERS_ORDER)
    colour.attrib.clear()
    colour.set(f"{W}val", value)


def unmark(run: etree._Element) -> None:
    """No highlighter, whatever style it comes from."""
    child_of(_letters(run), "highlight", _LETTERS_ORDER).set(f"{W}val", "none")
    shade = child_of(_letters(run), "shd", _LETTERS_ORDER)
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "auto")):
        shade.set(f"{W}{name}", value)


def set_align(paragraph: etree._Element, align: str) -> None:
    """Aligned as Word calls it: "center", "both"."""
    child_of(_stance(paragraph), "jc", _STANCE_ORDER).set(f"{W}val", align)


def set_spacing(paragraph: etree._Element, **measures: int) -> None:
    """Measures in twips, or 240ths of a line for `line`."""
    spacing = child_of(_stance(paragraph), "spacing", _STANCE_ORDER)
    for name, measure in measures.items():
        spacing.set(f"{W}{name}", str(measure))
        for other in (f"{name}Autospacing", f"{name}Lines"):
            spacing.attrib.pop(f"{W}{other}", "")
    if "line" in measures:
        spacing.set(f"{W}lineRule", "auto")
    child_of(_stance(paragraph), "contextualSpacing", _STANCE_ORDER).set(f"{W}val", "0")


def set_first_line(paragraph: etree._Element, twips: int) -> None:
    """The first line so far from the margin, the others at it."""
    indent = child_of(_stance(paragraph), "ind", _STANCE_ORDER)
    for name in ("hanging", "hangingChars", "firstLineChars", "leftChars", "start", "startChars"):
        indent.attrib.pop(f"{W}{name}", "")
    indent.set(f"{W}left", "0")
    indent.set(f"{W}firstLine", str(twips))


def add_rule_below(paragraph: etree._Element, side: int, gap: int = 0) -> None:
    """A border below an empty paragraph, drawn in from both sides by so many twips.

    A blank paragraph that stands there already serves for it.
    """
    rule = etree.fromstring(
        f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0"'
        f' w:color="000000"/></w:pBdr><w:spacing w:before="0" w:after="{gap}" w:line="70"'
        f' w:lineRule="exact"/><w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/></w:pPr>'
        "</w:p>"
    )
    below = paragraph.getnext()
    if below is not None and below.tag == f"{W}p" and not _holds(below):
        below[:] = list(rule)
    else:
        paragraph.addnext(rule)


def _holds(paragraph: etree._Element) -> bool:
    """Whether anything but blanks stands in a paragraph, or a section ends with it."""
    kept = {f"{W}{name}" for name in ("drawing", "pict", "object", "sectPr", "br", "fldChar")}
    kept |= {f"{W}{name}" for name in ("bookmarkStart", "commentReference", "footnoteReference")}
    return any(
        child.tag in kept or (child.tag == f"{W}t" and (child.text or "").strip())
        for child in paragraph.iter()
    )
