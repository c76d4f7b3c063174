"""What follows the last words of a template: blocks, and appendices on pages of their own."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from haidang.text.reading.package import W
from haidang.text.templates.form import Form
from haidang.text.templates.placing import drawn
from haidang.text.templates.rooms import text_width
from haidang.text.templates.styles import Sheet as Styles
from haidang.text.writing.docx.styles import BREAK_STYLE
from haidang.text.writing.docx.xml import NAMESPACES
from haidang.text.writing.sheets import Sheet

_THIN = f'<w:p><w:pPr><w:pStyle w:val="{BREAK_STYLE}"/></w:pPr></w:p>'
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
        _end_section(body, deepcopy(section), styles)
        _turn(section, landscape=sheet.page.landscape)
        elements = drawn(sheet.items, text_width(section))
        styles.adopt(elements)
        before_end(form, elements)
    if sheets or _ends_with_table(body):
        _end_section(body, None, styles)


def _ends_with_table(body: etree._Element) -> bool:
    """Word wants a paragraph after a table."""
    blocks = [child for child in body if child.tag in (f"{W}p", f"{W}tbl", f"{W}sdt")]
    return bool(blocks) and blocks[-1].tag != f"{W}p"


def _end_section(body: etree._Element, section: etree._Element | None, styles: Styles) -> None:
    """A thin paragraph, which ends the section where one is given; there may be one already."""
    thin = etree.fromstring(f"<w:body {NAMESPACES}>{_THIN}</w:body>")[0]
    styles.adopt([thin])
    last = body.find(f"{W}sectPr")
    before = body[-1] if last is None else last.getprevious()
    if before is not None and etree.tostring(before, with_tail=False) == etree.tostring(thin):
        thin = before
    elif last is None:
        body.append(thin)
    else:
        last.addprevious(thin)
    if section is not None:
        thin[0].append(section)


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
