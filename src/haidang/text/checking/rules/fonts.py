"""Times New Roman, black (mục I.4); of a PDF what most letters are set in."""

from collections.abc import Iterator
from functools import partial

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.mending import set_colour, set_font
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage, Run
from haidang.text.layout import Component
from haidang.text.layout.boxes import CIRCULATION, SECRECY, URGENCY
from haidang.text.layout.page import FONT, PAGE_ARTICLE

_FEW = 20  # one letter in so many
_BLACK = {"auto", "000000", ""}
_STAMPS = {box.key for box in (CIRCULATION, SECRECY, URGENCY)}  # they are red


def font_flaws(paper: Paper) -> Iterator[Flaw]:
    """Letters in another font or another colour."""
    for passage in paper.named():
        for run in passage.seen_runs:
            if passage.role:
                yield from _font(passage, passage.role, run)
                yield from _colour(passage, passage.role, run)
    for name, count in paper.fonts.items():
        if count * _FEW > paper.fonts.total() and not _is_times(name):
            yield Flaw("font", PAGE_ARTICLE, "text", name, FONT, place="văn bản")


def _is_times(name: str) -> bool:
    return name.replace(" ", "").casefold().startswith("timesnewroman")


def _font(passage: Passage, component: Component, run: Run) -> Iterator[Flaw]:
    fonts = [run.letters.font, *([] if run.words.isascii() else [run.letters.wide_font])]
    other = next((font for font in fonts if font.casefold() != FONT.casefold()), None)
    if other:
        yield flaw_of("font", component, passage, other, FONT, partial(set_font, run.element))


def _colour(passage: Passage, component: Component, run: Run) -> Iterator[Flaw]:
    colour = run.letters.colour
    if colour not in _BLACK and component.key not in _STAMPS:
        mend = partial(set_colour, run.element)
        yield flaw_of("colour", component, passage, f"màu #{colour}", "màu đen", mend)
