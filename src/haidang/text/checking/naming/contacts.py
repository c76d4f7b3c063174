"""Box 13: the address, at the foot of the first page."""

import re
from collections.abc import Iterator

from haidang.text.checking.naming.named import named
from haidang.text.checking.package import Package
from haidang.text.checking.passages import Box, Drawn
from haidang.text.checking.sections import Section
from haidang.text.checking.styles import Styles
from haidang.text.checking.walking import Walk
from haidang.text.layout.boxes import CONTACT
from haidang.text.reading.numbering import Numbering
from haidang.text.reading.package import W

_CONTACT = re.compile(
    r"\b(?:địa chỉ|trụ sở|đ/c|đc|điện thoại|đt|tel|fax|e-?mail|thư điện tử|website|"
    r"(?:cổng|trang) thông tin điện tử)\s*:",
    re.IGNORECASE,
)


def contact_boxes(package: Package, styles: Styles, sections: list[Section]) -> Iterator[Box]:
    """The lines of the address in the footer that the first page shows."""
    first = sections[0]
    part = first.footers.get("first" if first.has_first else "default")
    tree = package.part(part) if part else None
    if tree is None or part is None:
        return
    above: list[Drawn] = []
    for passage in Walk(styles, Numbering(None, None), sections[:1]).over(tree):
        above += passage.drawn
        if passage.node.find(f"{W}pPr/{W}pBdr/{W}top") is not None:
            above.append(Drawn("border"))
        if _CONTACT.search(passage.text):
            passage.part, passage.where, passage.drawn = part, "cuối trang 1", list(above)
            yield named(CONTACT, passage)
