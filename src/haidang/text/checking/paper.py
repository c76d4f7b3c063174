"""A file as it is judged: its passages with their boxes, its sections, its parts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from haidang.text.blocks import Header, Source
from haidang.text.checking.naming import boxes_of
from haidang.text.checking.naming.contacts import contact_boxes
from haidang.text.checking.naming.page_numbers import has_page_field, page_number_boxes
from haidang.text.checking.package import MAIN, Package
from haidang.text.checking.passages import Box, Passage
from haidang.text.checking.printed import Printed
from haidang.text.checking.sections import Section, sections_of
from haidang.text.checking.situating import situate
from haidang.text.checking.styles import Styles
from haidang.text.checking.walking import Walk
from haidang.text.layout import Kind, kind_of
from haidang.text.reading.builder import TextBuilder
from haidang.text.reading.numbering import Numbering
from haidang.text.reading.package import W
from haidang.text.reading.unreadable import Unreadable
from haidang.text.understanding.boxes.header import header_of
from haidang.text.understanding.paper.lines import lines_of
from haidang.text.understanding.paper.zones import zones_of


@dataclass(slots=True)
class Paper:
    """What the rules look at; of a PDF there is no package."""

    text: str
    passages: list[Passage]
    boxes: list[Box]
    header: Header
    sections: list[Section] = field(default_factory=list)
    package: Package | None = None
    styles: Styles | None = None
    fonts: Counter[str] = field(default_factory=Counter)  # of a PDF: letters by font
    printed: Printed | None = None  # of a PDF: its pages, measured
    is_recognised: bool = False  # its words were read in a picture and may be wrong

    def of(self, *keys: str) -> list[Box]:
        """The boxes of these components, in order."""
        return [box for box in self.boxes if box.key in keys]

    def named(self) -> list[Passage]:
        """The passages that are one box each, in order."""
        return [passage for passage in dict.fromkeys(b.passage for b in self.boxes) if passage.role]

    def is_numbered(self, part: str) -> bool:
        """Whether a header or footer shows the number of the page."""
        tree = self.package.part(part) if self.package else None
        return tree is not None and has_page_field(tree)

    @property
    def template(self) -> Kind:
        """What the template of its type has; a type that the decree does not know has all."""
        return kind_of(self.kind) or Kind(self.kind, None)

    @property
    def kind(self) -> str:
        """The type of the document in small letters; empty where it is not told."""
        return (self.header.document_type or "").casefold()


def paper_of_docx(data: bytes) -> Paper:
    """A .docx taken apart. Refuses with Unreadable what cannot be opened or has no words."""
    package = Package(data)
    body = _body(package)
    numbering, sheet = package.part("word/numbering.xml"), package.part("word/styles.xml")
    theme = next((name for name in package.names if name.startswith("word/theme/")), "")
    styles = Styles(sheet, numbering, package.part(theme))
    sections = sections_of(body, package)
    passages = Walk(styles, Numbering(numbering, sheet), sections).over(body)
    source, worded = source_of(passages, "docx")
    if not worded:
        raise Unreadable("empty", "Văn bản không có chữ.")
    zones = zones_of(lines_of(source))
    boxes = [*page_number_boxes(package, styles, sections), *boxes_of(zones, worded)]
    boxes += contact_boxes(package, styles, sections)
    situate(passages, boxes)
    return Paper(source.text, passages, boxes, header_of(zones), sections, package, styles)


def _body(package: Package) -> etree._Element:
    document = package.part(MAIN)
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise Unreadable("broken", "Tệp .docx hỏng: không có nội dung.")
    return body


def source_of(passages: Iterable[Passage], form: str) -> tuple[Source, list[Passage]]:
    """The passages as a text with places, and those of them that have words, in the same order."""
    builder = TextBuilder()
    worded: list[Passage] = []
    places = 0
    for passage in passages:
        builder.paragraph(passage.text, passage.where, passage.cell)
        if len(builder.places()) > places:
            places += 1
            worded.append(passage)
    return Source(builder.text(), form, builder.places()), worded
