"""What is told of figures after a merge: which were changed, are gone, or stand twice (N8)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from haidang.text.compare.alike import words_of
from haidang.text.compare.slots import CELL, COLUMNS, Slot, plain
from haidang.text.merge.carrying import Carried, Fate, Figure
from haidang.text.merge.marked import taken_apart
from haidang.text.merge.outcome import ChangedFigure, StandingFigure, key_of
from haidang.text.merge.weaving import Entry

MOST_WORDS = 5
Columns = dict[tuple[bool, str, int], list[str]]
Said = tuple[str, ...]
Changed = list[tuple[ChangedFigure, Carried, Figure]]


def columns_of(slots: Sequence[Slot], *, is_current: bool) -> Columns:
    """The names of the columns of each table."""
    return {
        (is_current, slot.zone, slot.block): slot.text.split(CELL)
        for slot in slots
        if slot.row == COLUMNS
    }


def changed_figures(entries: Sequence[Entry], columns: Columns) -> Changed:
    """Every figure with another value than before, in reading order."""
    found: Changed = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for entry, column, cell in _cells(entries):
        for figure in cell.figures:
            if figure.fate != Fate.CHANGED:
                continue
            facts = (figure.link.path, figure.was, figure.now)
            key = key_of(*facts, seen[facts])
            seen[facts] += 1
            place, words = told(entry.slot, columns, entry.is_current, column, figure.link.start)
            found.append(
                (ChangedFigure(key, place, words, figure.was, figure.now, facts[0]), cell, figure)
            )
    return found


def gone_figures(
    entries: Sequence[Entry], gone: Sequence[Slot], columns: Columns
) -> Iterator[StandingFigure]:
    """Every figure that stands nowhere any more."""
    for entry, column, cell in _cells(entries):
        for figure in cell.figures:
            if figure.fate == Fate.GONE:
                at = figure.link.start
                place, words = told(entry.slot, columns, entry.is_current, column, at)
                yield StandingFigure(place, words, figure.was, figure.link.path)
    for slot in gone:
        for column, marked in enumerate(slot.marked.split(CELL)):
            line = taken_apart(marked)
            for link in line.links:
                place, words = told(slot, columns, True, column, link.start)
                yield StandingFigure(place, words, line.text[link.start : link.end], link.path)


def _cells(entries: Sequence[Entry]) -> Iterator[tuple[Entry, int, Carried]]:
    for entry in entries:
        for column, cell in enumerate(entry.cells or ()):
            yield entry, column, cell


def told(
    slot: Slot, columns: Columns, is_current: bool, column: int, start: int
) -> tuple[str, str]:
    """Where a figure stands, and what it counts, in words."""
    cells = slot.text.split(CELL)
    if slot.row is None:
        return slot.place, words_beside(cells[0], start)
    names = columns.get((is_current, slot.zone, slot.block), [])
    name = names[column] if column < len(names) else ""
    called = " ".join(cell for cell in cells[:2] if cell)
    return slot.place, ", ".join(part for part in (called, f"cột “{name}”" if name else "") if part)


def words_beside(text: str, start: int) -> str:
    """The words that follow a figure, to the next sign; those before it where there are none.

    >>> words_beside("có 12 lượt người dự, đông", 3)
    'lượt người dự'
    """
    words = words_of(text)
    at = next((n for n, word in enumerate(words) if word.end > start), len(words))
    after: list[str] = []
    for word in words[at + 1 : at + 1 + MOST_WORDS]:
        if not word.key[:1].isalpha():
            break
        after.append(text[word.start : word.end])
    before = [text[word.start : word.end] for word in words[max(at - MOST_WORDS, 0) : at]]
    return " ".join(after or before)


def doubled_figures(
    base: Sequence[Slot], returned: Sequence[Slot], pairs: Iterable[tuple[int, int]]
) -> Iterator[StandingFigure]:
    """Figures that the file has more often than the base, in the same words.

    `pairs` are the lines that say the same in both: whatever stands in them stands in them once.
    """
    same = list(pairs)
    old, new = {one for one, _ in same}, {other for _, other in same}
    left = Counter(said for at, slot in enumerate(base) if at not in old for said, _ in _said(slot))
    more: list[tuple[Said, Slot, int]] = []
    for at, slot in enumerate(returned):
        for said, start in _said(slot) if at not in new else ():
            left[said] -= 1
            if left[said] < 0:
                more.append((said, slot, start))
    linked: dict[Said, str] = {}
    for slot in base if more else ():
        linked.update(_linked(slot))
    return (_standing(slot, at, linked[said]) for said, slot, at in more if said in linked)


def _standing(slot: Slot, start: int, path: str) -> StandingFigure:
    if slot.row is not None:
        return StandingFigure(slot.place, slot.text.replace(CELL, " | "), "", path)
    value = next(word for word in words_of(slot.text) if word.start == start)
    words = words_beside(slot.text, start)
    return StandingFigure(slot.place, words, slot.text[value.start : value.end], path)


def _said(slot: Slot) -> Iterator[tuple[Said, int]]:
    """Each number, known by the words that follow; a row is one, known by all its words."""
    if slot.row is not None:
        yield (slot.key,), 0
        return
    words = words_of(slot.text, folded=True)
    for at, one in enumerate(words):
        if one.key[:1].isdecimal():
            yield tuple(word.key for word in words[at : at + 3]), one.start


def _linked(slot: Slot) -> dict[Said, str]:
    if "[[" not in slot.marked:
        return {}
    if slot.row is not None:
        links = [link for cell in slot.marked.split(CELL) for link in taken_apart(cell).links]
        return {(slot.key,): links[0].path} if links else {}
    line, found = taken_apart(slot.marked), {}
    words = words_of(plain(slot.marked), folded=True)
    for link in line.links:
        at = next((n for n, word in enumerate(words) if word.end > link.start), len(words))
        found[tuple(word.key for word in words[at : at + 3])] = link.path
    return found
