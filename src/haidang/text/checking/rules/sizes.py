"""Sizes of type: within what the decree allows, and one size for the whole text."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.mending import set_size
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage
from haidang.text.layout import Component
from haidang.text.layout.body import ARTICLE, BODY, HEADINGS

_TEXT = {part.key for part in (ARTICLE, BODY, *HEADINGS)}


def size_flaws(paper: Paper) -> Iterator[Flaw]:
    """Letters too small or too large for their component, or unlike most of the text."""
    usual = _usual_size(paper)
    for passage in paper.named():
        component = passage.role
        if component is None:
            continue
        yield from _unlawful(passage, component, usual)
        if passage.key in _TEXT and BODY.allows(usual):
            yield from _mixed(passage, component, usual)


def _unlawful(passage: Passage, component: Component, usual: float) -> Iterator[Flaw]:
    least, most = component.sizes
    due = f"cỡ {least:g}" if least == most else f"cỡ {least:g} đến {most:g}"
    for run in passage.seen_runs:
        size = run.letters.size
        if not component.allows(size):
            like_text = component.key in _TEXT and component.allows(usual)
            mended = usual if like_text else min(max(size, least), most)
            mend = partial(set_size, run.element, mended)
            yield flaw_of("size", component, passage, f"cỡ {size:g}", due, mend)


def _mixed(passage: Passage, component: Component, usual: float) -> Iterator[Flaw]:
    """Headings have the size of the text (mục II.6); paragraphs among themselves should."""
    size = _main_size(passage)
    if size == usual or not component.allows(size):
        return
    due = f"cỡ {usual:g} như phần lời văn"
    for run in passage.seen_runs:
        mend = partial(set_size, run.element, usual)
        flaw = flaw_of("size-mixed", component, passage, f"cỡ {size:g}", due, mend)
        yield flaw.as_advice() if component is BODY else flaw


def _usual_size(paper: Paper) -> float:
    letters = Counter[float]()
    for passage in paper.named():
        if passage.key in _TEXT:
            letters[_main_size(passage)] += len(passage.words)
    return max(letters, key=lambda size: letters[size], default=BODY.size)


def _main_size(passage: Passage) -> float:
    letters = Counter[float]()
    for run in passage.seen_runs:
        letters[run.letters.size] += len(run.words.strip())
    return max(letters, key=lambda size: letters[size], default=0)
