"""Capital letters as far as rules can decide them (Phụ lục II)."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.layout import boxes
from haidang.text.layout.body import BASIS, BODY, HEADINGS
from haidang.text.layout.capitals import ANY_WORD, CAPITAL_RULES, CAPITALS_ARTICLE
from haidang.text.understanding.paper.markers import Rank, marker_of

_ONCE = {boxes.SUBJECT.key, boxes.PLACE_DATE.key}
_ENDED = frozenset(".;:!?")
_SENTENCES = {BODY.key, BASIS.key}  # a heading is over without a mark
_AFTER = 24  # letters that may be shown after what was found
_READ = {part.key for part in (BASIS, BODY, *HEADINGS)}


def capital_flaws(paper: Paper) -> Iterator[Flaw]:
    """Words of the decree's list that are written small or large by mistake."""
    for box in paper.boxes:
        if box.key in _READ and ANY_WORD.search(box.words):
            yield from _in(box)


def beginning_flaws(paper: Paper) -> Iterator[Flaw]:
    """Lines that begin small (mục I.1), where they do not go on with the line above."""
    before = None
    for box in paper.boxes:
        first = box.key in _ONCE and (before is None or before.key != box.key)
        whole = box.passage.is_typed  # a footnote of a PDF may stand in the middle of a sentence
        begins = first or (box.key in _READ and whole and _is_over(before))
        if box.passage.role and begins and _begins_small(box.words):
            yield _flaw(box, "chữ thường ở đầu dòng", "viết hoa chữ cái đầu dòng")
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
    for rule in CAPITAL_RULES:
        for found in rule.wrong.finditer(box.words):
            group = next(name for name, words in found.groupdict().items() if words)
            start, end = found.start(group) - found.start(), found.end(group) - found.start()
            due = f"{found[0][:start]}{rule.right(found[group])}{found[0][end:]}"
            around = box.words[found.start() : found.end() + _AFTER].split()
            more = " ".join(around[len(found[0].split()) :][:2]) if found[0].endswith(" ") else ""
            said, wanted = f"{found[0]}{more}".strip(), f"{due}{more}".strip()
            flaw = _flaw(box, said, wanted)
            yield flaw if rule.is_plain else flaw.as_advice()


def _flaw(box: Box, found: str, due: str) -> Flaw:
    return Flaw("capital-letter", CAPITALS_ARTICLE, "text", found, due, (box.passage,))
