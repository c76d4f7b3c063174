"""The end of the text: "./." (every template of Phụ lục III)."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.layout import body
from haidang.text.layout.wording import CLOSING

_ENDED = (CLOSING, ". /.", "./ .", ". / .")
_RUNNING = {part.key for part in (body.BODY, body.ARTICLE, *body.HEADINGS, body.TABLE_TEXT)}


def closing_flaws(paper: Paper) -> Iterator[Flaw]:
    """A text without its closing mark."""
    running = [box for box in paper.boxes if box.key in _RUNNING]
    if not running:
        return
    last = running[-1]
    if not last.words.endswith(_ENDED):
        found = f"…{last.words[-24:]}"
        due = f"hết nội dung có dấu “{CLOSING}”"
        yield flaw_of("closing-mark", body.BODY, last.passage, found, due)
