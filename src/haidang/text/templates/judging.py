"""Checks a template before it serves: its fields, what it holds, and how it looks once filled."""

from collections.abc import Iterator
from itertools import chain, islice

from haidang.text.blocks import Header
from haidang.text.checking import Finding, Severity, check
from haidang.text.checking.paper import paper_of_docx
from haidang.text.layout.kinds import DISPATCH, Kind
from haidang.text.layout.page import FONT, PAGE_ARTICLE
from haidang.text.templates.dangers import dangers_in
from haidang.text.templates.fields import FIELDS, spots_in
from haidang.text.templates.filling import fill
from haidang.text.templates.form import Form, form_of
from haidang.text.templates.samples import sample_of
from haidang.text.templates.spelling import slips_in
from haidang.text.templates.tracing import Places
from haidang.text.templates.words import text_of
from haidang.text.writing import write_docx

ARTICLE = "Quy ước của mẫu văn bản"
MOST = 100  # findings of one kind after the other that anybody would read
_ADDRESSED = {DISPATCH, "tờ trình"}


def check_template(
    template: bytes, kind: Kind, header: Header | None = None
) -> tuple[Finding, ...]:
    """What stands in the way of a template for a type; nothing where it may serve.

    Looked at are its fields, what it holds, its fonts, and the layout of a sample of the type
    filled into it, for the body that `header` names. Refuses with Unreadable what is no .docx.
    """
    form = form_of(template)
    places = Places(template, form)
    slips = chain(_dangers(form, places), _slips(form, places), _missing(form, kind))
    if found := tuple(islice(slips, MOST)):
        return found
    sample = sample_of(kind, header) if header else sample_of(kind)
    filled = fill(places.traced(), sample)
    usual = {(one.rule, one.found) for one in check(write_docx(sample))}
    judged = places.told(paper_of_docx(filled))
    looks = [one for one in judged if (one.rule, one.found) not in usual]
    return (*_fonts(places, looks), *looks)


def _finding(rule: str, place: str, found: str, due: str, article: str = ARTICLE) -> Finding:
    return Finding(rule, article, "text", place, found, due, Severity.FAULT, repairable=False)


def _dangers(form: Form, places: Places) -> Iterator[Finding]:
    for danger in dict.fromkeys(dangers_in(form)):
        place = places.of(danger.part, danger.element)
        yield _finding(danger.kind, place, danger.found, danger.due)


def _slips(form: Form, places: Places) -> Iterator[Finding]:
    for slip in slips_in(form):
        yield _finding(slip.rule, places.of(slip.part, slip.paragraph), slip.found, slip.due)


def _missing(form: Form, kind: Kind) -> Iterator[Finding]:
    there = {
        spot.field.name
        for _, paragraph in form.paragraphs()
        for spot in spots_in(text_of(paragraph))
        if spot.field
    }
    for name in needed_fields(kind):
        if name not in there:
            field = FIELDS[name]
            found = f"thiếu trường {field.spelled}"
            yield _finding("template-missing-field", "văn bản", found, field.meaning)


def needed_fields(kind: Kind) -> list[str]:
    """The fields that a template of the type must have, in the order of the page."""
    without: set[str] = set() if kind.has_number else {"số", "ký hiệu"}
    without |= set() if kind.is_dated_above else {"ngày ban hành"}
    without |= set() if kind.has_subject else {"trích yếu"}
    without |= set() if kind.has_recipients else {"nơi nhận"}
    signed = {"quyền hạn", "chức vụ", "họ tên"}
    without |= {"người cùng ký"} if kind.is_signed_once else signed
    needed = {name for name, field in FIELDS.items() if field.needed} - without
    needed |= {"kính gửi"} if kind.name in _ADDRESSED else set()
    needed |= set() if kind.is_signed_once else {"người cùng ký"}
    return [name for name in FIELDS if name in needed]


def _fonts(places: Places, looks: list[Finding]) -> Iterator[Finding]:
    """Letters of the template's own words in another font (mục I.4), where no rule has said so."""
    said = {finding.place.partition(" (")[0] for finding in looks if finding.rule == "font"}
    for where, fonts in places.fonts():
        other = sorted(font for font in fonts if font.casefold() != FONT.casefold())
        if other and where not in said:
            yield _finding("font", where, ", ".join(other), FONT, PAGE_ARTICLE)
