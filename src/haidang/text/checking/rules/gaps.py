"""Space between paragraphs, and between the number and the subject of a công văn."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.mending import set_spacing
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage
from haidang.text.checking.rules.stance import RUNNING
from haidang.text.layout import boxes
from haidang.text.layout.page import PARAGRAPH_GAP_PT

_CLOSE_PT = 0.2


def gap_flaws(paper: Paper) -> Iterator[Flaw]:
    """Paragraphs that stand too close."""
    yield from _between(paper.passages)
    yield from _below_number(paper)


def _below_number(paper: Paper) -> Iterator[Flaw]:
    """The subject of a công văn stands 6 pt below its number (mục II.5.b)."""
    subject = next(iter(paper.of(boxes.DISPATCH_SUBJECT.key)), None)
    number = next(iter(paper.of(boxes.NUMBER.key)), None)
    if subject is None or number is None or subject.passage.origin:
        return
    below = subject.passage
    rows = [p for p in paper.passages if p.cell and below.cell and p.cell[2] == below.cell[2]]
    if number.passage not in rows or below not in rows or not below.stance:
        return
    at = rows.index(below)
    if rows[at - 1] is not number.passage or below.table is not number.passage.table:
        return
    gap = gap_between(number.passage, below)
    if gap < PARAGRAPH_GAP_PT - _CLOSE_PT:
        mend = partial(set_spacing, below.node, before=PARAGRAPH_GAP_PT * 20)
        found, due = f"cách số, ký hiệu {gap:g} pt", f"cách {PARAGRAPH_GAP_PT} pt"
        yield flaw_of("subject-gap", boxes.DISPATCH_SUBJECT, below, found, due, mend)


def _between(passages: list[Passage]) -> Iterator[Flaw]:
    for above, below in pairwise(passages):
        if not (_runs_on(above) and _runs_on(below)) or below.role is None:
            continue
        gap = gap_between(above, below)
        if gap < PARAGRAPH_GAP_PT - _CLOSE_PT:
            found = f"cách {gap:g} pt"
            mends = (
                partial(set_spacing, above.node, after=PARAGRAPH_GAP_PT * 20),
                partial(set_spacing, below.node, before=0),
            )
            due = f"ít nhất {PARAGRAPH_GAP_PT} pt"
            for mend in mends:
                yield flaw_of("paragraph-gap", below.role, below, found, due, mend)


def _runs_on(passage: Passage) -> bool:
    return passage.key in RUNNING and passage.table is None and passage.stance is not None


def gap_between(above: Passage, below: Passage) -> float:
    """The space between two paragraphs in points; Word adds what both ask for."""
    one, other = above.stance, below.stance
    if one is None or other is None:
        return PARAGRAPH_GAP_PT
    alike = above.style == below.style
    after = 0 if one.contextual and alike else one.after
    before = 0 if other.contextual and alike else other.before
    return after + before
