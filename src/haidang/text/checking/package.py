"""The parts of a .docx that a checker looks at, and the same file with some of them changed."""

import io
import posixpath
import zipfile

from lxml import etree

from haidang.text.reading.package import opened, parse
from haidang.text.reading.unreadable import Unreadable

MAIN = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_SETTINGS = "word/_rels/settings.xml.rels"  # a template from elsewhere is named there
_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Package:
    """One .docx, its parts unpacked as they are asked for; nothing outside of it is followed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with opened(data) as archive:
            self.names = tuple(archive.namelist())
            if MAIN not in self.names:
                raise Unreadable("archive", "Tệp nén không chứa văn bản Word.")
        self._added: dict[str, bytes] = {}
        self._trees: dict[str, etree._Element] = {}
        self._grown: set[str] = set()
        self.targets, outside = _related(self.part(_RELATIONS))
        self.outside = (*outside, *_related(self.part(_SETTINGS))[1])

    def part(self, name: str) -> etree._Element | None:
        """A part as a tree, the same one each time; None where the file has no such part."""
        if name not in self._trees:
            if name not in self.names or not _is_wanted(name):
                return None
            with opened(self._data) as archive:
                self._trees[name] = parse(archive.read(name))
        return self._trees[name]

    @property
    def may_grow(self) -> bool:
        """Whether the file has the lists in which a new part must stand."""
        return _TYPES in self.names and _RELATIONS in self.names

    def add_header(self, name: str, content: bytes) -> str:
        """A new header in word/; what the main part has to call it by."""
        types, relations = self.part(_TYPES), self.part(_RELATIONS)
        assert types is not None
        assert relations is not None
        while f"word/{name}" in self.names:
            name = f"x{name}"
        made = next(f"rId{n}" for n in range(9000, 99000) if f"rId{n}" not in self._ids())
        kind = f"{_WORD_TYPE}.header+xml"
        override = f"{{{_PACKAGE}/content-types}}Override"
        relation = f"{{{_PACKAGE}/relationships}}Relationship"
        etree.SubElement(types, override, PartName=f"/word/{name}", ContentType=kind)
        etree.SubElement(relations, relation, Id=made, Type=f"{_OFFICE}/header", Target=name)
        self._added[f"word/{name}"] = content
        self._grown |= {_TYPES, _RELATIONS}
        return made

    def _ids(self) -> set[str]:
        relations = self.part(_RELATIONS)
        return {relation.get("Id", "") for relation in (() if relations is None else relations)}

    def changed(self, names: set[str]) -> bytes:
        """The file with those parts written anew; every other part keeps its bytes and order."""
        names = names | self._grown
        out = io.BytesIO()
        with opened(self._data) as archive, zipfile.ZipFile(out, "w") as target:
            for entry in archive.infolist():
                content = archive.read(entry)
                if entry.filename in names:
                    content = _DECLARATION + etree.tostring(self._trees[entry.filename])
                target.writestr(entry, content, entry.compress_type)
            for name, content in self._added.items():
                target.writestr(name, content, zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _is_wanted(name: str) -> bool:
    return name in (_RELATIONS, _SETTINGS, _TYPES) or (
        name.startswith("word/")
        and name.endswith(".xml")
        and not name.startswith(("word/webSettings", "word/fontTable", "word/glossary"))
    )


def _related(relations: etree._Element | None) -> tuple[dict[str, str], list[str]]:
    """Parts of the file by the names that the main part has for them; and what lies outside."""
    inside: dict[str, str] = {}
    outside: list[str] = []
    for relation in relations if relations is not None else ():
        target = relation.get("Target", "")
        if relation.get("TargetMode") == "External":
            outside.append(relation.get("Type", "").rpartition("/")[2])
        else:
            inside[relation.get("Id", "")] = posixpath.normpath(posixpath.join("/word", target))[1:]
    return inside, outside
