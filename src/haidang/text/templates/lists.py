"""The lists of a package, in which every part stands: found there, or added."""

from dataclasses import dataclass

from lxml import etree

from haidang.text.templates.form import TYPES, Form
from haidang.text.writing.docx.parts import PACKAGE


@dataclass(frozen=True, slots=True)
class Named:
    """A part as the lists of a package name it; `relations` is the list of whoever calls it."""

    part: str
    id: str
    relation: str
    type: str
    relations: str = "_rels/.rels"


def part_of(form: Form, named: Named) -> str:
    """The part of a kind; where the template has none, it is named in its lists."""
    relations = form.trees.get(named.relations)
    for relation in relations if relations is not None else ():
        if relation.get("Type") == named.relation:
            return relation.get("Target", named.part).lstrip("/")
    add_part(form, named, named.part)
    return named.part


def add_part(form: Form, named: Named, target: str) -> None:
    """Name a part in the lists; `target` is where it lies, seen from whoever calls it."""
    relations, types = form.trees.get(named.relations), form.trees.get(TYPES)
    if relations is not None and types is not None:
        relation = etree.SubElement(relations, f"{{{PACKAGE}/relationships}}Relationship")
        relation.attrib.update({"Id": named.id, "Type": named.relation, "Target": target})
        override = etree.SubElement(types, f"{{{PACKAGE}/content-types}}Override")
        override.attrib.update({"PartName": f"/{named.part}", "ContentType": named.type})
