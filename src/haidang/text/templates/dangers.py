"""What no template may hold: whatever runs, reaches out of the file, or shows what nobody typed.

What is allowed is listed, so that what nobody thought of is refused.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from haidang.text.reading.package import W
from haidang.text.templates.form import TYPES, Form

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-"
_KNOWN_TYPES = {
    f"{_WORD}{kind}+xml"
    for kind in (
        *("document.main", "styles", "settings", "webSettings", "fontTable", "numbering"),
        *("header", "footer", "footnotes", "endnotes", "comments", "commentsExtended"),
        *("commentsIds", "commentsExtensible", "people"),
    )
} | {
    f"{_OFFICE}officedocument.theme+xml",
    f"{_OFFICE}officedocument.extended-properties+xml",
    f"{_OFFICE}officedocument.custom-properties+xml",
    f"{_OFFICE}officedocument.customXmlProperties+xml",
    f"{_OFFICE}package.core-properties+xml",
    f"{_OFFICE}package.relationships+xml",
    "application/vnd.ms-word.stylesWithEffects+xml",
    "application/vnd.ms-office.classificationlabels+xml",
    "application/xml",
    "text/xml",
}
_PICTURES = re.compile(r"image/(?:png|jpe?g|gif|bmp|tiff)")
_FIELD_CODES = {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION"}
_REMOTE = {
    "attachedTemplate": "mẫu ở nơi khác (tệp .dotx đính kèm)",
    "hyperlink": "liên kết ra ngoài",
    "image": "hình lấy từ nơi khác",
}
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_ELEMENTS = {
    _OLE: "đối tượng nhúng",
    f"{W}object": "đối tượng nhúng",
    f"{W}control": "nút điều khiển ActiveX",
    f"{W}altChunk": "tệp khác lồng vào",
    f"{W}subDoc": "văn bản con ở tệp khác",
    f"{W}dataBinding": "ô gắn với nguồn dữ liệu",
    f"{W}mailMerge": "trộn thư",
    f"{W}ins": "chỗ sửa có theo dõi (Track Changes)",
    f"{W}del": "chỗ sửa có theo dõi (Track Changes)",
    f"{W}moveFrom": "chỗ sửa có theo dõi (Track Changes)",
    f"{W}commentReference": "lời bình (Comment)",
    f"{W}vanish": "chữ ẩn",
}
_MENDING = {
    f"{W}ins": "chấp nhận hoặc bỏ mọi chỗ sửa rồi lưu lại",
    f"{W}del": "chấp nhận hoặc bỏ mọi chỗ sửa rồi lưu lại",
    f"{W}moveFrom": "chấp nhận hoặc bỏ mọi chỗ sửa rồi lưu lại",
    f"{W}commentReference": "xóa lời bình: mọi văn bản làm theo mẫu sẽ mang nó",
    f"{W}vanish": "bỏ chữ ẩn: không ai thấy mà văn bản nào cũng mang",
}
_DRAWN = ("hình vẽ có thể chứa lệnh", "thay bằng hình .png hoặc .jpg")
_ENDINGS = {
    "emf": _DRAWN,
    "wmf": _DRAWN,
    "svg": _DRAWN,
    "odttf": ("phông chữ nhúng", "bỏ chọn “Embed fonts in the file” khi lưu"),
}
_REMOVE = "xóa khỏi mẫu rồi lưu lại thành .docx"


@dataclass(frozen=True, slots=True)
class Danger:
    """One thing that a template may not hold, in words; `element` is where, if it has a place."""

    kind: str
    found: str
    due: str = _REMOVE
    part: str = ""
    element: etree._Element | None = None


def dangers_in(form: Form) -> Iterator[Danger]:
    """All that the template may not hold; nothing of it was run or fetched."""
    yield from _strange_parts(form)
    for name, tree in form.trees.items():
        if name.endswith(".rels"):
            yield from _reaching_out(tree)
        elif name != TYPES:
            yield from _strange_elements(name, tree)


def _strange_parts(form: Form) -> Iterator[Danger]:
    by_name, by_ending = _types(form.trees.get(TYPES))
    for name in form.parts:
        ending = name.rpartition(".")[2].lower()
        kind = by_name.get(name.casefold()) or by_ending.get(ending, "")
        lower = kind.casefold()
        if name == TYPES or kind in _KNOWN_TYPES or _PICTURES.fullmatch(lower):
            continue
        if "macro" in lower or "vba" in lower or "vba" in name.casefold():
            yield Danger("template-macro", "macro", "lưu lại thành .docx (không phải .docm)")
        elif lower.endswith("template.main+xml"):
            yield Danger("template-embedded", "tệp .dotx", "lưu lại thành .docx")
        else:
            words, due = _ENDINGS.get(ending, ("phần lạ trong tệp", _REMOVE))
            yield Danger("template-embedded", f"{words}: {posixpath.basename(name)[:60]}", due)


def _types(tree: etree._Element | None) -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    endings: dict[str, str] = {}
    for child in tree if tree is not None else ():
        kind = child.get("ContentType", "")
        if "PartName" in child.attrib:
            names[child.get("PartName", "").lstrip("/").casefold()] = kind
        else:
            endings[child.get("Extension", "").lower()] = kind
    return names, endings


def _reaching_out(tree: etree._Element) -> Iterator[Danger]:
    for relation in tree:
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if relation.get("TargetMode", "").casefold() == "external" or "://" in target:
            found = f"{_REMOTE.get(kind, 'phần lấy từ nơi khác')}: {target[:80]}"
            due = "bỏ liên kết (Remove Hyperlink), chỉ để chữ" if kind == "hyperlink" else _REMOVE
            yield Danger("template-external", found, due)


def _strange_elements(name: str, tree: etree._Element) -> Iterator[Danger]:
    codes: list[str] = []
    for element in tree.iter():
        tag = element.tag
        if tag in _ELEMENTS and not (tag == f"{W}vanish" and _is_off(element, name)):
            due = _MENDING.get(str(tag), _REMOVE)
            yield Danger("template-embedded", _ELEMENTS[str(tag)], due, name, element)
        elif tag == f"{W}fldSimple":
            yield from _code(element.get(f"{W}instr", ""), name, element)
        elif tag == f"{W}fldChar":
            yield from _walk(codes, element, name)
        elif tag == f"{W}instrText" and codes:
            codes[-1] += element.text or ""
        elif any("://" in value for key, value in element.attrib.items() if key == "href"):
            yield Danger("template-external", "liên kết ra ngoài", part=name, element=element)


def _is_off(element: etree._Element, part: str) -> bool:
    """Styles of Word's own that nothing uses may hide their letters."""
    return part == "word/styles.xml" or element.get(f"{W}val", "1") in ("0", "false", "off")


def _walk(codes: list[str], element: etree._Element, name: str) -> Iterator[Danger]:
    """Follow a field code from its beginning to its end; one may stand inside another."""
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        codes.append("")
    elif kind == "separate" and codes:
        yield from _code(codes[-1], name, element)
    elif kind == "end" and codes:
        yield from _code(codes.pop(), name, element)


def _code(code: str, name: str, element: etree._Element) -> Iterator[Danger]:
    word = (code.split() or [""])[0].upper()
    if word not in _FIELD_CODES:
        due = "gõ {{tên trường}} thay cho mã trường" if word == "MERGEFIELD" else _REMOVE
        yield Danger("template-code", f"mã trường {word[:30]}".rstrip(), due, name, element)
