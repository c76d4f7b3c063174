"""Capital letters as far as rules can decide them (Phụ lục II)."""

import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.layout import boxes
from haidang.text.layout.body import BASIS, BODY, HEADINGS
from haidang.text.layout.capitals import (
    BODIES,
    CAPITALS_ARTICLE,
    PLACES,
    REFERENCES,
    SMALL_REFERENCES,
    WEEKDAYS,
)
from haidang.text.understanding.paper.markers import Rank, marker_of

_ONCE = {boxes.SUBJECT.key, boxes.PLACE_DATE.key}
_ENDED = frozenset(".;:!?")
_SENTENCES = {BODY.key, BASIS.key}  # a heading is over without a mark
_READ = {part.key for part in (BASIS, BODY, *HEADINGS)}
_ANY = re.compile(
    r"thứ |điều |chương |Khoản |Điểm |Tỉnh |Huyện |Xã |[Nn]hân [Dd]ân"
)  # found quickly; most texts have none
_RULES: tuple[tuple[re.Pattern[str], bool], ...] = (
    (WEEKDAYS, True),
    (REFERENCES, True),
    (SMALL_REFERENCES, False),
    (PLACES, False),
    (BODIES, True),
)


def capital_flaws(paper: Paper) -> Iterator[Flaw]:
    """Weekdays and references to parts of a document, written small or large by mistake."""
    for box in paper.boxes:
        if box.key in _READ and _ANY.search(box.words):
            yield from _in(box)


def beginning_flaws(paper: Paper) -> Iterator[Flaw]:
    """Lines that begin small (mục I.1), where they do not go on with the line above."""
    before = None
    for box in paper.boxes:
        first = box.key in _ONCE and (before is None or before.key != box.key)
        begins = first or (box.key in _READ and _is_over(before))
        if box.passage.role and begins and _begins_small(box.words):
            found, due = "chữ thường ở đầu dòng", "viết hoa chữ cái đầu dòng"
            yield Flaw("capital-letter", CAPITALS_ARTICLE, "text", found, due, (box.passage,))
        before = box


def _is_over(before: Box | None) -> bool:
    """Whether a new sentence begins below that line."""
    return before is None or before.key not in _SENTENCES or before.words[-1:] in _ENDED


def _begins_small(words: str) -> bool:
    """Whether the first word is small; "Một là, giao …" has begun with its number in words."""
    marker = marker_of(words)
    rest = words[marker.end :].lstrip('“"( ')
    worded = marker.rank is Rank.BRACKET or rest.startswith("ngày ")
    return not worded and rest[:1].islower() and rest[1:2].islower()


def _in(box: Box) -> Iterator[Flaw]:
    for pattern, large in _RULES:
        for found in pattern.finditer(box.words):
            word = found["word"]
            right = word.capitalize() if large else word.lower()
            due = found[0].replace(word, right, 1)
            flaw = flaw_of("capital-letter", BODY, box.passage, found[0], due)
            yield Flaw(flaw.rule, CAPITALS_ARTICLE, "text", flaw.found, due, flaw.passages)
