"""Puts every line of a document into its bucket, sentence by sentence."""

import re
from collections.abc import Iterator, Sequence

from haidang.text.blocks import Bucket, Duty
from haidang.text.understanding.boxes.bases import is_basis
from haidang.text.understanding.boxes.issuer import issuer_of_opening
from haidang.text.understanding.paper.attributes import attribute_of
from haidang.text.understanding.paper.kinds import WORKING, Kind, bucket_of
from haidang.text.understanding.paper.lines import Line
from haidang.text.understanding.paper.zones import is_capitals
from haidang.text.understanding.spans import Mark
from haidang.text.understanding.structure.outline import Item
from haidang.text.understanding.targets.promised import is_target
from haidang.text.understanding.words.sentences import sentence_starts

_PROPOSED = re.compile(r"(?:Căn cứ|Xét|Theo) (?:đề nghị|tờ trình|Tờ trình|ý kiến)\b")
_PROMISES = re.compile(r"[-+•\s]*(?:\w{1,2}[.)]\s*)?(?:Phấn đấu|Đạt|Ít nhất|Tối thiểu|\d+\s*%)")
_CLOSES = re.compile(
    r"Trên đây là|Nay,? thông báo|Xin trân trọng|Trân trọng\b|.{0,60}có hiệu lực\b"
)
_LABEL_LENGTH = 24


def formal_marks(lines: Sequence[Line]) -> Iterator[Mark]:
    """Header, title, recipients, signature: lines that only form asks for."""
    for line in lines:
        yield Mark(line.start, Bucket.FORMALITY)


def opening_marks(items: Sequence[Item], address: Sequence[Line]) -> Iterator[Mark]:
    """The sentences before the first section: addressees, bases, the formula that leads on."""
    last = address[-1].end if address else 0
    for item in items:
        text = item.paragraph.text
        for start, stop in sentences_of(item):
            words = text[start:stop]
            at = item.paragraph.folded.at(start)
            if at < last:
                yield Mark(at, Bucket.FORMALITY)
            else:
                yield Mark(at, _bucket_of_opening(words), sentence=not is_capitals(words))


def _bucket_of_opening(words: str) -> Bucket:
    if _is_formula(words) or is_capitals(words):
        return Bucket.FORMALITY
    return Bucket.BASIS if is_basis(words) or _PROPOSED.match(words) else Bucket.UNRESOLVED


def _is_formula(words: str) -> bool:
    """The issuer's own sentence that leads into the text, or the addressees."""
    formula = words.rstrip().endswith(":") or issuer_of_opening(words) is not None
    return (formula and not is_basis(words)) or words.startswith("Kính gửi")


def item_marks(item: Item) -> Iterator[Mark]:
    """The sentences of an item by the section it stands in; duties are laid over them later."""
    text, folded = item.paragraph.text, item.paragraph.folded
    if not text:
        return
    yield Mark(folded.at(0), Bucket.FORMALITY)
    if item.is_heading:
        return
    for start, stop in sentences_of(item):
        bucket = _bucket(item, text[start:stop])
        yield Mark(folded.at(start), bucket, sentence=True)


def _bucket(item: Item, words: str) -> Bucket:
    kind = item.kind
    if kind in WORKING and attribute_of(item.paragraph):
        return Bucket.TASK  # "Đơn vị chủ trì: …" is part of the duties above it
    if _CLOSES.match(words):
        return Bucket.FORMALITY
    if kind is Kind.PURPOSE_AND_REQUIREMENT:
        leading = words.lstrip("-+*• ").casefold()
        asks = leading.startswith(("việc", "yêu cầu", "bảo đảm", "đảm bảo", "các "))
        return Bucket.REQUIREMENT if asks else Bucket.PURPOSE
    if _PROMISES.match(words) and is_target(words):
        return Bucket.TARGET
    return bucket_of(kind)


def duty_marks(source: str, item: Item, duties: Sequence[Duty]) -> Iterator[Mark]:
    """The sentences that belong to the duties of this item, which are given in order."""
    folded, text = item.paragraph.folded, item.paragraph.text
    if not text:
        return
    starts = [folded.at(start) for start, _ in sentences_of(item)]
    before: Duty | None = None
    for duty in duties:
        bucket = Bucket.TASK if duty.unit else Bucket.DIRECTION
        begin = _after(source, before, duty) if before else _with_mark(source, starts, duty)
        yield Mark(begin, bucket, sentence=True)
        yield from (Mark(at, bucket, sentence=True) for at in starts if begin < at < duty.end)
        before = duty


def _with_mark(source: str, starts: list[int], duty: Duty) -> int:
    """A duty's span begins with its sentence where only a mark or a label stands before it."""
    before = [start for start in starts if start <= duty.start]
    near = before and (
        duty.start - before[-1] < _LABEL_LENGTH
        or source[before[-1] : duty.start].rstrip().endswith(":")
    )
    return before[-1] if near else duty.start


def _after(source: str, before: Duty, duty: Duty) -> int:
    """A later duty's span takes in the word that joins it: "Đồng thời, …"."""
    between = source[before.end : duty.start]
    if len(between) > _LABEL_LENGTH:
        return duty.start
    return before.end + len(between) - len(between.lstrip())


def sentences_of(item: Item) -> list[tuple[int, int]]:
    """Start and end of each sentence; the mark before an item belongs to its first."""
    text, mark, begin = item.paragraph.text, item.paragraph.marker.end, item.spoken_from
    starts = [begin, *(start for start in sentence_starts(text) if start > max(begin, mark))]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
