"""Box 9b: Nơi nhận (mục II.9.b)."""

import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.checking.quoting import ending
from haidang.text.layout import boxes
from haidang.text.layout.wording import AS_ADDRESSED, FILED

_DASH = re.compile(r"-\s*\S")
_FILED = re.compile(r"-?\s*Lưu\s*:\s*VT\b")


def recipient_flaws(paper: Paper) -> Iterator[Flaw]:
    """Whether Nơi nhận is there, how it is listed, and whether it ends with "Lưu: VT"."""
    heads, items = paper.of(boxes.RECIPIENTS_HEAD.key), paper.of(boxes.RECIPIENT.key)
    if not heads:
        if paper.template.has_recipients:
            yield flaw_of(
                "recipients-missing", boxes.RECIPIENTS_HEAD, None, "không có", "Nơi nhận:"
            )
        return
    if not re.fullmatch(r"Nơi nhận:", heads[0].words):
        found = heads[0].words
        yield flaw_of("recipients-head", heads[0].component, heads[0].passage, found, "Nơi nhận:")
    yield from _listed(items)
    if paper.of(boxes.ADDRESSEE.key, boxes.ADDRESSEE_HEAD.key) and items:
        yield from _as_addressed(items[0])
    if not items or not _FILED.match(items[-1].words):
        found = items[-1].words if items else "không có"
        last = items[-1].passage if items else heads[0].passage
        due = f"dòng cuối “- {FILED}, …”"
        yield flaw_of("recipients-filed", boxes.RECIPIENT, last, found, due)


def _listed(items: list[Box]) -> Iterator[Flaw]:
    entries = _entries(items)
    for number, box in enumerate(entries, 1):
        if not _DASH.match(box.words):
            found = box.words[:24]
            yield flaw_of("recipients-dash", box.component, box.passage, found, "- … đầu dòng")
        end = "." if number == len(entries) else ";"
        is_filed = bool(_FILED.match(box.words))
        if not box.words.endswith(end) and is_filed == (end == "."):
            found, due = ending(box.words), f"cuối dòng có dấu “{end}”"
            yield flaw_of("recipients-end", box.component, box.passage, found, due)


def _entries(items: list[Box]) -> list[Box]:
    """Where some entries have a dash, a paragraph without one goes on with the entry above."""
    dashed = any(_DASH.match(box.words) for box in items)
    entries: list[Box] = []
    for box in items:
        if entries and dashed and not _DASH.match(box.words) and entries[-1].words[-1] not in ";.":
            words = f"{entries[-1].words} {box.words}"
            entries[-1] = Box(box.component, words, entries[-1].passage)
        else:
            entries.append(box)
    return entries


def _as_addressed(first: Box) -> Iterator[Flaw]:
    words = re.sub(r"^-\s*", "", first.words)
    if not words.startswith(AS_ADDRESSED):
        due = f"dòng đầu “- {AS_ADDRESSED};”"
        flaw = flaw_of("recipients-as-addressed", first.component, first.passage, words[:40], due)
        yield flaw.as_advice() if words.startswith("Như") else flaw
