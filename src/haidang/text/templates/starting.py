"""The template to start from: our own writer's layout of a type, with fields where words stand."""

from collections.abc import Iterable
from dataclasses import replace

from haidang.text.layout import boxes
from haidang.text.layout.body import BASIS, BODY
from haidang.text.layout.component import Component
from haidang.text.layout.kinds import Kind
from haidang.text.layout.page import Margins
from haidang.text.templates.fields import FIELDS
from haidang.text.templates.samples import sample_of
from haidang.text.templates.values import is_above, is_closing
from haidang.text.writing.docx.content import document_xml
from haidang.text.writing.docx.package import packed
from haidang.text.writing.docx.parts import fixed_parts, properties_xml
from haidang.text.writing.docx.styles import styles_xml
from haidang.text.writing.lines import Columns, Line, line_of
from haidang.text.writing.marks import Run
from haidang.text.writing.sheets import Item, Sheet, sheets_of

_JOINED = {
    boxes.NUMBER.key: "Số: {{số}}/{{ký hiệu}}",
    boxes.PLACE_DATE.key: "{{địa danh}}, {{ngày ban hành}}",
}


def starting_template(kind: Kind) -> bytes:
    """A template of the type that gives what `write_docx` gives, for an administrator to change."""
    sample = sample_of(kind)
    urgency = "KHẨN" if kind.has_number else None
    sample = replace(
        sample,
        appendices=(),
        acting=None,
        urgency=urgency,
        circulation="LƯU HÀNH NỘI BỘ",
        recipients=("Lưu: VT",),
        drafter="VT.(02)",
    )
    header = replace(sample.header, superior="Mẫu", title="Mẫu")
    sheet = sheets_of(replace(sample, header=header), Margins())[0]
    sheet = replace(sheet, items=tuple(_fielded(sheet)))
    parts = {
        **fixed_parts(),
        "docProps/core.xml": properties_xml(replace(header, date=None), f"Mẫu {kind.name}"),
        "word/document.xml": document_xml((sheet,)),
        "word/styles.xml": styles_xml(),
    }
    return packed(parts)


def _fielded(sheet: Sheet) -> Iterable[Item]:
    """The header, then one field for each run of blocks, then who receives and signs."""
    for item in sheet.items:
        if is_above(item):
            yield from _kept(item)
    for name, component in (("kính gửi", BODY), ("căn cứ", BASIS), ("nội dung", BODY)):
        yield line_of(component, FIELDS[name].spelled)
    for item in sheet.items:
        if is_closing(item):
            yield from _kept(item)
    for name in ("phần cuối", "phụ lục"):
        yield line_of(BODY, FIELDS[name].spelled)


def _kept(item: Item) -> Iterable[Item]:
    if isinstance(item, Line):
        yield from _lines((item,))
    elif isinstance(item, Columns) and item.name == "signers":
        yield line_of(BODY, FIELDS["người cùng ký"].spelled)
    elif isinstance(item, Columns):
        rows = tuple((tuple(_lines(left)), tuple(_lines(right))) for left, right in item.rows)
        yield replace(item, rows=rows)


def _lines(cell: Iterable[Line]) -> Iterable[Line]:
    """The lines with their fields, each field once, at the last line that it stands for."""
    lines = list(cell)
    for at, line in enumerate(lines):
        following = lines[at + 1].component if at + 1 < len(lines) else None
        text = _text_for(line.component, following)
        if text is None:
            yield line
        elif text:
            yield replace(line, runs=(Run(text),), frame=None)


def _text_for(component: Component, following: Component | None) -> str | None:
    """The field for a line; empty where the next line has it, None where the words stay."""
    if component is boxes.AUTHORITY:
        return FIELDS["quyền hạn" if following is boxes.AUTHORITY else "chức vụ"].spelled
    if joined := _JOINED.get(component.key):
        return joined
    name = next((n for n, field in FIELDS.items() if component in field.components), None)
    if name is None:
        return None
    return "" if following is component else FIELDS[name].spelled
