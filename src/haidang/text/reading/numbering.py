"""The labels that Word numbers paragraphs with and does not store in their text."""

from collections import defaultdict

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """Small roman numerals, as long as plans need them."""
    words = ""
    for value, letters in _ROMAN:
        while number >= value:
            words += letters
            number -= value
    return words


class Numbering:
    """Counts the numbered paragraphs of one document in their order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._of_style: dict[str, tuple[str, int]] = {}
        self._abstract: dict[str, str] = {}
        if numbering is not None:
            self._read_levels(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read_levels(self, numbering: etree._Element) -> None:
        for abstract in numbering.iter(f"{W}abstractNum"):
            name = abstract.get(f"{W}abstractNumId", "")
            for level in abstract.iter(f"{W}lvl"):
                depth = _number(level.get(f"{W}ilvl"), 0)
                kind, text = _value(level, "numFmt"), _value(level, "lvlText")
                self._levels[name, depth] = (kind, text, _number(_value(level, "start"), 1))
        for num in numbering.iter(f"{W}num"):
            self._abstract[num.get(f"{W}numId", "")] = _value(num, "abstractNumId")

    def _read_styles(self, styles: etree._Element) -> None:
        for style in styles.iter(f"{W}style"):
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None and _value(found, "numId"):
                place = (_value(found, "numId"), _number(_value(found, "ilvl"), 0))
                self._of_style[style.get(f"{W}styleId", "")] = place

    def label_of(self, paragraph: etree._Element) -> str:
        """The label of the next paragraph with a space after it; empty where it has none."""
        place = self._place(paragraph)
        if place is None or place[0] == "0":
            return ""
        num, depth = place
        abstract = self._abstract.get(num, "")
        kind, text, start = self._levels.get((abstract, depth), ("", "", 1))
        counts = self._counts[num]
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return self._label(kind, text, abstract, counts)

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        found = paragraph.find(f"{W}pPr/{W}numPr")
        if found is not None:
            return _value(found, "numId"), _number(_value(found, "ilvl"), 0)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self._of_style.get(style.get(f"{W}val", "")) if style is not None else None

    def _label(self, kind: str, text: str, abstract: str, counts: dict[int, int]) -> str:
        if kind == "bullet":
            return "+ " if text == "+" else "- "
        if kind in ("", "none") or "%" not in text:
            return f"{text} " if text.strip() else ""
        for level, count in counts.items():
            level_kind = self._levels.get((abstract, level), ("decimal", "", 1))[0]
            text = text.replace(f"%{level + 1}", _shown(level_kind, count))
        return f"{text} "


def _shown(kind: str, count: int) -> str:
    match kind:
        case "upperRoman":
            return roman(count).upper()
        case "lowerRoman":
            return roman(count)
        case "lowerLetter":
            return "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26]
        case "upperLetter":
            return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(count - 1) % 26]
    return str(count)


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return found.get(f"{W}val", "") if found is not None else ""


def _number(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 6 else otherwise
