"""One figure that stands in several places and was changed by hand in some of them only (N8)."""

from collections.abc import Iterator, Sequence

from haidang.text.blocks import Document
from haidang.text.compare.alike import number_key
from haidang.text.compare.slots import CELL, slots_of
from haidang.text.merge.figures import columns_of, told
from haidang.text.merge.marked import taken_apart
from haidang.text.merge.outcome import ChangedFigure, StaleFigure


def stale_figures(document: Document, changed: Sequence[ChangedFigure]) -> Iterator[StaleFigure]:
    """The places of the merged document where a changed figure still has its old value."""
    first = {(one.path, number_key(one.old)): one.key for one in reversed(changed)}
    slots = slots_of(document) if first else []
    columns = columns_of(slots, is_current=True)
    for slot in slots:
        for column, marked in enumerate(slot.marked.split(CELL)):
            line = taken_apart(marked)
            for link in line.links:
                value = line.text[link.start : link.end]
                if key := first.get((link.path, number_key(value))):
                    place, words = told(slot, columns, True, column, link.start)
                    yield StaleFigure(key, place, words, value)
