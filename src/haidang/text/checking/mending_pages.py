"""Changes what the headers say of page numbers; the text has no part in it."""

from lxml import etree

from haidang.text.checking.mending import SECTION_ORDER, child_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.sections import R, Section
from haidang.text.layout.body import PAGE_NUMBER
from haidang.text.layout.page import FONT
from haidang.text.reading.package import W

_PART = "header-page-number.xml"
_LOOK = (
    f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:b w:val="0"/>'
    f'<w:i w:val="0"/><w:sz w:val="{PAGE_NUMBER.size * 2:g}"/></w:rPr>'
)
_HEADER = (
    f'<w:hdr xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/>'
    f'<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
    f'<w:fldSimple w:instr=" PAGE "><w:r>{_LOOK}<w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
)


def add_numbers(paper: Paper) -> None:
    """A header with the number, from the second page on, where there is none."""
    assert paper.package is not None
    first = paper.sections[0]
    reference = etree.Element(f"{W}headerReference")
    reference.set(f"{W}type", "default")
    reference.set(f"{R}id", paper.package.add_header(_PART, _HEADER.encode()))
    first.node.insert(0, reference)
    hide_on_first(first)


def move_up(paper: Paper, footers: list[str]) -> None:
    """The number out of those footers and into a header."""
    assert paper.package is not None
    ids = {name for name, part in paper.package.targets.items() if part in footers}
    for section in paper.sections:
        for reference in list(section.node.iterchildren(f"{W}footerReference")):
            if reference.get(f"{R}id") in ids:
                section.node.remove(reference)
    add_numbers(paper)


def hide_on_first(section: Section) -> None:
    """A first page of its own, whose header is the empty one that Word then takes."""
    child_of(section.node, "titlePg", SECTION_ORDER).attrib.pop(f"{W}val", "")


def count_anew(section: Section) -> None:
    """Pages numbered from 1 in this section."""
    child_of(section.node, "pgNumType", SECTION_ORDER).set(f"{W}start", "1")
