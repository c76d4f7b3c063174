"""What each field of a template stands for in one document: lines and blocks of the writer.

The words and their order are the writer's own (`writing.sheets`), so that no second rule exists.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from haidang.text.blocks import Document
from haidang.text.layout import boxes, wording
from haidang.text.layout.body import BASIS
from haidang.text.layout.page import Margins
from haidang.text.templates.fields import FIELDS, Field, Takes
from haidang.text.writing.lines import Columns, Line, line_of
from haidang.text.writing.marks import Run, runs_of
from haidang.text.writing.sheets import Item, Sheet, sheets_of

_TITLE = {boxes.TYPE_NAME.key, boxes.TYPE_ALONE.key, boxes.SUBJECT.key}
_ADDRESSEES = {part.key for part in FIELDS["kính gửi"].components}
_FRAMED = {boxes.URGENCY.key, boxes.CIRCULATION.key}


@dataclass(frozen=True, slots=True)
class Values:
    """The values of one document. `appendices` have pages of their own each.

    `has_number` and `has_date` say whether those are given, or left open for the clerk.
    """

    lines: dict[str, tuple[Line, ...]]
    blocks: dict[str, tuple[Item, ...]]
    words: dict[str, tuple[Run, ...]]
    appendices: tuple[Sheet, ...]
    has_number: bool
    has_date: bool


def values_of(document: Document) -> Values:
    """The document by fields. Refuses as the writers do: UnevenTableError, DateError."""
    sheet, *appendices = sheets_of(document, Margins())
    return Values(
        lines=_lines(document, sheet),
        blocks=_blocks(sheet),
        words=_words(document, sheet),
        appendices=tuple(appendices),
        has_number=bool(document.header.number),
        has_date=bool(document.header.date),
    )


def _lines(document: Document, sheet: Sheet) -> dict[str, tuple[Line, ...]]:
    by_key: dict[str, list[Line]] = {}
    for line in (*lines_in(sheet.items), *sheet.foot):
        by_key.setdefault(line.component.key, []).append(line)
    found = {
        name: tuple(line for part in field.components for line in by_key.get(part.key, ()))
        for name, field in FIELDS.items()
        if field.takes is Takes.LINES
    }
    signature = document.signature
    found["quyền hạn"] = tuple(line_of(boxes.AUTHORITY, words) for words in signature.authority)
    found["chức vụ"] = (line_of(boxes.AUTHORITY, signature.title),) if signature.title else ()
    found["họ tên"] = (line_of(boxes.SIGNER, signature.name or ""),)
    return found


def lines_in(items: Iterable[Item]) -> list[Line]:
    """The lines that stand alone or in columns, in order; those of several signers are a block."""
    found: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            found.append(item)
        elif isinstance(item, Columns) and item.name != "signers":
            found += [line for row in item.rows for cell in row for line in cell]
    return found


def _words(document: Document, sheet: Sheet) -> dict[str, tuple[Run, ...]]:
    header = document.header
    number = wording.number_line(header.number, None).removeprefix("Số: ")
    symbol = header.symbol or ""
    date = wording.place_date_line(None, header.date)
    said = {
        "số": number,
        "ký hiệu": symbol,
        "địa danh": header.place or "",
        "ngày ban hành": date,
        "cơ quan chủ quản": header.superior or "",
        "tên cơ quan": header.issuer or "",
        "tên loại": header.document_type or "",
        "trích yếu": header.title or "",
    }
    return {name: runs_of(words) for name, words in said.items()}


def _blocks(sheet: Sheet) -> dict[str, tuple[Item, ...]]:
    """The items of the sheet between header and signature, parted where the next field begins."""
    marks = [line for line in lines_in(sheet.items) if line.component.key in _FRAMED]
    body, cosigned, below = _around_signature(sheet.items)
    addressed, rest = _through(body, _ADDRESSEES)
    based, rest = _through(rest, {BASIS.key})
    return {
        "độ khẩn": tuple(line for line in marks if line.component is boxes.URGENCY),
        "phạm vi lưu hành": tuple(line for line in marks if line.component is boxes.CIRCULATION),
        "kính gửi": addressed,
        "căn cứ": based,
        "nội dung": rest,
        "người cùng ký": cosigned,
        "phần cuối": below,
    }


def _around_signature(
    items: Sequence[Item],
) -> tuple[tuple[Item, ...], tuple[Item, ...], tuple[Item, ...]]:
    """The body, those who sign beside the one who signs, and what stands under the signature."""
    ends = [at for at, item in enumerate(items) if is_closing(item)]
    first, last = (ends[0], ends[-1]) if ends else (len(items), len(items))
    body = tuple(item for item in items[:first] if not is_above(item))
    cosigned = tuple(item for item in items[first : last + 1] if _is_cosigned(item))
    return body, cosigned, tuple(items[last + 1 :])


def is_closing(item: Item) -> bool:
    """Whether it holds recipients or signatures."""
    return isinstance(item, Columns) and item.name in ("closing", "signers")


def _is_cosigned(item: Item) -> bool:
    return isinstance(item, Columns) and item.name == "signers"


def is_above(item: Item) -> bool:
    """Whether it belongs to the boxes above the body."""
    if isinstance(item, Columns):
        return item.name == "header"
    return isinstance(item, Line) and item.component.key in _TITLE | _FRAMED


def _through(items: tuple[Item, ...], keys: set[str]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items up to the last one of these components, and those after it."""
    last = max(
        (
            at
            for at, item in enumerate(items)
            if isinstance(item, Line) and item.component.key in keys
        ),
        default=-1,
    )
    return items[: last + 1], items[last + 1 :]


def inline(values: Values, field: Field, *, capital: bool) -> tuple[Run, ...]:
    """The field's words on one line, as a sentence takes them."""
    runs = values.words.get(field.name)
    if runs is None:
        runs = _joined(values.lines.get(field.name, ()))
    if capital:
        return tuple(replace(run, text=run.text.upper()) for run in runs)
    return runs


def _joined(lines: Sequence[Line]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for at, line in enumerate(lines):
        runs += [Run(" ")] if at else []
        runs += line.runs
    return tuple(runs)
