"""Times New Roman, black (mục I.4); of a PDF what many letters are set in."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.mending import set_colour, set_font
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage, Run
from haidang.text.layout import Component
from haidang.text.layout.boxes import CIRCULATION, SECRECY, URGENCY
from haidang.text.layout.page import FONT, FONT_ARTICLE

_STYLE = re.compile(r"[-,](?:Bold|Italic|Regular|Oblique|MT|PS)+$")
_ALIKE = {"tinos", "liberationserif"}  # its letters on its measures, where it may not be embedded
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
    yield from _printed(paper)


def _font(passage: Passage, component: Component, run: Run) -> Iterator[Flaw]:
    fonts = [run.letters.font, *([] if run.words.isascii() else [run.letters.wide_font])]
    other = next((font for font in fonts if not _is_times(font)), None)
    if other:
        mend = partial(set_font, run.element)
        flaw = flaw_of("font", component, passage, other.split(";")[0], FONT, mend)
        yield replace(flaw, article=FONT_ARTICLE)


def _printed(paper: Paper) -> Iterator[Flaw]:
    """Fonts of a PDF that many letters are set in."""
    families = Counter[str]()
    for name, count in paper.fonts.items():
        families[_STYLE.sub("", name)] += count
    for name, count in families.items():
        is_due = _is_times(name) or _plain(name) in _ALIKE
        if count * _FEW > families.total() and not is_due:
            yield Flaw("font", FONT_ARTICLE, "text", name, FONT, place="văn bản")


def _is_times(name: str) -> bool:
    """Whether a font is it, or one of its cuts: "Times New Roman Bold;serif"."""
    return _plain(name).startswith(_plain(FONT))


def _plain(name: str) -> str:
    return name.replace(" ", "").casefold()


def _colour(passage: Passage, component: Component, run: Run) -> Iterator[Flaw]:
    colour = run.letters.colour
    if colour not in _BLACK and component.key not in _STAMPS:
        mend = partial(set_colour, run.element)
        yield flaw_of("colour", component, passage, f"màu #{colour}", "màu đen", mend)
