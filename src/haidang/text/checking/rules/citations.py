"""How other documents are cited: in full at first, short afterwards (mục II.6)."""

import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.layout.body import BASIS, BODY, HEADINGS
from haidang.text.understanding.words.letters import compiled
from haidang.text.understanding.words.types import CITED

_NUMBERED = compiled(
    rf"\b(?P<kind>{CITED})\s+(?:số\s*:?\s*)?"
    r"(?P<number>\d{1,5}(?:/\d{4})?/[A-Z][\w.]*(?:[-/][A-Z][\w.]*)*)"
)
_DATED = compiled(r"\s*,?\s*(?:ban hành\s+)?ngày\s*[\d….]", re.IGNORECASE)
_ISSUED = compiled(r"^.{0,60}?\bcủa\s+(?:[A-Z]|các|liên|cấp|lãnh|chủ)")
_DATE_BEFORE = re.compile(r"[Nn]gày\s*\d[^.;]*$")  # "Ngày 10/4, Sở … ban hành Công văn số …"
_LAWS = {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"}  # cited by their names alone
_NEAR = 140
_CITING = {part.key for part in (BASIS, BODY, *HEADINGS)}


def citation_flaws(paper: Paper) -> Iterator[Flaw]:
    """First mentions without a date, and later ones that say it all again."""
    seen: dict[str, bool] = {}
    for box in paper.boxes:
        # the signs of footnotes in a PDF run into the numbers
        if box.key in _CITING and box.passage.element is not None and "/" in box.words:
            for cited in _NUMBERED.finditer(box.words):
                if cited["kind"] not in _LAWS:
                    yield from _judged(box, cited, seen)


def _judged(box: Box, cited: re.Match[str], seen: dict[str, bool]) -> Iterator[Flaw]:
    number = cited["number"].rstrip(".")
    after = box.words[cited.end() : cited.end() + _NEAR]
    dated = _DATED.match(after)
    issued = _ISSUED.match(after)
    words = cited[0].rstrip(".")
    if number not in seen:
        if not dated and not _DATE_BEFORE.search(box.words[: cited.start()]):
            due = "lần đầu viện dẫn ghi cả ngày ban hành"
            yield flaw_of("citation-first", BODY, box.passage, words, due)
        seen[number] = bool(dated)
    elif dated and issued and seen[number]:
        due = f"lần sau chỉ ghi {words}"
        found = f"{words} lại có cả ngày và cơ quan ban hành"
        yield flaw_of("citation-later", BODY, box.passage, found, due).as_advice()
