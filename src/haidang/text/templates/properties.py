"""The properties of a filled template: those of the document, not of whoever made the template."""

from lxml import etree

from haidang.text.blocks import Document
from haidang.text.templates.form import TYPES, Form
from haidang.text.writing.docx.parts import PACKAGE, properties_xml

CORE = "docProps/core.xml"
_APP = "docProps/app.xml"
_RELATIONS = "_rels/.rels"
_KIND = f"{PACKAGE}/relationships/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PERSONAL = ("Manager", "Company", "Template", "HyperlinkBase", "TotalTime")


def set_properties(form: Form, document: Document) -> None:
    """Title, subject, issuer and language; dated as the document is, so never by the clock."""
    header = document.header
    name = " ".join(part for part in (header.document_type, header.title) if part)
    part = _part_of(form)
    form.trees[part] = etree.fromstring(properties_xml(header, name or "Văn bản").encode())
    _forget_people(form)


def _part_of(form: Form) -> str:
    """The part that holds the properties; where the template has none, it is named in its lists."""
    relations, types = form.trees.get(_RELATIONS), form.trees.get(TYPES)
    for relation in relations if relations is not None else ():
        if relation.get("Type") == _KIND:
            return relation.get("Target", CORE).lstrip("/")
    if relations is not None and types is not None:
        relation = etree.SubElement(relations, f"{{{PACKAGE}/relationships}}Relationship")
        relation.attrib.update({"Id": "rIdProperties", "Type": _KIND, "Target": CORE})
        override = etree.SubElement(types, f"{{{PACKAGE}/content-types}}Override")
        override.attrib.update({"PartName": f"/{CORE}", "ContentType": _TYPE})
    return CORE


def _forget_people(form: Form) -> None:
    tree = form.trees.get(_APP)
    if tree is None:
        return
    for child in list(tree):
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _PERSONAL:
            tree.remove(child)
