"""Blanks between words: one, and none before a mark."""

import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, Severity
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage
from haidang.text.layout import body, boxes

_ARTICLE = "Thông lệ; NĐ 30/2020 không quy định"
_READ = {
    part.key
    for part in (
        body.BASIS, body.BODY, body.ARTICLE, *body.HEADINGS, boxes.SUBJECT, boxes.RECIPIENT,
        boxes.ADDRESSEE_ITEM, boxes.NATIONAL_NAME, boxes.MOTTO,
    )
}  # fmt: skip
# Room for a number or a date that the clerk fills in
_OPEN = re.compile(r"(?:[Ss]ố:?|ngày|tháng|năm|/)[\s\xa0]{2,}|[\s\xa0]{2,}(?=/|ngày|tháng|năm)")
_DOUBLE = re.compile(r"(?<=[^\s.…_]) {2,}(?=[^\s.…_])")
_BEFORE_MARK = re.compile(r"\w+ +[,;:.!?](?=\s|$)")


def spacing_flaws(paper: Paper) -> Iterator[Flaw]:
    """Two blanks where one belongs, and a blank before a comma."""
    for passage in paper.passages:
        if passage.key not in _READ or passage.element is None:  # a PDF sets its words apart
            continue
        words = _OPEN.sub(" ", passage.words.strip())
        if double := _DOUBLE.search(words):
            found = words[max(double.start() - 12, 0) : double.end() + 12]
            yield _flaw("double-space", passage, f"“{found}”", "một dấu cách")
        if mark := _BEFORE_MARK.search(words):
            yield _flaw("space-before-mark", passage, f"“{mark[0]}”", "dấu câu liền sau chữ")


def _flaw(rule: str, passage: Passage, found: str, due: str) -> Flaw:
    advice = Severity.ADVICE
    return Flaw(rule, _ARTICLE, "text", found, due, (passage,), severity=advice)
