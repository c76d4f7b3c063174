"""What the styles of a page say that a reader must know: what is hidden, notes, fonts, labels."""

import re

from lxml import etree

_HIDDEN = re.compile(
    r"display:\s*none|mso-hide:\s*all|visibility:\s*hidden"
    r"|mso-element:\s*(?:header|footer|comment-list|comment)\b",
    re.IGNORECASE,
)
_NOTES = re.compile(r"mso-element:\s*(?:footnote|endnote)-list", re.IGNORECASE)
_FONT = re.compile(r"font-family:\s*[\"']?([^;,\"']+)", re.IGNORECASE)
_BULLETS = ("-", "+", "*", "•", "–", "·")
_NOTE_SIGNS = frozenset(("MsoFootnoteReference", "MsoEndnoteReference"))


def is_hidden(element: etree._Element) -> bool:
    """Whether a reader of the printed page does not see it where it stands.

    Headers, footers and comments, which Word keeps at the end of the page, are not seen there;
    the sign of a note is left out, for "số 12[1]" is no number, and so are numbers of pages.
    """
    style = element.get("style")
    if style and _HIDDEN.search(style):
        return True
    name = element.get("class") or ""
    return name in _NOTE_SIGNS or "page-number" in name or "hidden" in element.attrib


def is_notes(element: etree._Element) -> bool:
    """Whether it holds the notes at the foot of the pages."""
    style = element.get("style")
    return bool(style and _NOTES.search(style))


def font_of(element: etree._Element) -> str:
    """The font that the element itself names; empty where it names none."""
    if face := element.get("face"):
        return face.split(",")[0]
    found = _FONT.search(element.get("style") or "")
    return found.group(1) if found else ""


def number_items(element: etree._Element) -> None:
    """Give each item of a numbered list the value that a browser would give it."""
    if element.tag != "ol":
        return
    value = _number(element.get("start"), 1)
    for item in element.iterchildren("li"):
        value = _number(item.get("value"), value)
        item.set("value", str(value))
        value += 1


def label_of(element: etree._Element) -> str:
    """What a browser writes before an item of a list."""
    if element.tag != "li":
        return ""
    if value := _number(element.get("value"), 0):
        return f"{value}. "
    return "" if _begins_with_a_bullet(element) else "- "


def _begins_with_a_bullet(element: etree._Element) -> bool:
    words = next((words for words in map(str, element.itertext()) if words.strip()), "")
    return words.lstrip()[:1] in _BULLETS


def _number(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 6 else otherwise
