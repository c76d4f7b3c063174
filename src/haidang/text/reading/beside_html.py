"""Words of a page that a browser does not show in its text: names, hints, remarks, hidden parts."""

import re
from collections.abc import Iterator

from lxml import etree, html

from haidang.text.reading.page_styles import is_hidden

_SAID = frozenset("alt title content value placeholder aria-label label summary data-title".split())
_UNSEEN = frozenset("title noscript object svg template nav del header footer".split())
_LEFT_OUT = frozenset(("script", "style"))
_STYLED = re.compile(r"content\s*:\s*[\"']([^\"'\n]{1,200})[\"']")
_LETTERS = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_BLOCKS = "p div li h1 h2 h3 h4 h5 h6 td th tr text tspan br".split()


def words_of_html(data: bytes) -> Iterator[str]:
    """Every line that the page holds, shown or not; nothing where it is no page."""
    found = _LETTERS.search(data[:4096])
    root = _parsed(data, found.group(1).decode("ascii") if found else "utf-8")
    if root is not None:
        yield from _words(root)


def _parsed(data: bytes, encoding: str) -> etree._Element | None:
    try:
        parser = html.HTMLParser(encoding=encoding, no_network=True, huge_tree=True)
        return html.document_fromstring(data, parser=parser)
    except LookupError:
        return _parsed(data, "utf-8")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _words(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element, html.HtmlComment):
            yield element.text or ""
            continue
        yield from (str(element.get(name)) for name in _SAID & set(element.attrib))
        if element.tag == "style" or element.get("style"):
            said = f"{element.text or ''} {element.get('style') or ''}"
            yield from (found.group(1) for found in _STYLED.finditer(said))
        elif element.tag in _UNSEEN or is_hidden(element):
            yield from _lines(element)


def _lines(element: etree._Element) -> list[str]:
    words: list[str] = []
    for part in element.iter():
        if isinstance(part.tag, str) and part.tag not in _LEFT_OUT:
            words.append("\n" if part.tag in _BLOCKS else "")
            words.append(part.text or "")
        words.append((part.tail or "") if part is not element else "")
    return "".join(words).split("\n")
