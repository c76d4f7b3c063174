"""Two documents compared as a person would: line by line, cell by cell, header to appendix."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from haidang.text.blocks import Document
from haidang.text.compare.aligning import Step, align
from haidang.text.compare.fields import Field, fields_of
from haidang.text.compare.paragraphs import Kind
from haidang.text.compare.slots import CELL, COLUMNS, Slot, says_same, slots_of
from haidang.text.compare.wording import Mark, Passage, is_same, passages

Columns = dict[tuple[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Change:
    """One line or cell that is not the same: where, what became of it, its words."""

    kind: Kind
    place: str
    words: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different between two documents; `same` counts the lines that are not."""

    changes: tuple[Change, ...]
    same: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing is different."""
        return not self.changes

    def count(self, kind: Kind) -> int:
        """How many changes are of one kind."""
        return sum(change.kind == kind for change in self.changes)


def compare(old: Document, new: Document) -> Comparison:
    """What a reader finds different from one document to another; renumbering is no difference."""
    one, other = slots_of(old), slots_of(new)
    steps = align([slot.key for slot in one], [slot.key for slot in other])
    changes = [*_of_fields(fields_of(old), fields_of(new))]
    columns, same = column_names(other), 0
    for step in steps:
        found = list(_of_step(one, other, step, columns))
        changes += found
        same += not found
    return Comparison(tuple(changes), same)


def _of_fields(old: dict[str, Field], new: dict[str, Field]) -> Iterator[Change]:
    for name in old | new:
        field = new.get(name) or old[name]
        was = old[name].text if name in old else ""
        now = new[name].text if name in new else ""
        if not is_same(was, now, folded=field.folded):
            yield Change(_kind(was, now), field.place, passages(was, now, folded=field.folded))


def _kind(was: str, now: str) -> Kind:
    if was and now:
        return Kind.CHANGED
    return Kind.ADDED if now else Kind.REMOVED


def column_names(slots: Sequence[Slot]) -> Columns:
    """The names of the columns of each table, by its zone and block."""
    return {(row.zone, row.block): row.text.split(CELL) for row in slots if row.row == COLUMNS}


def _of_step(old: list[Slot], new: list[Slot], step: Step, columns: Columns) -> Iterator[Change]:
    was = old[step.old] if step.old is not None else None
    now = new[step.new] if step.new is not None else None
    if was and now:
        yield from _of_pair(was, now, columns, moved=step.moved)
    elif now:
        yield Change(Kind.ADDED, now.place, (Passage(Mark.ADDED, shown(now.text)),))
    elif was:
        yield Change(Kind.REMOVED, was.place, (Passage(Mark.REMOVED, shown(was.text)),))


def _of_pair(was: Slot, now: Slot, columns: Columns, *, moved: bool) -> Iterator[Change]:
    if moved:
        yield Change(Kind.MOVED, now.place, passages(shown(was.text), shown(now.text)))
    elif says_same(was, now):
        return
    elif now.row is not None and was.text.count(CELL) == now.text.count(CELL):
        yield from _of_cells(was, now, columns.get((now.zone, now.block), []))
    else:
        words = passages(shown(was.text), shown(now.text), folded=was.folded or now.folded)
        yield Change(Kind.CHANGED, now.place, words)


def _of_cells(was: Slot, now: Slot, names: Sequence[str]) -> Iterator[Change]:
    cells = zip(was.text.split(CELL), now.text.split(CELL), strict=True)
    for column, (one, other) in enumerate(cells):
        if not is_same(one, other):
            name = f"“{names[column]}”" if column < len(names) and names[column] else column + 1
            place = f"{now.place}, cột {name}"
            yield Change(Kind.CHANGED, place, passages(one, other))


def shown(text: str) -> str:
    """A row as people read it on one line."""
    return " | ".join(text.split(CELL))
