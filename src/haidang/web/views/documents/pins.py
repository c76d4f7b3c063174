"""Numbered pins on the pages of a preview, where something was found, each a link to its words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import html as markup

from haidang.web.views.documents.checklist import Numbered

_NAMED = re.compile("“(.+?)”")
_LINE = "p h2 h3 h4 h5 h6 h7 li td th".split()
_MOST = 20  # pins of one finding; a fault of a whole text would cover it


def pinned(pages: str, found: Sequence[Numbered]) -> str:
    """The pages with a pin beside each line that a finding is about.

    The words stay as the writer escaped them.
    """
    if not any(row.quotes for row in found):
        return pages
    root = markup.fragment_fromstring(pages)
    lines = [(_key(line.text_content()), line) for line in root.iter(*_LINE)]
    for row in found:
        for at, line in enumerate(_lines_of(row, lines)):
            _mark(line, row.finding.found)
            _pin(line, row, is_first=at == 0)
    marked: str = markup.tostring(root, encoding="unicode")
    return marked


def _lines_of(
    row: Numbered, lines: Sequence[tuple[str, markup.HtmlElement]]
) -> Iterable[markup.HtmlElement]:
    keys = {key for quote in row.quotes if (key := _key(quote))}
    met = [line for words, line in lines if words and any(_is_of(words, line, k) for k in keys)]
    return met[:_MOST]


def _is_of(words: str, line: markup.HtmlElement, key: str) -> bool:
    """A line is the whole paragraph, or its beginning where the page ends within it."""
    return words == key or ("paper-cut" in line.get("class", "") and key.startswith(words))


def _key(words: str) -> str:
    # The writer closes a text with "./.", which its file may lack.
    return " ".join(words.split()).removesuffix("./.").rstrip(" .")


def _pin(line: markup.HtmlElement, row: Numbered, *, is_first: bool) -> None:
    if not line.find_class("paper-pins"):
        line.set("class", f"{line.get('class', '')} paper-pinned".strip())
        pins = markup.Element("span", {"class": "paper-pins"})
        pins.tail, line.text = line.text, None
        line.insert(0, pins)
    pins = line.find_class("paper-pins")[0]
    pin = markup.Element("a", {"class": "pin", "href": f"#loi-{row.number}"})
    pin.set("aria-label", f"Chỗ cần xem {row.number}")
    pin.text = str(row.number)
    if is_first:
        pin.set("id", f"cho-{row.number}")
    pins.append(pin)


def _mark(line: markup.HtmlElement, found: str) -> None:
    """Lay a colour under the words that the finding names, where they stand in one piece."""
    for phrase in _NAMED.findall(found):
        for holder, words, is_tail in _pieces(line):
            before, met, after = words.partition(phrase)
            if met and not holder.find_class("paper-mark"):
                _wrap(holder, before, met, after, is_tail=is_tail)
                return


def _pieces(line: markup.HtmlElement) -> Iterator[tuple[markup.HtmlElement, str, bool]]:
    for element in line.iter():
        if element.text:
            yield element, element.text, False
        if element.tail and element is not line:
            yield element, element.tail, True


def _wrap(holder: markup.HtmlElement, before: str, met: str, after: str, *, is_tail: bool) -> None:
    mark = markup.Element("mark", {"class": "paper-mark"})
    mark.text, mark.tail = met, after
    if is_tail:
        holder.tail = before
        holder.addnext(mark)
    else:
        holder.text = before
        holder.insert(0, mark)
