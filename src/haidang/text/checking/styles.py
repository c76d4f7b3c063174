"""Styles resolved: defaults, table, paragraph, letters, and what is set on the words themselves."""

from dataclasses import fields
from typing import Any

from lxml import etree

from haidang.text.checking.looks import Letters, Stance
from haidang.text.checking.properties import (
    Properties,
    child_value,
    letters_in,
    stance_in,
    value_of,
)
from haidang.text.reading.package import W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TOGGLES = ("bold", "italic", "capitals")  # set in two styles they are off again
_LETTERS = {field.name: field.default for field in fields(Letters)}
_STANCE = {field.name: field.default for field in fields(Stance)}
_SLOTS = ("Ascii", "HAnsi")


class Styles:
    """The styles of one document; each chain of styles is walked once."""

    def __init__(
        self,
        styles: etree._Element | None,
        numbering: etree._Element | None = None,
        theme: etree._Element | None = None,
    ) -> None:
        self.theme = theme_fonts(theme)
        self._levels = _levels_of(numbering)
        self._styles: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._letters: dict[str, Properties] = {}
        self._stances: dict[str, Properties] = {}
        self._all_letters, self._all_stances = dict(_LETTERS), dict(_STANCE)
        if styles is not None:
            self._read(styles)

    def _read(self, styles: etree._Element) -> None:
        defaults = styles.find(f"{W}docDefaults")
        if defaults is not None:
            rpr = defaults.find(f"{W}rPrDefault/{W}rPr")
            self._all_letters |= letters_in(rpr, self.theme)
            self._all_stances |= stance_in(defaults.find(f"{W}pPrDefault/{W}pPr"))
        for style in styles.iter(f"{W}style"):
            name = value_of(style, "styleId")
            self._styles[name] = style
            if value_of(style, "default") in ("1", "true"):
                self._defaults[value_of(style, "type")] = name

    def style_of(self, paragraph: etree._Element) -> str:
        """The name of the paragraph's style."""
        named = child_value(paragraph.find(f"{W}pPr"), "pStyle")
        return named if named in self._styles else self._defaults.get("paragraph", "")

    def borders_of(self, style: str) -> etree._Element | None:
        """The borders round a paragraph of that style, where it or one that it rests on has any."""
        for _ in range(len(self._styles)):
            element = self._styles.get(style)
            if element is None:
                return None
            if (found := element.find(f"{W}pPr/{W}pBdr")) is not None:
                return found
            style = child_value(element, "basedOn")
        return None

    def letters_of(self, run: etree._Element, style: str, table: str = "") -> Letters:
        """How the letters of a run look in a paragraph of that style, in a table of that style."""
        own = run.find(f"{W}rPr")
        by_run = self._letters_in(child_value(own, "rStyle"))
        layers = (self._letters_in(table), self._letters_in(style), by_run)
        found: dict[str, Any] = dict(self._all_letters)
        for layer in layers:
            found.update(layer)
        for toggle in _TOGGLES:
            said = [layer[toggle] for layer in layers if toggle in layer]
            if said:
                found[toggle] = sum(map(bool, said)) % 2 == 1
        found.update(letters_in(own, self.theme))
        return Letters(**found)

    def stance_of(self, paragraph: etree._Element, style: str, table: str = "") -> Stance:
        """How a paragraph stands; a list that it is put into directly outweighs its style."""
        own = paragraph.find(f"{W}pPr")
        found: dict[str, Any] = self._all_stances | self._stance_in(table)
        found |= self._stance_in(style) | self._level(own) | stance_in(own)
        return Stance(**found)

    def _letters_in(self, style: str) -> Properties:
        if style not in self._letters:
            self._letters[style] = {}  # a style that rests on itself adds nothing
            element = self._styles.get(style)
            if element is not None:
                base = self._letters_in(child_value(element, "basedOn"))
                own = letters_in(element.find(f"{W}rPr"), self.theme)
                self._letters[style] = base | own
        return self._letters[style]

    def _stance_in(self, style: str) -> Properties:
        if style not in self._stances:
            self._stances[style] = {}
            element = self._styles.get(style)
            if element is not None:
                base = self._stance_in(child_value(element, "basedOn"))
                own = element.find(f"{W}pPr")
                self._stances[style] = base | self._level(own) | stance_in(own)
        return self._stances[style]

    def _level(self, properties: etree._Element | None) -> Properties:
        number = properties.find(f"{W}numPr") if properties is not None else None
        if number is None:
            return {}
        return self._levels.get((child_value(number, "numId"), child_value(number, "ilvl")), {})


def theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    """The fonts that a theme stands for, by the names that runs use."""
    found: dict[str, str] = {}
    if theme is None:
        return found
    for kind in ("major", "minor"):
        latin = theme.find(f".//{A}{kind}Font/{A}latin")
        if latin is not None:
            found |= {f"{kind}{slot}": latin.get("typeface", "") for slot in _SLOTS}
    return found


def _levels_of(numbering: etree._Element | None) -> dict[tuple[str, str], Properties]:
    """How far each level of each list moves its paragraphs in, by list and level."""
    if numbering is None:
        return {}
    kinds = {value_of(kind, "abstractNumId"): kind for kind in numbering.iter(f"{W}abstractNum")}
    found: dict[tuple[str, str], Properties] = {}
    for number in numbering.iter(f"{W}num"):
        kind = kinds.get(child_value(number, "abstractNumId"))
        for level in kind.iter(f"{W}lvl") if kind is not None else ():
            stance = stance_in(level.find(f"{W}pPr"))
            depth = value_of(level, "ilvl")
            found[value_of(number, "numId"), depth] = stance
            if depth == "0":
                found[value_of(number, "numId"), ""] = stance
    return found
