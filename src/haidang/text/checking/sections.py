"""Sections of a .docx: paper, margins, and what stands in its headers and footers."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from haidang.text.checking.looks import MM_PER_TWIP
from haidang.text.checking.package import Package
from haidang.text.checking.properties import twips_of, value_of
from haidang.text.layout.page import A4_MM, MARGIN_RANGES
from haidang.text.reading.package import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_LETTER_MM = (215.9, 279.4)  # what Word takes where nothing is said
SIDES = tuple(MARGIN_RANGES)


@dataclass(slots=True)
class Section:
    """One section; `headers` and `footers` are parts by kind: "default", "first", "even"."""

    element: etree._Element | None
    width: float
    height: float
    margins: dict[str, float]
    has_first: bool  # the first page has headers of its own
    starts_at: str | None
    headers: dict[str, str]
    footers: dict[str, str]
    last: int = 0  # index of its last passage

    @property
    def node(self) -> etree._Element:
        """Its element; only what comes from a .docx has one."""
        assert self.element is not None
        return self.element

    @property
    def landscape(self) -> bool:
        return self.width > self.height

    @property
    def margin_parts(self) -> list[str]:
        """The headers and footers that this section shows."""
        return [
            part
            for parts in (self.headers, self.footers)
            for kind, part in parts.items()
            if kind != "first" or self.has_first
        ]

    @property
    def text_width(self) -> float:
        return max(self.width - self.margins["left"] - self.margins["right"], 0)


def sections_of(body: etree._Element, package: Package) -> list[Section]:
    """All sections in order; headers that one does not name are those of the section before."""
    found: list[Section] = []
    for element in _elements(body):
        before = found[-1] if found else None
        found.append(_section(element, package, before))
    if not found:  # Word's own defaults hold; a mended page has to be said
        found = [_section(etree.SubElement(body, f"{W}sectPr"), package, None)]
    if not _has_even(package):
        for section in found:
            section.headers.pop("even", None)
            section.footers.pop("even", None)
    return found


def _has_even(package: Package) -> bool:
    settings = package.part("word/settings.xml")
    return settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None


def _elements(body: etree._Element) -> Iterator[etree._Element]:
    for paragraph in body.iter(f"{W}p"):
        if (element := paragraph.find(f"{W}pPr/{W}sectPr")) is not None:
            yield element
    yield from body.iterchildren(f"{W}sectPr")


def _section(element: etree._Element, package: Package, before: Section | None) -> Section:
    headers = dict(before.headers) if before else {}
    footers = dict(before.footers) if before else {}
    for kind, parts in (("header", headers), ("footer", footers)):
        for reference in element.iterchildren(f"{W}{kind}Reference"):
            if part := package.targets.get(reference.get(f"{R}id", "")):
                parts[value_of(reference, "type") or "default"] = part
    size, margins = element.find(f"{W}pgSz"), element.find(f"{W}pgMar")
    first, numbers = element.find(f"{W}titlePg"), element.find(f"{W}pgNumType")
    wide, high = (_mm(value_of(size, name)) for name in ("w", "h"))
    return Section(
        element=element,
        width=wide or _LETTER_MM[0],
        height=high or _LETTER_MM[1],
        margins=_margins(margins),
        has_first=first is not None and value_of(first) not in ("0", "false", "off"),
        starts_at=value_of(numbers, "start") or None,
        headers=headers,
        footers=footers,
    )


def _margins(element: etree._Element | None) -> dict[str, float]:
    sides = {side: abs(_mm(value_of(element, side)) or 0) for side in SIDES}
    sides["left"] += _mm(value_of(element, "gutter")) or 0
    return sides if element is not None else dict.fromkeys(SIDES, 25.4)  # an inch


def _mm(text: str) -> float | None:
    twips = twips_of(text)
    return None if twips is None else twips * MM_PER_TWIP


def is_a4(section: Section, slack: float = 1) -> bool:
    """Whether the paper is A4, upright or turned, within a millimetre or as much as is given."""
    sides = sorted((section.width, section.height))
    return all(abs(side - wanted) <= slack for side, wanted in zip(sides, A4_MM, strict=True))
