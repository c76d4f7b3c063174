"""The parts of a document that there are one of: header, signature, an appendix's title."""

import re
from dataclasses import dataclass

from haidang.text.blocks import Document, Header, Signature
from haidang.text.compare.alike import seen_text

HEADER = {
    "superior": "cơ quan chủ quản",
    "issuer": "cơ quan ban hành",
    "number": "số văn bản",
    "symbol": "ký hiệu văn bản",
    "place": "địa danh",
    "date": "ngày ban hành",
    "document_type": "tên loại",
    "title": "trích yếu",
}
OTHERS = {
    "drafter": "ký hiệu người soạn thảo",
    "acting": "thẩm quyền ban hành",
    "urgency": "mức độ khẩn",
    "circulation": "chỉ dẫn phạm vi lưu hành",
}
APPENDIX = {
    "label": "tên phụ lục",
    "title": "tiêu đề phụ lục",
    "attached_to": "dòng kèm theo của phụ lục",
    "stamp": "ký hiệu phụ lục",
}
_SUBJECT_MARK = re.compile(r"^V\s*/\s*v\s*:?\s+", re.IGNORECASE)
# Printed in capitals, so that a file read back has them in capitals
FOLDED = ("superior", "issuer", "document_type", "acting", "urgency", "circulation", "authority")


@dataclass(frozen=True, slots=True)
class Field:
    """One such part by its stable name; `place` is what people call it."""

    name: str
    place: str
    text: str
    folded: bool = False


def fields_of(document: Document) -> dict[str, Field]:
    """Every part that a document has one of, by name; a blank one has no words."""
    found = [
        Field(f"header.{name}", place, _of_header(document.header, name), name in FOLDED)
        for name, place in HEADER.items()
    ]
    found += [
        Field(name, place, _seen(getattr(document, name)), name in FOLDED)
        for name, place in OTHERS.items()
    ]
    found += _of_signature("signature", document.signature)
    for number, signature in enumerate(document.cosigners):
        found += _of_signature(f"cosigner {number}", signature)
    for number, appendix in enumerate(document.appendices):
        found += [
            Field(f"appendix {number}.{name}", place, _seen(getattr(appendix, name)), True)
            for name, place in APPENDIX.items()
        ]
    return {field.name: field for field in found}


def _of_header(header: Header, name: str) -> str:
    """A part of the header; the "V/v" before a công văn's subject is the writer's own."""
    words = _seen(getattr(header, name))
    return _SUBJECT_MARK.sub("", words) if name == "title" else words


def _of_signature(name: str, signature: Signature) -> list[Field]:
    return [
        Field(f"{name}.authority", "thẩm quyền ký", "\n".join(signature.authority), True),
        Field(f"{name}.title", "chức vụ người ký", _seen(signature.title), True),
        Field(f"{name}.name", "họ tên người ký", _seen(signature.name)),
    ]


def _seen(text: str | None) -> str:
    return seen_text(text or "")
