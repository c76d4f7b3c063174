"""The full account of a text: spans that cover it, every character in exactly one (promise N1)."""

from collections.abc import Iterable
from dataclasses import dataclass

from haidang.text.blocks import Bucket, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a stretch begins, what it is for, whether it is a sentence of the body."""

    start: int
    bucket: Bucket
    sentence: bool = False


def spans_of(length: int, marks: Iterable[Mark]) -> tuple[Span, ...]:
    """Turn marks into spans: each reaches to the next, the first from 0, the last to the end.

    Of several marks at one place the last one given counts.
    """
    by_start = {mark.start: mark for mark in marks if 0 <= mark.start < length}
    if not length:
        return ()
    if not by_start:
        return (Span(0, length, Bucket.UNRESOLVED, sentence=True),)
    ordered = [by_start[start] for start in sorted(by_start)]
    starts = [0, *(mark.start for mark in ordered[1:])]
    ends = [*starts[1:], length]
    return tuple(
        Span(start, end, mark.bucket, mark.sentence)
        for start, end, mark in zip(starts, ends, ordered, strict=True)
    )
