"""The paper: A4, upright, its margins (NĐ 30/2020, Phụ lục I, mục I.1 đến I.3)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from haidang.text.checking.finding import Flaw
from haidang.text.checking.looks import TWIPS_PER_MM
from haidang.text.checking.mending import SECTION_ORDER, child_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.sections import Section, is_a4
from haidang.text.layout.component import ANNEX
from haidang.text.layout.page import A4_MM, MARGIN_RANGES, Margins
from haidang.text.reading.package import W

_ARTICLES = {
    "page-size": f"{ANNEX}, mục I.1",
    "page-turned": f"{ANNEX}, mục I.2",
    "page-margins": f"{ANNEX}, mục I.3",
}
_CLOSE_MM = 0.6
_SCANNED_MM = 4  # a scanner cuts the edges of the paper
_NAMES = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}


def page_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is wrong with the paper; a fault of several sections is said once."""
    found: dict[tuple[str, str], list[tuple[int, Flaw]]] = {}
    for number, section in enumerate(paper.sections, 1):
        for flaw in _of_section(paper, section, number - 1):
            found.setdefault((flaw.rule, flaw.found), []).append((number, flaw))
    for alike in found.values():
        numbers = [number for number, _ in alike]
        everywhere = len(numbers) == len(paper.sections)
        place = "trang giấy" if everywhere else f"phần {', '.join(map(str, numbers))} của tệp"
        mends = tuple(mend for _, flaw in alike for mend in flaw.mends)
        yield replace(alike[0][1], place=place, mends=mends)


def _of_section(paper: Paper, section: Section, number: int) -> Iterator[Flaw]:
    if not is_a4(section, _SCANNED_MM if paper.is_recognised else 1):
        found = f"{section.width:.0f} × {section.height:.0f} mm"
        yield _flaw("page-size", found, "A4, 210 × 297 mm", section, partial(_set_a4, section))
    if section.landscape and not _has_table(paper, number):
        due = "giấy dọc; chỉ xoay ngang khi có bảng, biểu"
        yield _flaw("page-turned", "giấy ngang, không có bảng", due, section)
    for side in section.margins if not section.landscape else ():
        yield from _margin(section, side)


def _has_table(paper: Paper, section: int) -> bool:
    """Whether a section has a table besides those of the header and the signatures; of a PDF yes.

    Blank sections are nobody's fault.
    """
    own = [p for p in paper.passages if p.section == section and p.words.strip()]
    return not own or own[0].element is None or any(p.key.endswith("table-text") for p in own)


def _margin(section: Section, side: str) -> Iterator[Flaw]:
    least, most = MARGIN_RANGES[side]
    margin = section.margins[side]
    if least - _CLOSE_MM <= margin <= most + _CLOSE_MM:
        return
    found = f"{_NAMES[side]} {margin:.0f} mm"
    mend = partial(_set_margin, section, side)
    yield _flaw("page-margins", found, f"{least} đến {most} mm", section, mend)


def _flaw(
    rule: str, found: str, due: str, section: Section, mend: partial[None] | None = None
) -> Flaw:
    mends = (mend,) if mend and section.element is not None else ()
    return Flaw(rule, _ARTICLES[rule], "page", found, due, mends=mends)


def _set_a4(section: Section) -> None:
    size = child_of(section.node, "pgSz", SECTION_ORDER)
    sides = A4_MM[::-1] if section.landscape else A4_MM
    for name, side in zip(("w", "h"), sides, strict=True):
        size.set(f"{W}{name}", str(round(side * TWIPS_PER_MM)))


def _set_margin(section: Section, side: str) -> None:
    margins = child_of(section.node, "pgMar", SECTION_ORDER)
    margins.set(f"{W}{side}", str(round(getattr(Margins(), side) * TWIPS_PER_MM)))
    if side == "left":
        margins.set(f"{W}gutter", "0")
    for name in ("header", "footer"):  # the schema asks for them
        if margins.get(f"{W}{name}") is None:
            margins.set(f"{W}{name}", "567")
