"""Font, size, weight, slope, capitals and colour of the letters of each component."""

from collections.abc import Iterator
from functools import partial

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.mending import set_black, set_font, set_size, set_toggle
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage, Run
from haidang.text.layout import Component
from haidang.text.layout.body import ARTICLE, BODY
from haidang.text.layout.boxes import CIRCULATION, DISPATCH_SUBJECT, SECRECY, SUBJECT, URGENCY
from haidang.text.layout.page import FONT, PAGE_ARTICLE

_MOST = 0.9  # of the letters make a paragraph bold or slanted
_FEW = 20  # one letter in so many
_BLACK = {"auto", "000000", ""}
_SMALL = {part.key for part in (ARTICLE, BODY, DISPATCH_SUBJECT, SUBJECT)}
_LONG = 30  # a title of fewer letters may be an abbreviation
_STAMPS = {box.key for box in (CIRCULATION, SECRECY, URGENCY)}  # they are red


def letter_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is wrong with the letters of each passage that is one component."""
    for passage in paper.named():
        runs = [run for run in passage.runs if _is_seen(run)]
        if passage.role is None or not runs:
            continue
        yield from _font(passage, passage.role, runs)
        yield from _size(passage, passage.role, runs)
        yield from _colour(passage, passage.role, runs)
        if not passage.key.endswith("table-text") and not passage.loose:
            yield from _toggle(passage, passage.role, runs, "bold")
            yield from _toggle(passage, passage.role, runs, "italic")
            yield from _capitals(passage, passage.role, runs)


def font_flaws(paper: Paper) -> Iterator[Flaw]:
    """Of a PDF, each font other than the decree's that a good part of the letters is set in."""
    for name, count in paper.fonts.items():
        if count * _FEW > paper.fonts.total() and not _is_times(name):
            yield Flaw("font", PAGE_ARTICLE, "text", name, FONT, place="văn bản")


def _is_times(name: str) -> bool:
    return name.replace(" ", "").casefold().startswith("timesnewroman")


def _is_seen(run: Run) -> bool:
    letters = run.letters
    worded = any(letter.isalnum() for letter in run.words)
    return worded and not letters.hidden and not letters.raised


def _font(passage: Passage, component: Component, runs: list[Run]) -> Iterator[Flaw]:
    for run in runs:
        fonts = [run.letters.font, *([] if run.words.isascii() else [run.letters.wide_font])]
        other = next((font for font in fonts if font.casefold() != FONT.casefold()), None)
        if other:
            yield flaw_of("font", component, passage, other, FONT, partial(set_font, run.element))


def _size(passage: Passage, component: Component, runs: list[Run]) -> Iterator[Flaw]:
    least, most = component.sizes
    due = f"cỡ {least:g}" if least == most else f"cỡ {least:g} đến {most:g}"
    for run in runs:
        size = run.letters.size
        if not component.allows(size):
            near = least if size < least else most
            mend = partial(set_size, run.element, near)
            yield flaw_of("size", component, passage, f"cỡ {size:g}", due, mend)


def _colour(passage: Passage, component: Component, runs: list[Run]) -> Iterator[Flaw]:
    for run in runs:
        if run.letters.colour not in _BLACK and component.key not in _STAMPS:
            mend = partial(set_black, run.element)
            found = f"màu #{run.letters.colour}"
            yield flaw_of("colour", component, passage, found, "màu đen", mend)


_WORDS = {("bold", True): "chữ đậm", ("bold", False): "chữ không đậm"}
_WORDS |= {("italic", True): "chữ nghiêng", ("italic", False): "chữ đứng"}


def _toggle(passage: Passage, component: Component, runs: list[Run], name: str) -> Iterator[Flaw]:
    wanted = bool(getattr(component, name))
    letters = sum(len(run.words.strip()) for run in runs)
    on = sum(len(run.words.strip()) for run in runs if getattr(run.letters, name))
    if (wanted and on < letters * _MOST) or (not wanted and on >= letters * _MOST):
        mends = tuple(partial(set_toggle, run.element, name[0], wanted) for run in passage.runs)
        found, due = _WORDS[name, not wanted], _WORDS[name, wanted]
        for mend in mends:
            yield flaw_of(name, component, passage, found, due, mend)


def _capitals(passage: Passage, component: Component, runs: list[Run]) -> Iterator[Flaw]:
    small = [run for run in runs if run.words.upper() != run.words and not run.letters.capitals]
    if component.upper:
        for run in small:
            mend = partial(set_toggle, run.element, "caps", True)
            yield flaw_of("capitals", component, passage, "chữ thường", "chữ in hoa", mend)
    elif component.key in _SMALL and len(passage.text) > _LONG and not small:
        yield flaw_of("capitals", component, passage, "chữ in hoa", "chữ in thường")
