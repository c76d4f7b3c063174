"""The targets of a document: of its sentences and of its tables of targets, in order."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from haidang.text.blocks import Bucket, Duty, Target
from haidang.text.understanding.account import sentences_of
from haidang.text.understanding.spans import Mark
from haidang.text.understanding.structure.outline import Item
from haidang.text.understanding.targets.promised import Frame, targets_in
from haidang.text.understanding.targets.tables import rows_of_targets

_TELLS = frozenset({"Báo cáo", "Biên bản", "Thông cáo", "Giấy mời", "Công điện", "Tờ trình"})
_YEAR = re.compile(r"\b(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Stated:
    """A target, and where the sentences or cells begin that state it."""

    target: Target
    starts: tuple[int, ...]


def stated_targets(
    items: Sequence[Item], skip: int, source: str, document_type: str | None, year: int | None
) -> list[Stated]:
    """All targets of a document whose plan is for `year`, in the order of the text.

    The sentences of the first `skip` items, which open the text, state none.
    """
    rows = rows_of_targets(items, source, year)
    in_rows = {id(paragraph) for row in rows for paragraph in row.paragraphs}
    found = [
        Stated(target, tuple(paragraph.parts[0][0] for paragraph in row.paragraphs))
        for row in rows
        for target in row.targets
    ]
    for item in items[skip:]:
        if not item.is_heading and id(item.paragraph) not in in_rows:
            frame = Frame(item.kind, _year_above(item) or year, document_type in _TELLS)
            found += _of_item(item, frame)
    return sorted(found, key=lambda stated: (stated.target.start, stated.target.end))


def target_marks(stated: Iterable[Stated], duties: Sequence[Duty]) -> Iterator[Mark]:
    """The sentences that state targets, where they are no part of a duty."""
    ends = list(accumulate((duty.end for duty in duties), max))
    begins = [duty.start for duty in duties]
    for each in stated:
        before = bisect_left(begins, each.target.end)
        if before == 0 or ends[before - 1] <= each.target.start:
            yield from (Mark(start, Bucket.TARGET, sentence=True) for start in each.starts)


def _of_item(item: Item, frame: Frame) -> Iterator[Stated]:
    folded = item.paragraph.folded
    for start, end in sentences_of(item):
        for target in targets_in(folded, max(start, item.begin), end, frame):
            yield Stated(target, (folded.at(start),))


def _year_above(item: Item) -> int | None:
    """The last year that a heading above names: "Mục tiêu đến năm 2030"."""
    for heading in reversed(item.headings):
        if years := _YEAR.findall(heading.section.title or ""):
            return int(years[-1])
    return None
