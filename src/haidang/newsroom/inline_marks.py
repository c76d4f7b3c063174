"""A segment as a translator types it: bold, italic and links as marks, never as HTML."""

import re
from html import escape

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

_BOLD, _ITALIC, _LINK = ("b", "strong"), ("i", "em"), "a"
_PATTERNS = (
    (_BOLD, re.compile(r"\*\*(.+?)\*\*", re.DOTALL), "**"),
    (_ITALIC, re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)", re.DOTALL), "*"),
)
_LINKS = re.compile(r"\[([^\]]+)\]\((a\d+)\)")


def to_text(segment: str) -> str:
    """What a translator reads of a segment: `Xem [trang này](a1), **trước ngày 30**`."""
    return _text_of(BeautifulSoup(segment, "html.parser"))


def _text_of(node: Tag) -> str:
    return "".join(_piece(child) for child in node.children)


def _piece(child: object) -> str:
    if isinstance(child, NavigableString):
        return str(child)
    if not isinstance(child, Tag):
        return ""
    inside = _text_of(child)
    if child.name == "br":
        return "\n"
    if child.name == _LINK:
        return f"[{inside}]({child.get('id', '')})"
    mark = "**" if child.name in _BOLD else "*" if child.name in _ITALIC else ""
    return f"{mark}{inside}{mark}"


def to_segment(text: str, original: str) -> str:
    """The segment that was typed; what is a mark is what the original segment has."""
    found = escape(text, quote=False)
    for names, pattern, _ in _PATTERNS:
        if name := next((one for one in names if f"<{one}>" in original), None):
            found = pattern.sub(rf"<{name}>\1</{name}>", found)
    links = set(re.findall(r'id="(a\d+)"', original))
    found = _LINKS.sub(lambda link: _anchor(link, links), found)
    if "<br" in original:
        found = found.replace("\n", "<br/>")
    return str(BeautifulSoup(found, "html.parser"))


def _anchor(link: re.Match[str], links: set[str]) -> str:
    words, name = link.groups()
    return f'<a id="{name}">{words}</a>' if name in links else link.group(0)


def lost_links(segment: str, original: str) -> list[str]:
    """The links of the original that a translated segment does not have."""
    ids = re.compile(r'id="(a\d+)"')
    there = set(ids.findall(segment))
    return [name for name in ids.findall(original) if name not in there]
