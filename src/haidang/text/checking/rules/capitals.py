"""Capital letters as far as rules can decide them (Phụ lục II)."""

import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.layout.body import BASIS, BODY, HEADINGS
from haidang.text.layout.capitals import (
    BODIES,
    CAPITALS_ARTICLE,
    PLACES,
    REFERENCES,
    SMALL_REFERENCES,
    WEEKDAYS,
)

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


def _in(box: Box) -> Iterator[Flaw]:
    for pattern, large in _RULES:
        for found in pattern.finditer(box.words):
            word = found["word"]
            right = word.capitalize() if large else word.lower()
            due = found[0].replace(word, right, 1)
            flaw = flaw_of("capital-letter", BODY, box.passage, found[0], due)
            yield Flaw(flaw.rule, CAPITALS_ARTICLE, "text", flaw.found, due, flaw.passages)
