"""Alignment, first line, spacing of paragraphs and lines."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.looks import Stance
from haidang.text.checking.mending import set_align, set_first_line, set_spacing
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage
from haidang.text.layout import Component, body, boxes
from haidang.text.layout.component import Align
from haidang.text.layout.page import (
    FIRST_LINE_CHOICES_MM,
    FIRST_LINE_MM,
    LINE_SPACING,
    PARAGRAPH_GAP_PT,
    SINGLE_LINE,
)
from haidang.text.understanding.paper.markers import Rank, marker_of

_RUNNING = {part.key for part in (body.BASIS, body.BODY, body.ARTICLE, *body.HEADINGS)}
_FREE = {boxes.ADDRESSEE.key, body.PART_TITLE.key}
_LISTED = {box.key for box in (boxes.RECIPIENTS_HEAD, boxes.RECIPIENT, boxes.DRAFTER)}
_SINGLE = {box.key for box in (boxes.NATIONAL_NAME, boxes.MOTTO, boxes.SUPERIOR, boxes.ISSUER)}
_MOST_SINGLE = 1.3  # lines of a header that were pulled apart by hand
_JC = {Align.CENTRE: "center", Align.JUSTIFY: "both"}
_ALIGNED = {"left": "căn trái", "center": "căn giữa", "right": "căn phải", "both": "căn đều hai lề"}
_CLOSE_MM = 0.6
_CLOSE_PT = 0.2
_CLOSE_LINE = 0.03
_TWIPS = 1440 / 25.4


def stance_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is wrong with how paragraphs stand."""
    for passage in paper.named():
        stance, component = passage.stance, passage.role
        if stance is None or component is None:
            continue
        yield from _align(passage, component, stance)
        if component.key in _SINGLE:
            yield from _lines(passage, component, stance, _MOST_SINGLE)
        if component.key in _RUNNING and not _is_apart(passage, stance):
            yield from _first_line(passage, component, stance)
            yield from _lines(passage, component, stance, LINE_SPACING[1])
    yield from _gaps(paper.passages)


def _is_apart(passage: Passage, stance: Stance) -> bool:
    return passage.table is not None or stance.align in ("center", "right")


def _align(passage: Passage, component: Component, stance: Stance) -> Iterator[Flaw]:
    due = _JC.get(component.align)
    if component.key in _LISTED and stance.align in ("center", "right"):
        due = "left"
    if due is None or component.key in _FREE or stance.align == due or passage.apart:
        return
    mend = partial(set_align, passage.node, due)
    found, wanted = _ALIGNED[stance.align], _ALIGNED[due]
    yield flaw_of("alignment", component, passage, found, wanted, mend)


def _first_line(passage: Passage, component: Component, stance: Stance) -> Iterator[Flaw]:
    begins = stance.begins
    if any(abs(begins - choice) <= _CLOSE_MM for choice in FIRST_LINE_CHOICES_MM):
        return
    if passage.words.lstrip(" ").startswith("\t") and abs(begins) < _CLOSE_MM:
        return  # moved in by a tab, which stands where the decree wants it
    if marker_of(passage.text).rank in (Rank.BULLET, Rank.PLUS) and begins > FIRST_LINE_MM:
        return  # dashes below dashes
    mend = partial(set_first_line, passage.node, round(FIRST_LINE_MM * _TWIPS))
    found = f"lùi {begins / 10:.2f} cm".replace(".", ",")
    yield flaw_of("first-line", component, passage, found, "lùi 1 cm hoặc 1,27 cm", mend)


def _lines(passage: Passage, component: Component, stance: Stance, most: float) -> Iterator[Flaw]:
    size = max((run.letters.size for run in passage.runs if run.words.strip()), default=14)
    lines = stance.line if stance.exact is None else stance.exact / (size * SINGLE_LINE)
    least = LINE_SPACING[0]
    if lines is None or least - _CLOSE_LINE <= lines <= most + _CLOSE_LINE:
        return
    found = f"giãn dòng {lines:.2f}".replace(".", ",")
    single = lines < least or most < LINE_SPACING[1]
    due = "dòng đơn" if most < LINE_SPACING[1] else "từ dòng đơn đến 1,5 dòng"
    mend = partial(set_spacing, passage.node, line=240 if single else 360)
    yield flaw_of("line-spacing", component, passage, found, due, mend)


def _gaps(passages: list[Passage]) -> Iterator[Flaw]:
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
    return passage.key in _RUNNING and passage.table is None and passage.stance is not None


def gap_between(above: Passage, below: Passage) -> float:
    """The space between two paragraphs in points; Word adds what both ask for."""
    one, other = above.stance, below.stance
    if one is None or other is None:
        return PARAGRAPH_GAP_PT
    alike = above.style == below.style
    after = 0 if one.contextual and alike else one.after
    before = 0 if other.contextual and alike else other.before
    return after + before
