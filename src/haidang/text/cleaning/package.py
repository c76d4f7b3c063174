"""The parts of an Office file, looked at for what a reader does not see, and put together again.

Names of authors and companies always go. Text that is hidden, struck out under tracked changes, or
said in comments is counted and taken out; what cannot be taken out is named.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from haidang.text.cleaning.sheets import unseen_sheets
from haidang.text.cleaning.words import clean_words, hidden_styles
from haidang.text.reading.package import opened, parse

_LOOSE = ("docProps/custom.xml", "word/people.xml", "docProps/thumbnail")
_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "threadedComment")
_NAMED = {"creator", "lastModifiedBy", "Company", "Manager", "HyperlinkBase", "keywords"}
_NAMED |= {"description", "category"}
_WORDS = ("word/document.xml", "word/header", "word/footer", "word/footnotes", "word/endnotes")


@dataclass
class Hidden:
    """What a file has that its reader does not see, by kind, and the words of it."""

    changes: int = 0
    hidden: int = 0
    comments: int = 0
    stays: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def is_any(self) -> bool:
        """Whether a reader could find anything."""
        return bool(self.changes or self.hidden or self.comments or self.stays)


def cleaned(data: bytes) -> tuple[bytes, Hidden]:
    """A copy of an Office file without what its reader does not see, and what that was.

    Refuses with Unreadable what is broken, locked or unpacks to too much.
    """
    found, made = Hidden(), io.BytesIO()
    with opened(data) as archive:
        trees = {name: parse(archive.read(name)) for name in archive.namelist() if _is_xml(name)}
        styles = hidden_styles(trees.get("word/styles.xml"))
        gone = {name for name in archive.namelist() if _goes(name)}
        for name in sorted(gone & set(trees)):
            _note_comments(trees[name], name, found)
        for name, tree in trees.items():
            _clean_part(name, tree, styles, gone, found)
        _note_stays(archive.namelist(), trees, found)
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
            for item in archive.infolist():
                if item.filename in gone or item.is_dir():
                    continue
                part = trees.get(item.filename)
                content = archive.read(item.filename) if part is None else _written(part)
                copy.writestr(zipfile.ZipInfo(item.filename), content, zipfile.ZIP_DEFLATED)
    return made.getvalue(), found


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _goes(name: str) -> bool:
    stem = posixpath.basename(name)
    is_comment = stem.startswith(_COMMENTS) and name.startswith(("word/", "xl/", "ppt/"))
    return (
        name.startswith(_LOOSE) or is_comment or "/threadedComments/" in name or "/persons/" in name
    )


def _note_comments(tree: etree._Element, name: str, found: Hidden) -> None:
    rows = [row for row in tree.iter() if etree.QName(row).localname in {"comment", "cm"}]
    found.comments += len(rows)
    found.words += [" ".join("".join(map(str, row.itertext())).split()) for row in rows]


def _clean_part(
    name: str, tree: etree._Element, styles: set[str], gone: set[str], found: Hidden
) -> None:
    if name in gone:
        return
    if name.startswith(_WORDS):
        clean_words(tree, styles, found)
    elif name.startswith("docProps/"):
        for row in list(tree):
            if etree.QName(row).localname in _NAMED:
                row.text = ""
    elif name.endswith(".rels") or name == "[Content_Types].xml":
        _forget(tree, {posixpath.basename(part) for part in gone})
    elif name == "word/settings.xml":
        for row in list(tree):
            if etree.QName(row).localname in {"trackRevisions", "rsids"}:
                tree.remove(row)


def _forget(tree: etree._Element, gone: set[str]) -> None:
    for row in list(tree):
        target = row.get("Target") or row.get("PartName") or ""
        if posixpath.basename(target) in gone:
            tree.remove(row)


def _note_stays(names: list[str], trees: dict[str, etree._Element], found: Hidden) -> None:
    if any("/embeddings/" in name for name in names):
        found.stays.append("tệp khác nhúng bên trong")
    if any("/externalLinks/" in name or "/activeX/" in name for name in names):
        found.stays.append("phần nối ra ngoài hoặc nút lệnh")
    found.stays += unseen_sheets(trees)


def _written(tree: etree._Element) -> bytes:
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
