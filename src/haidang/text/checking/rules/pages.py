"""The paper: A4, upright, its margins (NĐ 30/2020, Phụ lục I, mục I.1 đến I.3)."""

from collections.abc import Iterator
from functools import partial

from haidang.text.checking.finding import Flaw
from haidang.text.checking.looks import TWIPS_PER_MM
from haidang.text.checking.mending import SECTION_ORDER, child_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.sections import Section, is_a4
from haidang.text.layout.page import A4_MM, MARGIN_RANGES, PAGE_ARTICLE, Margins
from haidang.text.reading.package import W

_CLOSE_MM = 0.6
_NAMES = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}


def page_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is wrong with the paper of each section."""
    for number, section in enumerate(paper.sections, 1):
        where = "trang giấy" if len(paper.sections) == 1 else f"phần {number}"
        if not is_a4(section):
            found = f"{section.width:.0f} × {section.height:.0f} mm"
            mend = partial(_set_a4, section)
            yield _flaw("page-size", found, "A4, 210 × 297 mm", where, section, mend)
        if section.landscape and not _has_table(paper, number - 1):
            found, due = "giấy ngang, không có bảng", "giấy dọc; chỉ xoay ngang khi có bảng, biểu"
            yield Flaw("page-turned", PAGE_ARTICLE, "page", found, due, place=where)
        for side in section.margins if not section.landscape else ():
            yield from _margin(section, side, where)


def _has_table(paper: Paper, section: int) -> bool:
    """Whether a section has a table besides those of the header and the signatures; of a PDF yes.

    Blank sections are nobody's fault.
    """
    own = [p for p in paper.passages if p.section == section and p.words.strip()]
    return not own or own[0].element is None or any(p.key.endswith("table-text") for p in own)


def _margin(section: Section, side: str, where: str) -> Iterator[Flaw]:
    least, most = MARGIN_RANGES[side]
    margin = section.margins[side]
    if least - _CLOSE_MM <= margin <= most + _CLOSE_MM:
        return
    found = f"{_NAMES[side]} {margin:.0f} mm"
    mend = partial(_set_margin, section, side)
    yield _flaw("page-margins", found, f"{least} đến {most} mm", where, section, mend)


def _flaw(
    rule: str, found: str, due: str, where: str, section: Section, mend: partial[None]
) -> Flaw:
    mends = (mend,) if section.element is not None else ()
    return Flaw(rule, PAGE_ARTICLE, "page", found, due, place=where, mends=mends)


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
