"""How numbers before headings, articles, clauses and points are written (mục II.6)."""

import re
import unicodedata
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage
from haidang.text.checking.quoting import ending
from haidang.text.layout.body import BODY, HEADING_1
from haidang.text.understanding.words.letters import compiled

# A label as it is often typed; how it is due; whether the decree is plain about it
_FORMS = (
    (compiled(r"(?P<typed>(?P<own>Điều \d{1,3}[a-z]?)\s*[:,–-]|(?P<bare>Điều \d{1,3}) (?=[A-Z]))"),
     "{own}.", True),
    (compiled(r"(?P<typed>(?P<own>[IVX]{1,5})\s*[-–/):]+)"), "{own}.", True),
    (compiled(r"(?P<typed>(?P<own>[a-z])\s?[./](?!/))\s+(?=[A-Z])"), "{own})", True),
    (compiled(r"(?P<typed>(?P<own>\d{1,2})\s?[)/])\s*(?=[A-Z])"), "{own}.", False),
)  # fmt: skip
_TOUCHING = compiled(r"(?P<typed>(?:[IVX]{1,5}|\d{1,2})\.)(?=[A-Z])|(?P<point>[a-z]\))(?=[A-Z])")
_WORD = re.compile(r"\w+")


def label_flaws(paper: Paper) -> Iterator[Flaw]:
    """Labels with another mark than theirs, or without a blank after it."""
    for box in paper.boxes:
        passage = box.passage
        if box.component.box != "6" or passage.role is None or passage.table is not None:
            continue
        yield from _form(passage)
        if passage.role is HEADING_1 and passage.plain.endswith((".", ";", ":")):
            found = ending(passage.plain)
            due = "không có dấu câu ở cuối tiêu đề"
            yield flaw_of("heading-end", HEADING_1, passage, found, due).as_advice()


def _form(passage: Passage) -> Iterator[Flaw]:
    words = unicodedata.normalize("NFC", passage.plain)
    for pattern, form, is_plain in _FORMS:
        if found := pattern.match(words):
            own = found["own"] or found["bare"]
            due = form.format(own=own)
            flaw = flaw_of("label-form", BODY, passage, found["typed"].strip(), due)
            yield flaw if is_plain else flaw.as_advice()
            return
    touching = None if passage.label else _TOUCHING.match(words)
    if touching:
        rest = _WORD.search(words, touching.end())
        found_words = f"{touching[0]}{rest[0] if rest else ''}"
        due = "sau số thứ tự có dấu cách"
        yield flaw_of("label-form", BODY, passage, found_words, due).as_advice()
