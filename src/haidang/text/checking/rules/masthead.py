"""Boxes 1 and 2: the national name, the motto, who issues (mục II.1, II.2)."""

import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.layout import Component, boxes
from haidang.text.layout.wording import MOTTO_TEXT, NATIONAL_NAME_TEXT

_PARTY = re.compile("ĐẢNG CỘNG SẢN VIỆT NAM")


def masthead_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is missing or worded otherwise; the Party has a header of its own."""
    if any(_PARTY.search(passage.text) for passage in paper.passages[:40]):
        return
    names, mottos = paper.of(boxes.NATIONAL_NAME.key), paper.of(boxes.MOTTO.key)
    both = next((box for box in names if "độc lập" in box.words.casefold()), None)
    yield from _worded(boxes.NATIONAL_NAME, names, NATIONAL_NAME_TEXT)
    if both is None:
        yield from _worded(boxes.MOTTO, mottos, MOTTO_TEXT)
    if not paper.of(boxes.ISSUER.key):
        due = "tên cơ quan, tổ chức ban hành, chữ in hoa"
        yield flaw_of("issuer-missing", boxes.ISSUER, None, "không có", due)


def _worded(component: Component, found: list[Box], due: str) -> Iterator[Flaw]:
    if not found:
        yield flaw_of(f"{component.key}-missing", component, None, "không có", due)
        return
    words = found[0].words
    beginning = words[: len(due)]
    said = beginning if len(words) > len(due) + 8 else words
    if _compared(said, component) != _compared(due, component):
        yield flaw_of(f"{component.key}-wording", component, found[0].passage, words, due)


def _compared(words: str, component: Component) -> str:
    """The tone may stand on either letter of "HÒA"; capitals are for another rule."""
    same = words.replace("HOÀ", "HÒA").replace("hoà", "hòa")
    return same.upper() if component.upper else same
