"""What follows the last words of a template: blocks, and appendices on pages of their own."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from haidang.text.reading.package import W
from haidang.text.templates.form import MAIN_RELATIONS, Form
from haidang.text.templates.lists import Named, add_part
from haidang.text.templates.placing import drawn
from haidang.text.templates.rooms import text_width
from haidang.text.templates.styles import Sheet as Styles
from haidang.text.writing.docx.content import foot_xml
from haidang.text.writing.docx.parts import OFFICE, WORD_TYPE
from haidang.text.writing.docx.styles import BREAK_STYLE
from haidang.text.writing.docx.xml import NAMESPACES, RELATIONS
from haidang.text.writing.sheets import Sheet

_THIN = f'<w:p><w:pPr><w:pStyle w:val="{BREAK_STYLE}"/></w:pPr></w:p>'
_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt")
R = f"{{{RELATIONS}}}"
_NO_FOOT = Named(
    "word/footerNone.xml",
    "rIdNoFoot",
    f"{OFFICE}/relationships/footer",
    f"{WORD_TYPE}.footer+xml",
    MAIN_RELATIONS,
)
_BEFORE_START = (f"{W}lnNumType", f"{W}pgBorders", f"{W}paperSrc", f"{W}pgMar", f"{W}pgSz")


def before_end(form: Form, elements: Sequence[etree._Element]) -> None:
    """Put blocks at the end of the body, before the thin paragraph that ends it."""
    section = form.body.find(f"{W}sectPr")
    for element in elements:
        if section is None:
            form.body.append(element)
        else:
            section.addprevious(element)


def add_appendices(form: Form, sheets: Sequence[Sheet], styles: Styles) -> None:
    """Each appendix in a section of its own, numbered from 1, its margins the template's.

    NĐ 30/2020, Phụ lục I, Phần I, mục III.1 and mục I.7.
    """
    body = form.body
    section = body.find(f"{W}sectPr")
    if section is None and sheets:
        section = etree.SubElement(body, f"{W}sectPr")
    for sheet in sheets:
        assert section is not None
        _look_of_last(body, styles).append(deepcopy(section))
        _turn(section, landscape=sheet.page.landscape)
        _without_address(form, section)
        elements = drawn(sheet.items, text_width(section))
        styles.adopt(elements)
        before_end(form, elements)
    _look_of_last(body, styles)


def _look_of_last(body: etree._Element, styles: Styles) -> etree._Element:
    """What the last paragraph says of itself, for a section to end there.

    A thin one is added after a table, as Word wants it, and where another section ends already:
    one after any other paragraph might stand on a page alone.
    """
    blocks = [child for child in body if child.tag in _BLOCKS]
    last = blocks[-1] if blocks else None
    if last is None or last.tag != f"{W}p" or last.find(f"{W}pPr/{W}sectPr") is not None:
        last = etree.fromstring(f"<w:body {NAMESPACES}>{_THIN}</w:body>")[0]
        styles.adopt([last])
        if blocks:
            blocks[-1].addnext(last)
        else:
            body.insert(0, last)
    look = last.find(f"{W}pPr")
    if look is None:
        look = etree.Element(f"{W}pPr")
        last.insert(0, look)
    return look


def _turn(section: etree._Element, *, landscape: bool) -> None:
    """Turn the page; begin it anew, with its number 1 not shown on it."""
    size = section.find(f"{W}pgSz")
    if size is None:
        size = etree.SubElement(section, f"{W}pgSz")
    sides = sorted((size.get(f"{W}w", "11906"), size.get(f"{W}h", "16838")), key=_length)
    wide, high = reversed(sides) if landscape else sides
    size.set(f"{W}w", wide)
    size.set(f"{W}h", high)
    size.attrib.pop(f"{W}orient", "")
    if landscape:
        size.set(f"{W}orient", "landscape")
    _start_anew(section)


def _length(twips: str) -> float:
    return float(twips) if twips.replace(".", "", 1).isdecimal() else 0


def _start_anew(section: etree._Element) -> None:
    for old in section.findall(f"{W}pgNumType"):
        section.remove(old)
    for kind in section.findall(f"{W}type"):
        kind.set(f"{W}val", "nextPage")
    for name in _BEFORE_START:
        before = section.find(name)
        if before is not None:
            before.addnext(etree.Element(f"{W}pgNumType", {f"{W}start": "1"}))
            break


def _without_address(form: Form, section: etree._Element) -> None:
    """The foot of a first page, with the address (ô số 13), is that of the document alone."""
    feet = [one for one in section.findall(f"{W}footerReference") if one.get(f"{W}type") == "first"]
    for reference in feet:
        reference.set(f"{R}id", _NO_FOOT.id)
        if _NO_FOOT.part not in form.trees:
            form.trees[_NO_FOOT.part] = etree.fromstring(foot_xml(()).encode())
            add_part(form, _NO_FOOT, _NO_FOOT.part.removeprefix("word/"))
