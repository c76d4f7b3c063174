"""Appendices: label, number, title, what they belong to, and that the text names them (III.1)."""

import re
from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.layout import body, kind_of
from haidang.text.layout.numbering import roman
from haidang.text.understanding.words.letters import compiled

_LABEL = compiled(
    r"(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s*)?(?P<number>[IVX]+|\d{1,2}|[A-Z])\b)?(?P<rest>.*)"
)
_NOTE = compiled(
    r"[Kk]èm theo (?P<kind>[A-Z][a-z]+(?: [a-z]+){0,2}) số\s*:?\s*(?P<number>\d*)[\s.…_]*/"
)
_NAMED = re.compile(r"phụ lục|kèm theo|biểu", re.IGNORECASE)


def appendix_flaws(paper: Paper) -> Iterator[Flaw]:
    """What is wrong with the heads of the appendices."""
    labels = paper.of(body.APPENDIX_LABEL.key)
    for at, box in enumerate(labels, 1):
        parts = _LABEL.match(box.words)
        if parts is None:
            continue
        if parts["rest"].strip(" .:"):
            due = "tên phụ lục ở dòng riêng, bên dưới"
            yield flaw_of("appendix-title", box.component, box.passage, box.words[:40], due)
        if len(labels) > 1:
            yield from _numbered(box, parts["number"], at)
        if not _noted(paper, box):
            due = "(Kèm theo … số … ngày … của …)"
            yield flaw_of("appendix-note", body.ATTACHED_TO, box.passage, "không có", due)
    for note in paper.of(body.ATTACHED_TO.key):
        yield from _of_this(paper, note)
    if labels and not any(_NAMED.search(box.words) for box in _text(paper)):
        due = "nội dung văn bản có chỉ dẫn về phụ lục"
        flaw = flaw_of("appendix-mention", body.APPENDIX_LABEL, labels[0].passage, "không có", due)
        yield flaw.as_advice()


def _numbered(box: Box, number: str | None, at: int) -> Iterator[Flaw]:
    if at < 50 and number != roman(at):
        due = f"Phụ lục {roman(at)}"
        yield flaw_of("appendix-number", box.component, box.passage, box.words[:24], due)


def _of_this(paper: Paper, note: Box) -> Iterator[Flaw]:
    """Whether the note names the document that it is attached to."""
    said = _NOTE.search(note.words)
    header = paper.header
    if said is None:
        return
    kind = kind_of(said["kind"])
    if kind and kind_of(paper.kind) and kind.name != paper.kind:
        found, due = said["kind"], paper.kind.capitalize()
        yield flaw_of("appendix-note-type", note.component, note.passage, found, due)
        return
    own, number = (header.number or "").zfill(2), said["number"].zfill(2)
    if said["number"] and header.number and number != own:
        due = f"số {own} như ở đầu văn bản"
        yield flaw_of("appendix-note-number", note.component, note.passage, f"số {number}", due)


def _noted(paper: Paper, box: Box) -> bool:
    at = paper.boxes.index(box)
    following = paper.boxes[at + 1 : at + 8]
    until = next((i for i, b in enumerate(following) if b.key == box.key), len(following))
    return any(b.component is body.ATTACHED_TO for b in following[:until])


def _text(paper: Paper) -> list[Box]:
    return [box for box in paper.boxes if box.component.box == "6"]
