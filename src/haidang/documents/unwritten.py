"""What a person has yet to write in a draft: paragraphs left open, and the name of who signs."""

import re

from haidang.text.blocks import Document, Heading, Paragraph

UNNAMED = "Họ tên người ký còn trống: ghi vào tệp .docx, tải bản đã sửa lên rồi trình lại."
BEGINNING = "phần đầu văn bản"
_LEFT_OPEN = re.compile(r"[-–•\s]*(?:…|\.{3})[.…\s/]*")


def places_to_write(document: Document) -> list[str]:
    """The headings, each once, under which a paragraph is nothing but dots."""
    places, place = [], BEGINNING
    for block in (*document.blocks, *document.below):
        if isinstance(block, Heading):
            place = f"{block.label}. {block.title}".removeprefix(". ")
        elif isinstance(block, Paragraph) and _LEFT_OPEN.fullmatch(block.text):
            places.append(place)
    return list(dict.fromkeys(places))


def is_unnamed(document: Document) -> bool:
    """Whether a post signs and nobody is named; what no post signs has no name by design."""
    return bool(document.signature.title) and not (document.signature.name or "").strip()
