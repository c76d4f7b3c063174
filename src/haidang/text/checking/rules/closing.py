"""The end of the text: "./." (every template of Phụ lục III)."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.quoting import ending
from haidang.text.layout import body
from haidang.text.layout.wording import CLOSING

_LOOSE = (". /.", "./ .", ". / .")
_RUNNING = {part.key for part in (body.BODY, body.ARTICLE, *body.HEADINGS, body.TABLE_TEXT)}


def closing_flaws(paper: Paper) -> Iterator[Flaw]:
    """A text without its closing mark, or with one where it goes on."""
    running = [box for box in paper.boxes if box.key in _RUNNING]
    if not running:
        return
    last = running[-1]
    if not last.words.endswith(CLOSING):
        found = ending(last.words)
        due = f"hết nội dung có dấu “{CLOSING}”"
        flaw = flaw_of("closing-mark", body.BODY, last.passage, found, due)
        yield flaw.as_advice() if last.words.endswith(_LOOSE) else flaw
    for box in running[:-1]:
        if box.words.endswith(CLOSING) and box.passage is not last.passage:
            found = ending(box.words)
            due = f"dấu “{CLOSING}” chỉ ở cuối nội dung"
            yield flaw_of("closing-early", body.BODY, box.passage, found, due)
