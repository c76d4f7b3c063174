"""Boxes 10b, 11 and 13: stamps in their frames, and the address under its line (mục III)."""

import re
from collections.abc import Iterator
from functools import partial

from haidang.text.checking.drawn import is_framed
from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.mending import set_colour
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage
from haidang.text.checking.rules.page_numbers import is_long
from haidang.text.layout.boxes import CIRCULATION, CONTACT, URGENCY

_RED = re.compile(r"[C-F][0-9A-F](?:[0-4][0-9A-F]){2}")
_BRIGHT_RED = "FF0000"


def stamp_flaws(paper: Paper) -> Iterator[Flaw]:
    """Stamps without their frame; degrees of urgency in another colour than red."""
    for box in paper.of(URGENCY.key, CIRCULATION.key):
        passage = box.passage
        if passage.element is None:
            continue
        if not is_framed(passage, paper.styles):
            due = "khung hình chữ nhật, viền đơn"
            yield flaw_of("stamp-frame", box.component, passage, "không có khung", due)
        if box.component is URGENCY:
            yield from _colour(passage)


def _colour(passage: Passage) -> Iterator[Flaw]:
    for run in passage.seen_runs:
        if not _RED.fullmatch(run.letters.colour):
            mend = partial(set_colour, run.element, _BRIGHT_RED)
            found = "màu đen" if run.letters.colour in ("auto", "000000") else "màu khác"
            yield flaw_of("stamp-colour", URGENCY, passage, found, "màu đỏ tươi", mend)


def contact_flaws(paper: Paper) -> Iterator[Flaw]:
    """An address without the line above it, or on every page."""
    found = paper.of(CONTACT.key)
    if not found:
        return
    first = found[0].passage
    if not first.drawn:
        due = "bên dưới một đường kẻ nét liền, dài hết chiều ngang của vùng trình bày"
        yield flaw_of("contact-line", CONTACT, first, "không có đường kẻ phía trên", due)
    shown = {part for kind, part in paper.sections[0].footers.items() if kind == "default"}
    if first.part in shown and is_long(paper):
        due = "ở cuối trang thứ nhất"
        yield flaw_of("contact-place", CONTACT, first, "ở mọi trang", due)
