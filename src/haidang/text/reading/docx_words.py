"""The words of one paragraph of a .docx as accepted: insertions in, deletions out, boxes apart."""

from collections.abc import Iterator

from lxml import etree

from haidang.text.reading.fonts import Fonts
from haidang.text.reading.letters import Letters
from haidang.text.reading.package import MC, W

_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BOX = f"{W}txbxContent"
_SILENT = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}delText",
    f"{W}instrText",
    f"{W}pPr",
    f"{W}rPr",
    f"{W}sdtPr",
    f"{W}rt",  # how a word is read, above it
    _BOX,
}
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


class Words:
    """Takes the words out of the paragraphs of one document."""

    def __init__(self, fonts: Fonts, letters: Letters) -> None:
        self._fonts = fonts
        self._letters = letters

    def of(self, paragraph: etree._Element) -> str:
        """The words of a paragraph, without its boxes and notes."""
        return "".join(self._parts(paragraph, paragraph, ""))

    def _parts(
        self, element: etree._Element, paragraph: etree._Element, font: str
    ) -> Iterator[str]:
        for child in shown(element):
            if child.tag in (f"{W}t", _FORMULA):
                yield self._letters.unicode_of(child.text or "", font)
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            elif child.tag == f"{W}r":
                yield from self._parts(child, paragraph, self._fonts.of(child, paragraph))
            elif child.tag not in _SILENT:
                yield from self._parts(child, paragraph, font)


def shown(element: etree._Element) -> Iterator[etree._Element]:
    """The children of an element; of two versions of the same thing, the one for new programs."""
    for child in element:
        if child.tag != f"{MC}AlternateContent":
            yield child
            continue
        versions = [*child.iterchildren(f"{MC}Choice"), *child.iterchildren(f"{MC}Fallback")]
        told = [version for version in versions if next(version.iter(f"{W}t"), None) is not None]
        yield from (told or versions)[:1]


def boxes_of(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes that hang on a paragraph; a box within a box belongs to that box."""
    for child in shown(element):
        if child.tag == _BOX:
            yield child
        elif child.tag not in _SILENT:
            yield from boxes_of(child)


def loses_its_end(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on with it."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(
        mark.find(f"{W}{gone}") is not None for gone in ("del", "moveFrom")
    )
