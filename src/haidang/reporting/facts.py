"""What can be said of a consolidated report before it goes to be signed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from haidang.reporting.document import TO_WRITE
from haidang.reporting.official.cited import Kind, cited
from haidang.reporting.sheet import Sheet
from haidang.text.blocks import Document, Heading, Paragraph, Table
from haidang.text.merge import OVERRIDDEN

LINK = re.compile(r"\[\[[^\[\]|]+\|/so/")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the list: ok, soon (wait or look), and words."""

    kind: str
    text: str
    detail: str = ""


def facts_of(
    document: Document, sheet: Sheet, taken: Mapping[str, object] | None = None
) -> list[Fact]:
    """What units and people have yet to give, and the figures; of the layout, the checker says.

    `taken` has the names of the sentences that people took in their own name.
    """
    return [
        *_waiting(document, sheet),
        *_sentences(document, sheet, taken or {}),
        *_figures(document),
    ]


def _waiting(document: Document, sheet: Sheet) -> Iterator[Fact]:
    if sheet.missing:
        names = ", ".join(unit["grid_name"] for unit in sheet.missing)
        yield Fact("soon", f"{len(sheet.missing)} đơn vị chưa có báo cáo được tiếp nhận", names)
    heading = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            heading = f"{block.label}. {block.title}"
        elif isinstance(block, Paragraph) and block.text == TO_WRITE:
            yield Fact("soon", f"Chờ viết: {heading}", "Viết trong tệp .docx, chỗ có dấu …")
    if not document.signature.name:
        yield Fact("soon", "Họ tên người ký", "Để trống đến khi trình ký")


def _sentences(document: Document, sheet: Sheet, taken: Mapping[str, object]) -> Iterator[Fact]:
    rows = cited(document, sheet.content, taken)
    if waiting := [one.text for one in rows if one.kind is Kind.NOBODY]:
        detail = "Cần một người nhận trước khi trình ký"
        yield Fact("soon", f"{len(waiting)} câu chưa có nguồn", detail)
    else:
        yield Fact("ok", f"{len(rows)} câu đều có nguồn", "Đơn vị, số liệu hoặc người nhận")


def _figures(document: Document) -> Iterator[Fact]:
    texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    for appendix in document.appendices:
        for block in appendix.blocks:
            if isinstance(block, Table):
                texts += [cell for row in block.rows for cell in row]
    count = sum(len(LINK.findall(text)) for text in texts)
    if by_hand := sum(text.count(f"{OVERRIDDEN}]]") for text in texts):
        yield Fact("soon", f"{by_hand} con số sửa tay", "Lý do ở trang nguồn của từng số")
    yield Fact("ok", f"{count} con số mở được về nguồn", "Bấm vào số trên trang xem trước")
