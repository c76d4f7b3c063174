"""The properties of a filled template: those of the document, not of whoever made the template."""

from dataclasses import dataclass

from lxml import etree

from haidang.text.blocks import Document
from haidang.text.origin import PART
from haidang.text.templates.form import TYPES, Form
from haidang.text.writing.docx.origin import with_origin
from haidang.text.writing.docx.parts import OFFICE, PACKAGE, properties_xml

_APP = "docProps/app.xml"
_RELATIONS = "_rels/.rels"


@dataclass(frozen=True, slots=True)
class _Named:
    """A part as the lists of a package name it."""

    part: str
    id: str
    relation: str
    type: str


_CORE = _Named(
    "docProps/core.xml",
    "rIdProperties",
    f"{PACKAGE}/relationships/metadata/core-properties",
    "application/vnd.openxmlformats-package.core-properties+xml",
)
_CUSTOM = _Named(
    PART,
    "rIdOrigin",
    f"{OFFICE}/relationships/custom-properties",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
)
_PERSONAL = ("Manager", "Company", "Template", "HyperlinkBase", "TotalTime")


def set_properties(form: Form, document: Document) -> None:
    """Title, subject, issuer and language; dated as the document is, so never by the clock."""
    header = document.header
    name = " ".join(part for part in (header.document_type, header.title) if part)
    core = _part_of(form, _CORE)
    form.trees[core] = _tree(properties_xml(header, name or "Văn bản"))
    # Which document it was written from, so that it is known again when it comes back
    form.trees[_part_of(form, _CUSTOM)] = _tree(_origin_xml(document))
    _forget_people(form)


def _tree(xml: str) -> etree._Element:
    return etree.fromstring(xml.encode())


def _origin_xml(document: Document) -> str:
    lists = {_RELATIONS: "</Relationships>", TYPES: "</Types>"}
    return with_origin(lists, document)[PART]


def _part_of(form: Form, named: _Named) -> str:
    """The part of a kind; where the template has none, it is named in its lists."""
    relations, types = form.trees.get(_RELATIONS), form.trees.get(TYPES)
    for relation in relations if relations is not None else ():
        if relation.get("Type") == named.relation:
            return relation.get("Target", named.part).lstrip("/")
    if relations is not None and types is not None:
        relation = etree.SubElement(relations, f"{{{PACKAGE}/relationships}}Relationship")
        relation.attrib.update({"Id": named.id, "Type": named.relation, "Target": named.part})
        override = etree.SubElement(types, f"{{{PACKAGE}/content-types}}Override")
        override.attrib.update({"PartName": f"/{named.part}", "ContentType": named.type})
    return named.part


def _forget_people(form: Form) -> None:
    tree = form.trees.get(_APP)
    if tree is None:
        return
    for child in list(tree):
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _PERSONAL:
            tree.remove(child)
