"""The numbers of pages, in the headers and footers of the sections."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from haidang.text.checking.naming.named import named
from haidang.text.checking.package import Package
from haidang.text.checking.passages import Box
from haidang.text.checking.properties import value_of
from haidang.text.checking.sections import Section
from haidang.text.checking.styles import Styles
from haidang.text.checking.walking import Walk
from haidang.text.layout.body import PAGE_NUMBER
from haidang.text.reading.numbering import Numbering
from haidang.text.reading.package import W

_FIELD = re.compile(r"\bPAGE\b")


def has_page_field(tree: etree._Element) -> bool:
    """Whether a field for the number of the page stands in it."""
    written = "".join(text.text or "" for text in tree.iter(f"{W}instrText"))
    simple = " ".join(field.get(f"{W}instr", "") for field in tree.iter(f"{W}fldSimple"))
    numbers = next(tree.iter(f"{W}pgNum"), None) is not None
    return numbers or _FIELD.search(f"{written} {simple}") is not None


def page_number_boxes(package: Package, styles: Styles, sections: list[Section]) -> Iterator[Box]:
    """The paragraphs with the number of the page, as the sections show them."""
    parts = [part for section in sections for part in section.margin_parts]
    for part in dict.fromkeys(parts):
        tree = package.part(part)
        if tree is None or not has_page_field(tree):
            continue
        for passage in Walk(styles, Numbering(None, None), sections[:1]).over(tree):
            if has_page_field(passage.node) and passage.stance:
                passage.part, passage.where = part, "đầu trang"
                frame = passage.node.find(f"{W}pPr/{W}framePr")
                if value_of(frame, "xAlign") == "center":
                    passage.stance = replace(passage.stance, align="center")
                yield named(PAGE_NUMBER, passage)
