"""A template opened: its parts unpacked within bounds, its trees, and its paragraphs with places.

Nothing outside of the file is followed, nothing in it is run.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from haidang.text.reading.package import W, opened, parse
from haidang.text.reading.unreadable import Unreadable
from haidang.text.writing.docx.package import packed

MAIN = "word/document.xml"
STYLES = "word/styles.xml"
TYPES = "[Content_Types].xml"
MAIN_RELATIONS = "word/_rels/document.xml.rels"
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAX_BYTES = 10 * 2**20
MAX_UNPACKED = 48 * 2**20
_PLACES = {"header": "đầu trang", "footer": "chân trang"}
_GONE = (f"{W}del", f"{W}moveFrom")


@dataclass
class Form:
    """One template. `trees` are the parts that are XML; changing one changes what is packed."""

    parts: dict[str, bytes]
    trees: dict[str, etree._Element] = field(default_factory=dict)

    @property
    def body(self) -> etree._Element:
        """The body of the main part."""
        found = self.trees[MAIN].find(f"{W}body")
        assert found is not None  # looked at when it was opened
        return found

    def margins_parts(self) -> list[str]:
        """The headers and footers."""
        return [name for name in sorted(self.trees) if _margin_of(name)]

    def paragraphs(self) -> Iterator[tuple[str, etree._Element]]:
        """Every paragraph that can hold a field, with the name of its part."""
        for name in (MAIN, *self.margins_parts()):
            for paragraph in self.trees[name].iter(f"{W}p"):
                if not any(outer.tag in _GONE for outer in paragraph.iterancestors()):
                    yield name, paragraph

    def packed(self) -> bytes:
        """The file, its bytes depending on nothing but its parts."""
        whole = {
            name: DECLARATION + etree.tostring(tree, encoding="utf-8")
            for name, tree in self.trees.items()
        }
        return packed({**self.parts, **whole})


def place_of_part(name: str) -> str:
    """Where a paragraph of a header or footer is, in words; empty for the main part.

    >>> place_of_part("word/footer2.xml")
    'chân trang'
    """
    return _PLACES.get(_margin_of(name), "")


def _margin_of(name: str) -> str:
    stem = posixpath.basename(name).rstrip("0123456789.xml")
    return stem if name.startswith("word/") and stem in _PLACES else ""


def form_of(template: bytes) -> Form:
    """Open a template. Refuses with Unreadable what is no .docx, too large, locked or broken."""
    if len(template) > MAX_BYTES:
        raise Unreadable("too-large", f"Mẫu quá lớn (trên {MAX_BYTES >> 20} MB).")
    if not template.startswith(b"PK\x03\x04"):
        raise Unreadable("not-docx", "Mẫu phải là tệp .docx.")
    form = Form(_unpacked(template))
    if MAIN not in form.parts:
        raise Unreadable("archive", "Tệp nén không chứa văn bản Word.")
    for name, content in form.parts.items():
        if name.endswith((".xml", ".rels")) or name == TYPES:
            form.trees[name] = _tree(content)
    if form.trees[MAIN].find(f"{W}body") is None:
        raise Unreadable("broken", "Tệp .docx hỏng: không có nội dung.")
    return form


def _unpacked(template: bytes) -> dict[str, bytes]:
    with opened(template) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        names = [entry.filename for entry in entries]
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise Unreadable("zip-bomb", "Tệp nén bất thường: mở ra quá lớn.")
        if len(set(map(str.casefold, names))) < len(
            names
        ):  # programs would differ in which to take
            raise Unreadable("broken", "Tệp .docx hỏng: hai phần cùng một tên.")
        return {entry.filename: archive.read(entry) for entry in entries}


def _tree(content: bytes) -> etree._Element:
    tree = parse(content)
    if (
        b"<!DOCTYPE" in content or tree.getroottree().docinfo.internalDTD is not None
    ):  # the standard forbids it; entities live there
        raise Unreadable("broken", "Tệp .docx hỏng: có khai báo DTD.")
    return tree
