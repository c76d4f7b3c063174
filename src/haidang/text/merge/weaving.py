"""The newest revision with a file's changes woven in, line by line; both sides start at a base.

A line that only the file changed is taken from it, one that only somebody else changed stays,
and one that both changed is a conflict: it stays as it is and is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from haidang.text.blocks import Document
from haidang.text.compare.aligning import Step, align
from haidang.text.compare.alike import text_key
from haidang.text.compare.slots import CELL, Slot, plain, says_same, slots_of
from haidang.text.merge.carrying import Carried, carry
from haidang.text.merge.marked import harmless, taken_apart
from haidang.text.merge.outcome import Conflict
from haidang.text.merge.pairing import paired, tables_paired, zones_paired

Table = tuple[str, str, int]
"""Whose it is ("current" or "returned"), its zone, its block."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the merged document: from which of the two, where it goes, its words if new.

    `cells` is None for a line that stands as it was; else its words, or those of each cell.
    """

    slot: Slot
    zone: str
    is_current: bool
    table: Table | None = None
    cells: tuple[Carried, ...] | None = None
    label: str | None = None


@dataclass(slots=True)
class Woven:
    """The lines of the merged document, and what was found on the way."""

    entries: list[Entry] = field(default_factory=list)
    gone: list[Slot] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


class Weaver:
    """Three rows of slots, how the two later ones follow from the base, and the merged lines."""

    def __init__(self, base: Document, returned: Document, current: Document) -> None:
        self.base, self.current = slots_of(base), slots_of(current)
        self.returned = [_typed(slot) for slot in slots_of(returned)]
        self.theirs = paired(self.base, self.returned)
        self.others = paired(self.base, self.current)
        back = zones_paired(self.base, self.returned, self.theirs.steps)
        there = zones_paired(self.current, self.base, map(_flip, self.others.steps))
        self.zones = {zone: there[was] for zone, was in back.items() if was in there}
        self.appendices = back
        # Rows of a table that stands in the base are rows of the same table now.
        old = tables_paired(self.base, self.returned, self.theirs.steps)
        new = tables_paired(self.current, self.base, map(_flip, self.others.steps))
        self.tables = {here: new[was] for here, was in old.items() if was in new}
        self.based_tables, self.current_tables = old, {to: was for was, to in new.items()}
        self.woven = Woven()
        self.linked = {slot.key: slot.marked for slot in self.base if "[[" in slot.marked}
        known = self.others.to_old
        self.others_added = {
            slot.key for place, slot in enumerate(self.current) if place not in known
        }
        self.settled_places: set[int] = set()  # lines of the file that stand elsewhere already

    def weave(self) -> Woven:
        """All lines in their order."""
        waiting = list(self.theirs.come)
        came_too = self.others.to_old
        for place, slot in enumerate(self.current):
            step = came_too.get(place)
            if step is None or step.old is None:
                self._keep(slot)
                continue
            if not step.moved:
                self._flush(waiting, step.old - 1)
            self._decide(step.old, slot)
            if not step.moved:
                self._flush(waiting, step.old)
        self._flush(waiting, len(self.base))
        self.woven.conflicts += self._changed_but_gone()
        return self.woven

    def same(self) -> Iterator[tuple[int, int]]:
        """The lines that say the same in the base and in the file, wherever they stand."""
        for place, step in self.theirs.to_new.items():
            if step.new is not None and says_same(self.base[place], self.returned[step.new]):
                yield place, step.new

    def _flush(self, waiting: list[tuple[int, Step]], behind: int) -> None:
        while waiting and waiting[0][0] <= behind:
            self._come_in(waiting.pop(0)[1])

    def _keep(self, slot: Slot, label: str | None = None, table: Table | None = None) -> None:
        table = table or own_table(slot)
        self.woven.entries.append(Entry(slot, slot.zone, True, table, label=label))

    def _table(self, there: Slot) -> Table | None:
        """The table of a row of the file: the one that stands here, where there is one."""
        if there.row is None:
            return None
        own = self.tables.get((there.zone, there.block))
        return ("current", *own) if own else ("returned", there.zone, there.block)

    def _put(self, base: Slot, current: Slot, there: Slot) -> Table | None:
        """The table of a row that the file put into another one, if nobody else did so before."""
        was = (base.zone, base.block)
        if there.row is None or self.based_tables.get((there.zone, there.block)) == was:
            return None
        is_put_here = self.current_tables.get((current.zone, current.block)) != was
        return None if is_put_here else self._table(there)

    def _decide(self, place: int, current: Slot) -> None:
        base, step = self.base[place], self.theirs.to_new.get(place)
        returned = self.returned[step.new] if step and step.new is not None else None
        is_theirs = returned is not None and not says_same(base, returned)
        is_others = not says_same(base, current)
        went = self.others.to_new[place]
        if returned is None or (step and step.moved and not went.moved):
            self._take_away(base, current, returned, is_theirs=is_theirs, is_others=is_others)
        elif not is_theirs or says_same(current, returned):
            self._keep(current, _renumbered(base, returned), self._put(base, current, returned))
        elif is_others:
            self._clash(base, current, returned)
        else:
            self._change(current, returned, self._put(base, current, returned))

    def _take_away(
        self, base: Slot, current: Slot, returned: Slot | None, *, is_theirs: bool, is_others: bool
    ) -> None:
        if not is_others:
            self.woven.gone += [current] if returned is None else []
        elif returned is None or (is_theirs and not says_same(current, returned)):
            self._clash(base, current, returned)
        else:
            self._keep(current)  # moved there and changed here: the change stays, in its place

    def _clash(self, base: Slot, current: Slot, returned: Slot | None) -> None:
        self._keep(current)
        there = returned.text if returned else ""
        self.woven.conflicts.append(Conflict(current.place, base.text, current.text, there))

    def _change(self, current: Slot, returned: Slot, table: Table | None) -> None:
        cells = carried_cells(current.marked, returned.text)
        label, table = _renumbered(current, returned), table or own_table(current)
        self.woven.entries.append(Entry(current, current.zone, True, table, cells, label))

    def _come_in(self, step: Step) -> None:
        assert step.new is not None
        returned = self.returned[step.new]
        if step.old is None:
            self._add(step.new, returned)
            return
        to = self.others.to_new.get(step.old)
        if to is None or to.new is None or to.moved:
            return  # somebody else took it away, or put it elsewhere: so it stays
        current = self.current[to.new]
        if says_same(self.base[step.old], current):
            self._place(current, returned, carried_cells(current.marked, returned.text), True)

    def _add(self, place: int, returned: Slot) -> None:
        if place in self.settled_places or returned.key in self.others_added:
            return
        old = self.linked.get(returned.key, returned.marked)  # a copy of a line has its figures
        self._place(returned, returned, carried_cells(old, returned.text), False)

    def _place(self, slot: Slot, there: Slot, cells: tuple[Carried, ...], is_current: bool) -> None:
        zone = self.zones.get(there.zone, there.zone)
        if there.zone.startswith("appendix") and there.zone not in self.zones:
            zone = f"new {there.zone}"
        table = self._table(there)
        self.woven.entries.append(Entry(slot, zone, is_current, table, cells, there.label))

    def _changed_but_gone(self) -> Iterator[Conflict]:
        for place, step in self.theirs.to_new.items():
            if place in self.others.to_new or step.new is None:
                continue
            base, returned = self.base[place], self.returned[step.new]
            if not says_same(base, returned):
                yield Conflict(base.place, base.text, "", returned.text)


def own_table(slot: Slot) -> Table | None:
    """The table that a row of the newest revision is in."""
    return ("current", slot.zone, slot.block) if slot.row is not None else None


def carried_cells(marked: str, text: str) -> tuple[Carried, ...]:
    """The marks of a line carried to later words; cell by cell where there are as many cells."""
    old, new = marked.split(CELL), text.split(CELL)
    pairs = [*range(len(old))] if len(old) == len(new) else _cells_paired(old, new)
    cells = [
        carry(taken_apart(old[pair] if pair is not None else harmless(cell)), cell)
        for pair, cell in zip(pairs, new, strict=True)
    ]
    left = [carry(taken_apart(cell), "") for at, cell in enumerate(old) if at not in pairs]
    gone = tuple(figure for cell in left for figure in cell.figures)
    return (replace(cells[0], figures=(*cells[0].figures, *gone)), *cells[1:])


def _cells_paired(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each cell of a row that has more or fewer cells now, the old one that it was."""
    keys = [text_key(plain(cell)) for cell in old], [text_key(cell) for cell in new]
    found: list[int | None] = [None] * len(new)
    for step in align(*keys):
        if step.new is not None and not step.moved:
            found[step.new] = step.old
    return found


def _typed(slot: Slot) -> Slot:
    """A slot of a file, in which nothing is a mark, whatever was typed."""
    cells = slot.marked.split(CELL)
    return replace(slot, marked=CELL.join(map(harmless, cells)))


def _renumbered(old: Slot, new: Slot) -> str | None:
    """The new label, where it is not one kind of dash for another."""
    dashes = [label.strip() and not label.strip()[0].isalnum() for label in (old.label, new.label)]
    return None if new.label == old.label or all(dashes) else new.label


def _flip(step: Step) -> Step:
    return step.flipped
