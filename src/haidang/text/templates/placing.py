"""Puts lines and blocks where a field stands: the paragraph again and again, or blocks for it."""

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from haidang.text.layout.component import Component
from haidang.text.reading.package import W
from haidang.text.templates.styles import Sheet
from haidang.text.templates.words import make_bold, replace_words, text_of
from haidang.text.writing.docx.content import items_xml
from haidang.text.writing.docx.styles import RULE_STYLE
from haidang.text.writing.docx.xml import NAMESPACES, style_id
from haidang.text.writing.lines import Line, rule_length
from haidang.text.writing.sheets import Item

TRACE = f"{W}rsidP"  # Word's mark of an edit; a check sets it to follow what is made of what
_TWIPS = 1440 / 25.4
_RULE_NAME = "đường kẻ bên dưới"
_OF_THE_SECTION = f"{W}sectPr"


def drawn(items: Sequence[Item], room: float) -> list[etree._Element]:
    """What our writer draws for the items, as elements."""
    inside = items_xml(items, room)
    return list(etree.fromstring(f"<w:body {NAMESPACES}>{inside}</w:body>"))


def repeat_lines(
    paragraph: etree._Element, start: int, end: int, lines: Sequence[Line], *, bold: bool
) -> None:
    """The paragraph once for each line, the words of the line where the field stood."""
    for line in lines[:-1]:
        copy = deepcopy(paragraph)
        _without_section(copy)
        paragraph.addprevious(copy)
        replace_words(copy, start, end, line.runs, bold=bold)
    replace_words(paragraph, start, end, lines[-1].runs, bold=bold)


def restyle(
    paragraph: etree._Element, due: Component, usual: Sequence[Component], sheet: Sheet
) -> None:
    """Where a paragraph has our style of a like component, give it that of the one that is due.

    The type's name without a subject below it stands otherwise than with one.
    """
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = sheet.name_of(_style_of(paragraph))
    if style is not None and name in {like.name.casefold() for like in usual if like is not due}:
        style.set(f"{W}val", style_id(due))
        sheet.adopt([paragraph])


def put_blocks(
    paragraph: etree._Element,
    elements: list[etree._Element],
    own: Component | None,
    sheet: Sheet,
) -> None:
    """The blocks in the place of the paragraph; those of the component `own` stand as it does."""
    look = paragraph.find(f"{W}pPr")
    letters = _letters(paragraph)
    style = style_id(own) if own and not is_plain(paragraph, sheet) else None
    likes = [one for one in elements if style and _style_of(one) == style]
    sheet.adopt([one for one in elements if one not in likes])
    for one in likes:
        _stand_like(one, look, letters)
    for element in elements:
        _trace(element, paragraph.get(TRACE))
        paragraph.addprevious(element)
    remove(paragraph)


def _trace(element: etree._Element, trace: str | None) -> None:
    for paragraph in element.iter(f"{W}p") if trace else ():
        paragraph.set(TRACE, trace or "")


def is_plain(paragraph: etree._Element, sheet: Sheet) -> bool:
    """Whether nothing is said of the look of the paragraph, which so takes the decree's."""
    look = paragraph.find(f"{W}pPr")
    said = [child for child in look if child.tag not in _SILENT] if look is not None else []
    return not said and sheet.is_plain(_style_of(paragraph)) and _letters(paragraph) is None


_SILENT = {f"{W}pStyle", f"{W}rPr", _OF_THE_SECTION}


def _style_of(element: etree._Element) -> str:
    found = element.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""


def _letters(paragraph: etree._Element) -> etree._Element | None:
    """What the first run with words says of its letters, beyond their language."""
    for run in paragraph.iter(f"{W}r"):
        if run.find(f"{W}t") is not None:
            look = run.find(f"{W}rPr")
            said = [child for child in look if child.tag != f"{W}lang"] if look is not None else []
            return look if said else None
    return None


def _stand_like(
    element: etree._Element, look: etree._Element | None, letters: etree._Element | None
) -> None:
    """Give a paragraph that was drawn the stance and the letters of the one that held the field."""
    drawn_look = element.find(f"{W}pPr")
    keeps = drawn_look is not None and drawn_look.find(f"{W}keepNext") is not None
    if drawn_look is not None:
        element.remove(drawn_look)
    if look is not None:
        copy = deepcopy(look)
        element.insert(0, copy)
        _without_section(element)
        if keeps and copy.find(f"{W}keepNext") is None:
            at = 1 if copy.find(f"{W}pStyle") is not None else 0
            copy.insert(at, etree.Element(f"{W}keepNext"))
    if letters is not None:
        for run in element.iter(f"{W}r"):
            _dress(run, letters)


def _dress(run: etree._Element, letters: etree._Element) -> None:
    own = run.find(f"{W}rPr")
    bold = own is not None and own.find(f"{W}b") is not None
    if own is not None:
        run.remove(own)
    run.insert(0, deepcopy(letters))
    if bold:
        make_bold(run)


def _without_section(paragraph: etree._Element) -> None:
    for section in paragraph.findall(f"{W}pPr/{_OF_THE_SECTION}"):
        parent = section.getparent()
        assert parent is not None
        parent.remove(section)


def remove(paragraph: etree._Element) -> None:
    """Take a paragraph out; the only one of a cell stays, blank, and one that ends a section.

    A table in which nothing is left goes as a whole.
    """
    parent = paragraph.getparent()
    if parent is None:
        return
    if paragraph.find(f"{W}pPr/{_OF_THE_SECTION}") is not None:
        _blank(paragraph)
    elif parent.tag == f"{W}tc" and _ends(paragraph):
        _blank(paragraph, look=False)
        _remove_if_blank(next(parent.iterancestors(f"{W}tbl")))
    elif parent.tag != f"{W}body" and len(parent.findall(f"{W}p")) == 1:
        _blank(paragraph)
    else:
        parent.remove(paragraph)


def _ends(paragraph: etree._Element) -> bool:
    """Whether a cell would end without a paragraph if this one went, which Word calls broken."""
    following, before = paragraph.getnext(), paragraph.getprevious()
    return following is None and (before is None or before.tag != f"{W}p")


def _blank(paragraph: etree._Element, *, look: bool = True) -> None:
    for child in [child for child in paragraph if not look or child.tag != f"{W}pPr"]:
        paragraph.remove(child)


def _remove_if_blank(table: etree._Element) -> None:
    parent = table.getparent()
    said = any(text_of(paragraph).strip() for paragraph in table.iter(f"{W}p"))
    shown = any(table.find(f".//{W}{name}") is not None for name in ("drawing", "pict"))
    if parent is not None and parent.tag == f"{W}body" and not said and not shown:
        parent.remove(table)


def rule_below(paragraph: etree._Element, sheet: Sheet) -> etree._Element | None:
    """The line drawn under a name: a blank paragraph with a border, as we write it."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p" or text_of(following).strip():
        return None
    named = sheet.name_of(_style_of(following)) == _RULE_NAME or _style_of(following) == RULE_STYLE
    bordered = following.find(f"{W}pPr/{W}pBdr/{W}bottom") is not None
    return following if named and bordered else None


def fit_rule(rule: etree._Element, lines: Sequence[Line], room: float) -> None:
    """Make the line under a name as long as the decree wants it for these words."""
    side = str(round((room - rule_length(tuple(lines), room)) / 2 * _TWIPS))
    look = rule.find(f"{W}pPr")
    indent = look.find(f"{W}ind") if look is not None else None
    if indent is not None:
        indent.attrib.clear()
        indent.set(f"{W}left", side)
        indent.set(f"{W}right", side)
