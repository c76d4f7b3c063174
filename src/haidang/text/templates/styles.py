"""The styles of a template by their names; where it has none of a name, the decree's look is added.

An administrator who changes the style "Nội dung" in Word changes the body of every document.
"""

import unicodedata
from copy import deepcopy
from functools import cache

from lxml import etree

from haidang.text.layout.page import FONT
from haidang.text.reading.package import W
from haidang.text.templates.form import STYLES, Form
from haidang.text.writing.docx.styles import styles_xml

_NAMED = (f"{W}pStyle", f"{W}tblStyle", f"{W}rStyle")
_FONTS = ("ascii", "hAnsi", "eastAsia", "cs")
# What Word takes where a style says nothing; said outright, for the template's defaults may differ
_SPACING = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
_INDENTS = {"left": "0", "right": "0", "firstLine": "0"}

Key = tuple[str, str]  # kind of style, name


@cache
def _ours() -> dict[str, etree._Element]:
    tree = etree.fromstring(styles_xml().encode())
    return {style.get(f"{W}styleId", ""): style for style in tree.iter(f"{W}style")}


def _key(style: etree._Element) -> Key:
    name = style.find(f"{W}name")
    said = name.get(f"{W}val", "") if name is not None else ""
    return style.get(f"{W}type", ""), unicodedata.normalize("NFC", said).casefold()


class Sheet:
    """The style sheet of one template, which grows by the styles that are asked for."""

    def __init__(self, form: Form) -> None:
        self._tree = form.trees.get(STYLES)
        found = self._tree.iter(f"{W}style") if self._tree is not None else ()
        self._by_name = {_key(style): style.get(f"{W}styleId", "") for style in found}
        self._default = _default_of(self._tree)

    def adopt(self, elements: list[etree._Element]) -> None:
        """Call the styles of what our writer drew by the names that this template has for them."""
        for root in elements:
            for element in root.iter(*_NAMED):
                own = _ours().get(element.get(f"{W}val", ""))
                if own is not None:
                    element.set(f"{W}val", self.id_of(own))

    def id_of(self, own: etree._Element) -> str:
        """What the template calls a style of ours, added where there is none of that name."""
        key = _key(own)
        if key not in self._by_name:
            self._by_name[key] = self._added(own)
        return self._by_name[key]

    def is_plain(self, style: str) -> bool:
        """Whether a paragraph of that style says nothing of its look: it has the default one."""
        return style in ("", self._default)

    def name_of(self, style: str) -> str:
        """The name of a paragraph style, in small letters; empty where there is none such."""
        return next((key[1] for key, found in self._by_name.items() if found == style), "")

    def _added(self, own: etree._Element) -> str:
        taken = set(self._by_name.values())
        made = own.get(f"{W}styleId", "")
        while made in taken:
            made = f"{made}1"
        if self._tree is not None:
            self._tree.append(_standing_alone(own, made))
        return made


def _default_of(tree: etree._Element | None) -> str:
    for style in tree.iter(f"{W}style") if tree is not None else ():
        kind = style.get(f"{W}type"), style.get(f"{W}default") in ("1", "true")
        if kind == ("paragraph", True):
            return style.get(f"{W}styleId", "")
    return ""


def _standing_alone(own: etree._Element, made: str) -> etree._Element:
    """Our style resting on nothing, for what it rests on with us looks otherwise there."""
    style = deepcopy(own)
    style.set(f"{W}styleId", made)
    style.attrib.pop(f"{W}default", "")
    for name in ("basedOn", "next"):
        for child in style.findall(f"{W}{name}"):
            style.remove(child)
    if style.get(f"{W}type") == "paragraph":
        _say_all(style)
    return style


def _say_all(style: etree._Element) -> None:
    look = _child(style, "pPr")
    for name, usual in (("spacing", _SPACING), ("ind", _INDENTS)):
        said = _child(look, name, ("jc", "outlineLvl"))
        for attribute, value in usual.items():
            if f"{W}{attribute}" not in said.attrib:
                said.set(f"{W}{attribute}", value)
    if look.find(f"{W}jc") is None:
        _child(look, "jc", ("outlineLvl",)).set(f"{W}val", "left")
    letters = _child(style, "rPr")
    if letters.find(f"{W}rFonts") is None:
        fonts = etree.Element(f"{W}rFonts", {f"{W}{slot}": FONT for slot in _FONTS})
        letters.insert(0, fonts)
    if letters.find(f"{W}color") is None:
        _child(letters, "color", ("sz", "szCs", "lang")).set(f"{W}val", "000000")


def _child(parent: etree._Element, name: str, before: tuple[str, ...] = ()) -> etree._Element:
    """The child of that name; a new one stands before the first of the others named."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        later = {f"{W}{other}" for other in before}
        after = next((child for child in parent if child.tag in later), None)
        if after is not None:
            after.addprevious(found)
        else:
            parent.append(found)
    return found
