"""The numbering of parts, articles, clauses and points: no gap, no repeat (mục II.6)."""

from collections.abc import Iterator

from haidang.text.checking.finding import Flaw, flaw_of
from haidang.text.checking.paper import Paper
from haidang.text.checking.passages import Passage
from haidang.text.layout.body import BODY
from haidang.text.layout.numbering import POINTS, label_of, value_of
from haidang.text.understanding.paper.markers import Rank, marker_of
from haidang.text.understanding.words.folded import plain

_COUNTED = {
    Rank.PART, Rank.CHAPTER, Rank.GROUP, Rank.CAPITAL, Rank.ROMAN, Rank.ARTICLE, Rank.NUMBER,
    Rank.NUMBER_2, Rank.NUMBER_3, Rank.LETTER,
}  # fmt: skip
_THROUGH = {Rank.ARTICLE}  # counted through all chapters


def heading_flaws(paper: Paper) -> Iterator[Flaw]:
    """Labels that repeat one, leave one out, or are no letter of the decree's order."""
    counts = _Counts()
    quoted = 0
    for box in paper.boxes:
        if box.passage.role is None or box.component.box != "6" or box.passage.table is not None:
            continue
        words = plain(box.words)
        if not quoted:  # what an amended text says is numbered by that text
            yield from counts.flaws(box.passage, words)
        quoted = max(quoted + words.count("“") - words.count("”"), 0)


class _Counts:
    """The last numbers of each rank that is open; a list begun anew stands beside the older."""

    def __init__(self) -> None:
        self._open: dict[tuple[Rank, str], list[int]] = {}
        self._used: set[tuple[Rank, str, int]] = set()

    def flaws(self, passage: Passage, words: str) -> Iterator[Flaw]:
        marker = marker_of(words)
        if marker.rank not in _COUNTED:
            return
        above, _, own = marker.label.rpartition(".")
        value = value_of(own, letters=marker.rank is Rank.LETTER)
        if value is None:
            if marker.rank is Rank.LETTER:
                due = f"theo bảng chữ cái: {', '.join(POINTS[:7])}…"
                yield flaw_of("point-letter", BODY, passage, f"{marker.label})", due)
            return
        self._close_deeper(marker.rank, above)
        last = self._open.setdefault((marker.rank, above), [])
        used = (marker.rank, above, value) in self._used
        yield from _counted(passage, marker.label, value, last, repeats=used)
        self._used.add((marker.rank, above, value))
        if value == 1:
            self._used -= {entry for entry in self._used if entry[:2] == (marker.rank, above)}
            self._used.add((marker.rank, above, 1))

    def _close_deeper(self, rank: Rank, above: str) -> None:
        for key in list(self._open):
            if key[0] > rank and key[0] not in _THROUGH:
                del self._open[key]
                self._used -= {entry for entry in self._used if entry[:2] == key}


def _counted(
    passage: Passage, label: str, value: int, last: list[int], *, repeats: bool
) -> Iterator[Flaw]:
    if value - 1 in last:
        del last[last.index(value - 1) :]
        last.append(value)
        return
    if value == 1 and (not last or last[-1] != 1):
        last.append(1)
        return
    above, dot, own = label.rpartition(".")
    due = f"{above}{dot}{label_of(last[-1] + 1 if last else 1, own)}"
    yield flaw_of("heading-repeat" if repeats else "heading-gap", BODY, passage, label, due)
    if not repeats:
        last.append(value)
