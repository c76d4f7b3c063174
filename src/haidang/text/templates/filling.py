"""Fills a template with a document: text only, each field once, nothing that was filled read again.

A value never becomes markup, a field code or a link (promise N30); equal inputs give equal bytes
(promise N9).
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from haidang.text.blocks import Document
from haidang.text.reading.package import W
from haidang.text.reading.unreadable import Unreadable
from haidang.text.templates import appended, placing, spelling
from haidang.text.templates.dangers import dangers_in
from haidang.text.templates.fields import FIELDS, Spot, Takes, spots_in
from haidang.text.templates.form import Form, form_of
from haidang.text.templates.properties import set_properties
from haidang.text.templates.rooms import room_of, text_width
from haidang.text.templates.styles import Sheet
from haidang.text.templates.values import Values, inline, values_of
from haidang.text.templates.words import atoms_of, replace_words, text_of
from haidang.text.writing.lines import Line
from haidang.text.writing.marks import Run

# What finds another place where its own field is missing
_KEPT_OTHERWISE = {"người cùng ký", "phần cuối", "người soạn", "ký hiệu"}
_SIGNED = ("quyền hạn", "chức vụ", "họ tên")
# Where blocks go whose own field is missing: to the head of this one
_INSTEAD = {"kính gửi": "căn cứ", "căn cứ": "nội dung"}
# What a template may say itself, for it is the same in all documents of its unit and type
_OWN_WORDS = {"cơ quan chủ quản", "tên cơ quan", "địa danh", "tên loại", "địa chỉ"}


def fill(template: bytes, document: Document) -> bytes:
    """The template with every field filled from the document, as a .docx.

    Refuses with Unreadable a template that `check_template` would not let pass for its fields or
    for what it holds, or that has no place for words of the document; and as the writers do.
    """
    form = form_of(template)
    if danger := next(dangers_in(form), None):
        raise Unreadable(danger.kind, f"Mẫu không dùng được: có {danger.found}.")
    if slip := next(spelling.slips_in(form), None):
        raise Unreadable(slip.rule, f"Mẫu không dùng được: {slip.found}.")
    Filling(form, values_of(document)).run()
    set_properties(form, document)
    return form.packed()


class Filling:
    """One template while it is being filled."""

    def __init__(self, form: Form, values: Values) -> None:
        self.form = form
        self.sheet = Sheet(form)
        _compose(form)
        self.places = [
            (paragraph, list(spots_in(text_of(paragraph)))) for _, paragraph in form.paragraphs()
        ]
        self.named = {spot.field.name for _, spots in self.places for spot in spots if spot.field}
        self.values = self._with_room_for_all(values)
        self._refuse_loss()

    def run(self) -> None:
        """Fill every field once; then the appendices, each on pages of its own."""
        section = self.form.body.find(f"{W}sectPr")
        self.page = text_width(section)
        for paragraph, spots in self.places:
            if spots:
                self._fill(paragraph, spots)
        if self.values.blocks["phần cuối"] and "phần cuối" not in self.named:
            elements = placing.drawn(self.values.blocks["phần cuối"], self.page)
            self.sheet.adopt(elements)
            appended.before_end(self.form, elements)
        appended.add_appendices(self.form, self.values.appendices, self.sheet)

    def _with_room_for_all(self, values: Values) -> Values:
        """Blocks whose field the template does not have go before those of the next one."""
        blocks, lines = dict(values.blocks), dict(values.lines)
        for name, other in _INSTEAD.items():
            if name not in self.named:
                blocks[other] = blocks.pop(name) + blocks[other]
                blocks[name] = ()
        if blocks["người cùng ký"]:  # the one who signs stands among them
            lines |= dict.fromkeys(_SIGNED, ())
            if "người cùng ký" not in self.named:
                blocks["nội dung"] += blocks["người cùng ký"]
        if "người soạn" not in self.named:
            lines["nơi nhận"] += lines["người soạn"]
        return replace(values, blocks=blocks, lines=lines)

    def _refuse_loss(self) -> None:
        """A document is not filled into a template that has no place for words of it."""
        blocks, lines = self.values.blocks, self.values.lines
        there = {name: bool(own) for name, own in blocks.items()}
        there |= {name: any(line.text for line in own) for name, own in lines.items()}
        there |= {"số": self.values.has_number, "ngày ban hành": self.values.has_date}
        for name, is_there in there.items():
            if is_there and name not in self.named | _OWN_WORDS | _KEPT_OTHERWISE:
                spelled = FIELDS[name].spelled
                words = f"Mẫu không có chỗ cho {spelled} mà văn bản có."
                raise Unreadable("template-lost", words)

    def _fill(self, paragraph: etree._Element, spots: Sequence[Spot]) -> None:
        first = spots[0]
        assert first.field is not None  # unknown ones were refused
        if first.field.takes is Takes.BLOCKS:
            self._put_blocks(paragraph, first)
        elif first.field.takes is Takes.LINES and spelling.is_alone(text_of(paragraph), spots):
            self._put_lines(paragraph, first)
        else:
            self._put_words(paragraph, spots)

    def _put_blocks(self, paragraph: etree._Element, spot: Spot) -> None:
        assert spot.field is not None
        name = spot.field.name
        items = () if name == "phụ lục" else self.values.blocks[name]
        own = spot.field.components[0] if name in ("nội dung", "căn cứ") else None
        elements = placing.drawn(items, room_of(paragraph, self.page))
        placing.put_blocks(paragraph, elements, own, self.sheet)

    def _put_lines(self, paragraph: etree._Element, spot: Spot) -> None:
        assert spot.field is not None
        name = spot.field.name
        lines = self.values.lines[name]
        rule = placing.rule_below(paragraph, self.sheet)
        if not lines:
            for gone in (rule, _head_of(paragraph, name), paragraph):
                if gone is not None:
                    placing.remove(gone)
            return
        if rule is not None and any(line.component.rule_below for line in lines):
            placing.fit_rule(rule, lines, room_of(paragraph, self.page))
        placing.restyle(paragraph, lines[0].component, spot.field.components, self.sheet)
        lines = tuple(_without_dash(line, paragraph, spot) for line in lines)
        bold = all(line.component.bold for line in lines)
        placing.repeat_lines(paragraph, spot.start, spot.end, lines, bold=bold)

    def _put_words(self, paragraph: etree._Element, spots: Sequence[Spot]) -> None:
        for spot in reversed(spots):
            assert spot.field is not None
            runs = inline(self.values, spot.field, capital=spot.is_capital)
            start, end = spelling.with_joint(text_of(paragraph), spot, is_blank=not runs)
            replace_words(paragraph, start, end, runs)


def _compose(form: Form) -> None:
    """Bring the template's own words into the one form that the decree knows (NFC)."""
    for _, paragraph in form.paragraphs():
        for atom in atoms_of(paragraph):
            if atom.text and not unicodedata.is_normalized("NFC", atom.text):
                atom.text = unicodedata.normalize("NFC", atom.text)


def _head_of(paragraph: etree._Element, name: str) -> etree._Element | None:
    """The words "Nơi nhận:" above a list that turns out to have nothing in it."""
    before = paragraph.getprevious()
    if name != "nơi nhận" or before is None or before.tag != f"{W}p":
        return None
    return before if text_of(before).strip().casefold() == "nơi nhận:" else None


def _without_dash(line: Line, paragraph: etree._Element, spot: Spot) -> Line:
    """The line without its own dash where the template has one, typed or by Word's numbering."""
    typed = text_of(paragraph)[: spot.start].rstrip().endswith(("-", "–"))
    if not line.text.startswith("- ") or not (typed or _is_numbered(paragraph)):
        return line
    first, *others = line.runs
    return replace(line, runs=(Run(first.text[2:], first.bold, first.path), *others))


def _is_numbered(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}numPr") is not None
