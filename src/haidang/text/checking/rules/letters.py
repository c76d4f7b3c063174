"""Weight, slope and capitals of the letters of each component."""

from collections.abc import Iterator
from functools import partial

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.looks import Letters
from haidang.text.checking.mending import set_toggle
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage, Run
from haidang.text.layout import Component
from haidang.text.layout.body import APPENDIX_LABEL, ARTICLE, BODY, HEADING_2, HEADING_3
from haidang.text.layout.boxes import DISPATCH_SUBJECT, PLACE_DATE, SIGNER, SUBJECT
from haidang.text.understanding.paper.markers import Rank, marker_of

_MOST = 0.9  # of the letters make a paragraph bold or slanted
_SMALL = {
    part.key
    for part in (ARTICLE, BODY, HEADING_2, HEADING_3, DISPATCH_SUBJECT, SUBJECT, PLACE_DATE, SIGNER)
}
_NUMBERED = {Rank.NUMBER, Rank.NUMBER_2, Rank.NUMBER_3, Rank.LETTER, Rank.BRACKET}
_LONG = 12  # fewer letters may be an abbreviation
_LOOKS = {
    ("bold", True): "chữ đậm",
    ("bold", False): "chữ không đậm",
    ("italic", True): "chữ nghiêng",
    ("italic", False): "chữ đứng",
}


def letter_flaws(paper: Paper) -> Iterator[Flaw]:
    """Whole components in another weight, slope or case; a few bold words are nobody's fault."""
    for passage in paper.named():
        runs = passage.seen_runs
        table = passage.key.endswith("table-text")
        if passage.role and runs and not table and not passage.apart:
            if not passage.loose:
                yield from _toggle(passage, passage.role, runs, "bold")
            yield from _toggle(passage, passage.role, runs, "italic")
            yield from _capitals(passage, passage.role, runs)


def _toggle(
    passage: Passage, component: Component, runs: tuple[Run, ...], name: str
) -> Iterator[Flaw]:
    wanted = bool(getattr(component, name))
    if not wanted and not any(getattr(run.letters, name) for run in runs):
        return
    counted = [(run.letters, len(run.words.strip())) for run in runs]
    if not wanted and (outside := list(_outside_brackets(passage.runs))):
        counted = outside  # a remark in brackets may be slanted
    letters = sum(count for _, count in counted)
    on = sum(count for look, count in counted if getattr(look, name))
    # a numbered paragraph may begin with a title of its own
    most = 1 if marker_of(passage.plain).rank in _NUMBERED and not wanted else _MOST
    if (wanted and on < letters * _MOST) or (not wanted and on >= letters * most):
        found, due = _LOOKS[name, not wanted], _LOOKS[name, wanted]
        for run in passage.runs:
            mend = partial(set_toggle, run.element, name[0], wanted)
            yield flaw_of(name, component, passage, found, due, mend)


def _is_small(component: Component, passage: Passage) -> bool:
    if component.key == APPENDIX_LABEL.key:
        return "PHỤ LỤC" in passage.plain
    return component.key in _SMALL and len(passage.text) > _LONG


def _outside_brackets(runs: tuple[Run, ...]) -> Iterator[tuple[Letters, int]]:
    """The looks of the letters that stand in no brackets, and how many there are of each."""
    depth = 0
    for run in runs:
        count = 0
        for letter in run.words:
            depth += letter == "("
            count += depth == 0 and letter.isalnum()
            depth -= letter == ")" and depth > 0
        if count:
            yield run.letters, count


def _capitals(passage: Passage, component: Component, runs: tuple[Run, ...]) -> Iterator[Flaw]:
    small = [run for run in runs if run.words.upper() != run.words and not run.letters.capitals]
    if component.upper:
        for run in small:
            mend = partial(set_toggle, run.element, "caps", True)
            yield flaw_of("capitals", component, passage, "chữ thường", "chữ in hoa", mend)
    elif _is_small(component, passage) and not small:
        yield flaw_of("capitals", component, passage, "chữ in hoa", "chữ in thường")
