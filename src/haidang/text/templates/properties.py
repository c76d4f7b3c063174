"""The properties of a filled template: those of the document, not of whoever made the template."""

from lxml import etree

from haidang.text.blocks import Document
from haidang.text.origin import PART
from haidang.text.templates.form import TYPES, Form
from haidang.text.templates.lists import Named, part_of
from haidang.text.writing.docx.origin import with_origin
from haidang.text.writing.docx.parts import OFFICE, PACKAGE, properties_xml

_APP = "docProps/app.xml"
_RELATIONS = "_rels/.rels"


_CORE = Named(
    "docProps/core.xml",
    "rIdProperties",
    f"{PACKAGE}/relationships/metadata/core-properties",
    "application/vnd.openxmlformats-package.core-properties+xml",
)
_CUSTOM = Named(
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
    core = part_of(form, _CORE)
    form.trees[core] = _tree(properties_xml(header, name or "Văn bản"))
    # Which document it was written from, so that it is known again when it comes back
    form.trees[part_of(form, _CUSTOM)] = _tree(_origin_xml(document))
    _forget_people(form)


def _tree(xml: str) -> etree._Element:
    return etree.fromstring(xml.encode())


def _origin_xml(document: Document) -> str:
    lists = {_RELATIONS: "</Relationships>", TYPES: "</Types>"}
    return with_origin(lists, document)[PART]


def _forget_people(form: Form) -> None:
    tree = form.trees.get(_APP)
    if tree is None:
        return
    for child in list(tree):
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _PERSONAL:
            tree.remove(child)
