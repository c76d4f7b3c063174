"""Box 7: who signs, by what authority, under which title (Điều 13; mục II.7)."""

import re
from collections.abc import Iterator
from itertools import groupby

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.layout import boxes
from haidang.text.layout.signing import MARKS, ONE_HEADED, RANKS, is_deputy

_MARK = re.compile(r"(?P<mark>T\s*/\s*M|TM|KT|TL|TUQ|Q)\b(?P<stop>\s*[./]?\s*)(?P<rest>.*)")


def signing_flaws(paper: Paper) -> Iterator[Flaw]:
    """Whether somebody signs, how the authority is written, and whether the stack holds."""
    found = paper.of(boxes.AUTHORITY.key)
    if not found:
        if paper.template.is_signed_once:
            due = "quyền hạn, chức vụ của người ký"
            yield flaw_of("signing-missing", boxes.AUTHORITY, None, "không có", due)
        return
    for _, column in groupby(found, key=lambda box: box.passage.cell):
        yield from _stack(list(column))
    for box in paper.of(boxes.SIGNER.key):
        if rank := RANKS.match(box.words):
            due = "không ghi học hàm, học vị, danh hiệu trước họ tên"
            yield flaw_of("signer-rank", box.component, box.passage, rank[0], due).as_advice()


def _stack(lines: list[Box]) -> Iterator[Flaw]:
    for at, box in enumerate(lines):
        mark = _MARK.match(box.words)
        if mark is None:
            continue
        if mark["mark"] not in MARKS or not re.fullmatch(r"\.\s+", mark["stop"]):
            name = re.sub(r"\W", "", mark["mark"])
            found, due = box.words, f"{name}. {mark['rest']}"
            yield flaw_of("signing-mark", box.component, box.passage, found, due)
        rest = [other.words for other in lines[at + 1 :]]
        if mark["mark"] == "TM" and ONE_HEADED.match(mark["rest"]):
            due = "“TM.” dành cho tập thể; thủ trưởng ký bằng chức vụ"
            yield flaw_of("signing-collective", box.component, box.passage, box.words, due)
        posts = [words.upper() for words in rest]
        if mark["mark"] == "KT" and not any(is_deputy(mark["rest"], post) for post in posts):
            found, due = " / ".join([box.words, *rest]), "dưới “KT.” là chức vụ cấp phó"
            yield flaw_of("signing-stack", box.component, box.passage, found, due)
        elif mark["mark"] != "Q" and not rest:
            due = f"dưới “{mark['mark']}.” là chức vụ của người ký"
            yield flaw_of("signing-stack", box.component, box.passage, box.words, due)
        elif mark["mark"] == "TM" and any(line.startswith("KT") for line in _above(lines, at)):
            due = "“TM.” đứng trên “KT.”"
            yield flaw_of("signing-stack", box.component, box.passage, box.words, due)


def _above(lines: list[Box], at: int) -> list[str]:
    return [box.words for box in lines[:at]]
