"""What is left over from drafting: highlighter, words struck through, underlined words."""

from collections.abc import Iterator
from functools import partial

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.mending import unmark
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage, Run
from haidang.text.layout import Component
from haidang.text.reading.package import W

_UNDERLINED = {"motto", "issuer", "subject", "contact"}  # there it may stand for the line


def drafting_flaws(paper: Paper) -> Iterator[Flaw]:
    """Marks on words that no issued document has; the decree does not speak of them."""
    for passage in paper.named():
        if passage.role:
            for run in passage.seen_runs:
                yield from _left(passage, passage.role, run)


def _left(passage: Passage, component: Component, run: Run) -> Iterator[Flaw]:
    letters = run.letters
    if letters.marked:
        found, due = "chữ tô nền màu", "không tô nền"
        mend = partial(unmark, run.element)
        yield flaw_of("highlight", component, passage, found, due, mend).as_advice()
    if letters.struck:
        found, due = "chữ bị gạch ngang", "bỏ hẳn hoặc giữ lại chữ đó"
        yield flaw_of("struck", component, passage, found, due).as_advice()
    if letters.underlined and component.key not in _UNDERLINED and not _is_link(run):
        found, due = "chữ gạch chân", "không gạch chân"
        yield flaw_of("underline", component, passage, found, due).as_advice()


def _is_link(run: Run) -> bool:
    parent = run.element.getparent()
    return parent is not None and parent.tag == f"{W}hyperlink"
