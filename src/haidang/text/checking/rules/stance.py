"""Alignment, first line, spacing of paragraphs and lines."""

from collections.abc import Iterator
from functools import partial

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.looks import TWIPS_PER_MM, Stance
from haidang.text.checking.mending import set_align, set_first_line, set_spacing
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage
from haidang.text.layout import Component, body, boxes
from haidang.text.layout.component import Align
from haidang.text.layout.page import (
    FIRST_LINE_CHOICES_MM,
    FIRST_LINE_MM,
    LINE_SPACING,
    SINGLE_LINE,
)
from haidang.text.layout.widths import width_mm
from haidang.text.understanding.paper.markers import Rank, marker_of

RUNNING = {part.key for part in (body.BASIS, body.BODY, body.ARTICLE, *body.HEADINGS)}
_FREE = {boxes.ADDRESSEE.key, body.PART_TITLE.key}
_LISTED = {box.key for box in (boxes.RECIPIENTS_HEAD, boxes.RECIPIENT, boxes.DRAFTER)}
_SINGLE = {box.key for box in (boxes.NATIONAL_NAME, boxes.MOTTO, boxes.SUPERIOR, boxes.ISSUER)}
_MOST_SINGLE = 1.3  # lines of a header that were pulled apart by hand
_JC = {Align.CENTRE: "center", Align.JUSTIFY: "both"}
_ALIGNED = {"left": "căn trái", "center": "căn giữa", "right": "căn phải", "both": "căn đều hai lề"}
_CLOSE_MM = 0.6
_LEAST_BLOCK_MM = 2
_CLOSE_LINE = 0.03


def stance_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is wrong with how paragraphs stand."""
    for passage in paper.named():
        stance, component = passage.stance, passage.role
        if stance is None or component is None:
            continue
        yield from _align(passage, component, stance)
        if component.key in _SINGLE:
            yield from _lines(passage, component, stance, _MOST_SINGLE)
        if component.key in RUNNING and not _is_apart(passage, stance):
            yield from _first_line(passage, component, stance)
            yield from _block(passage, component, stance)
            yield from _lines(passage, component, stance, LINE_SPACING[1])


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
    mend = partial(set_first_line, passage.node, round(FIRST_LINE_MM * TWIPS_PER_MM))
    found = f"lùi {begins / 10:.2f} cm".replace(".", ",")
    yield flaw_of("first-line", component, passage, found, "lùi 1 cm hoặc 1,27 cm", mend)


def _block(passage: Passage, component: Component, stance: Stance) -> Iterator[Flaw]:
    """Only the first line of a paragraph is moved in."""
    marked = marker_of(passage.text).rank in (Rank.BULLET, Rank.PLUS)
    if stance.left < _LEAST_BLOCK_MM or marked or stance.first < 0:
        return
    size = max((run.letters.size for run in passage.runs), default=component.size)
    room = passage.width - stance.begins - stance.right
    if passage.width and width_mm(passage.words, size) > room:
        mend = partial(set_first_line, passage.node, round(FIRST_LINE_MM * TWIPS_PER_MM))
        found, due = f"cả đoạn lùi {stance.left / 10:.2f} cm".replace(".", ","), "chỉ lùi dòng đầu"
        yield flaw_of("block-indent", component, passage, found, due, mend).as_advice()


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
