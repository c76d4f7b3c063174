"""The number of the page: in the top margin, centred, from the second page (mục I.7)."""

import re
from collections.abc import Iterator
from functools import partial

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.mending_pages import (
    add_numbers,
    count_anew,
    hide_on_first,
    move_up,
)
from haidang.text.checking.paper import Paper
from haidang.text.checking.properties import value_of
from haidang.text.checking.sections import Section
from haidang.text.layout.body import APPENDIX_LABEL, PAGE_NUMBER
from haidang.text.reading.package import W

_ROWS_OF_A_PAGE = 44  # of 14 points with their gaps
_LETTERS_OF_A_ROW = 72
_OTHER_FIGURES = re.compile(r"\bPAGE\s+\\\*\s*(?:roman|alphabetic)", re.IGNORECASE)


def page_number_flaws(paper: Paper) -> Iterator[Flaw]:
    """Whether numbers are there, in the right margin, and not on the first page."""
    if not paper.sections or paper.package is None:
        return
    first = paper.sections[0]
    above = [part for kind, part in first.headers.items() if paper.is_numbered(part)]
    below = [part for kind, part in first.footers.items() if paper.is_numbered(part)]
    if not above and not below:
        if is_long(paper):
            due = "số trang ở lề trên, từ trang 2"
            mends = (partial(add_numbers, paper),) if _may_add(paper) else ()
            yield _flaw("page-number-missing", "không có số trang", due, *mends)
    elif not above:
        mends = (partial(move_up, paper, below),) if _may_move(paper, below) else ()
        yield _flaw("page-number-place", "số trang ở lề dưới", "số trang ở lề trên", *mends)
    yield from _forms(paper)
    if _is_on_first(paper, first):
        hide = (partial(hide_on_first, first),) if not first.has_first else ()
        due = "không hiện số ở trang thứ nhất"
        yield _flaw("page-number-first", "số trang hiện ở trang 1", due, *hide)


def _forms(paper: Paper) -> Iterator[Flaw]:
    """Arabic figures, and nothing but the number."""
    for box in paper.of(PAGE_NUMBER.key):
        node = box.passage.node
        fields = "".join(text.text or "" for text in node.iter(f"{W}instrText"))
        fields += "".join(field.get(f"{W}instr", "") for field in node.iter(f"{W}fldSimple"))
        if _OTHER_FIGURES.search(fields) or any(map(_counts_otherwise, paper.sections)):
            due = "chữ số Ả Rập"
            yield flaw_of("page-number-form", PAGE_NUMBER, box.passage, "kiểu số khác", due)
        elif not re.fullmatch(r"\d*", words := box.words.strip()):
            found, due = f"“{words}”", "chỉ ghi số trang"
            yield flaw_of("page-number-form", PAGE_NUMBER, box.passage, found, due).as_advice()


def _counts_otherwise(section: Section) -> bool:
    kind = section.node.find(f"{W}pgNumType")
    form = value_of(kind, "fmt")
    return form not in ("", "decimal", "numberInDash")


def _may_add(paper: Paper) -> bool:
    """Where headers hold other things it is for a person to say where the number goes."""
    free = not any("default" in section.headers for section in paper.sections)
    return free and paper.package is not None and paper.package.may_grow


def _may_move(paper: Paper, footers: list[str]) -> bool:
    """Whether those footers hold nothing but the number."""
    assert paper.package is not None
    trees = [tree for part in footers if (tree := paper.package.part(part)) is not None]
    words = "".join(text.text or "" for tree in trees for text in tree.iter(f"{W}t"))
    return _may_add(paper) and not re.sub(r"Trang|[\d\s/–-]", "", words)


def appendix_number_flaws(paper: Paper) -> Iterator[Flaw]:
    """The pages of each appendix are numbered by themselves."""
    numbered = any(paper.is_numbered(part) for s in paper.sections for part in s.margin_parts)
    if not numbered and not (is_long(paper) and paper.package):
        return
    for box in paper.of(APPENDIX_LABEL.key):
        section = paper.sections[box.passage.section]
        if section.starts_at == "1" and box.passage.section:
            continue
        mends = (partial(count_anew, section),) if box.passage.section else ()
        found, due = "số trang tính tiếp theo văn bản", "số trang phụ lục đánh riêng từ 1"
        yield flaw_of("appendix-page-number", PAGE_NUMBER, box.passage, found, due, *mends)


def _flaw(rule: str, found: str, due: str, *mends: partial[None]) -> Flaw:
    flaw = flaw_of(rule, PAGE_NUMBER, None, found, due, mends[0] if mends else None)
    return Flaw(flaw.rule, flaw.article, flaw.box, found, due, place="đầu trang", mends=flaw.mends)


def is_long(paper: Paper) -> bool:
    """Whether the text surely takes more than one page; a row of a table counts once."""
    rows, seen = 0, set()
    for passage in paper.passages:
        row = passage.cell and passage.cell[:2]
        if row is None or row not in seen:
            rows += 1 + len(passage.words) // _LETTERS_OF_A_ROW
        seen.add(row)
    return rows > _ROWS_OF_A_PAGE * 1.3


def _is_on_first(paper: Paper, section: Section) -> bool:
    kind = "first" if section.has_first else "default"
    parts = (section.headers.get(kind), section.footers.get(kind))
    return any(paper.is_numbered(part) for part in parts if part)
