"""Boxes 5a and 5b: the type and the subject (mục II.5)."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Box
from haidang.text.checking.quoting import ending
from haidang.text.layout import boxes
from haidang.text.layout.kinds import DISPATCH


def subject_flaws(paper: Paper) -> Iterator[Flaw]:
    """Whether a type and a subject are there, and how the subject is written."""
    named, dispatched = paper.of(boxes.TYPE_NAME.key), paper.of(boxes.DISPATCH_SUBJECT.key)
    subjects = paper.of(boxes.SUBJECT.key)
    if not named and not dispatched:
        if paper.kind == DISPATCH:
            due = "V/v … dưới số, ký hiệu"
            yield flaw_of("subject-missing", boxes.DISPATCH_SUBJECT, None, "không có", due)
        elif paper.kind != "thư công":
            due = paper.kind.upper() or "tên loại văn bản, chữ in hoa"
            yield flaw_of("type-missing", boxes.TYPE_NAME, None, "không có", due)
    elif named and not subjects and paper.template.has_subject:
        due = "trích yếu dưới tên loại"
        yield flaw_of("subject-missing", boxes.SUBJECT, named[0].passage, "không có", due)
    yield from _marked(subjects, dispatched)
    for box in [*subjects[-1:], *dispatched[-1:]]:
        if box.words.endswith((".", ";", ",")):
            found, due = ending(box.words), "không có dấu câu ở cuối"
            yield flaw_of("subject-end", box.component, box.passage, found, due).as_advice()


def _marked(subjects: list[Box], dispatched: list[Box]) -> Iterator[Flaw]:
    """The mark "V/v" is for công văn, and for nothing else."""
    for box in dispatched[:1]:
        if not box.words.startswith("V/v "):
            found = box.words[:24]
            yield flaw_of("subject-mark", boxes.DISPATCH_SUBJECT, box.passage, found, "V/v …")
    for box in subjects[:1]:
        if box.words.casefold().startswith("v/v"):
            due = "“Về việc …” hoặc nội dung; “V/v” dành cho công văn"
            yield flaw_of("subject-mark", box.component, box.passage, "V/v", due).as_advice()
