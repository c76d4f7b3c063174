"""The merged lines put together as a document again; what did not change is as it was stored."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from haidang.text.blocks import Appendix, Block, Document, Heading, Paragraph, Table
from haidang.text.compare.slots import CELL, COLUMNS, LISTS, parted, slots_of
from haidang.text.merge.carrying import Carried, Figure, settled
from haidang.text.merge.marked import harmless, put_together
from haidang.text.merge.weaving import Entry

Restored = dict[int, set[Figure]]
"""By the identity of a cell's words: the figures in it that are to have their old value again."""


class Builder:
    """Puts lines together; takes looks (columns' widths, strong rows) from where they stood."""

    def __init__(
        self, current: Document, returned: Document, entries: Sequence[Entry], restored: Restored
    ) -> None:
        self.restored, self.entries = restored, entries
        self.lines = Counter(slot.zone for slot in slots_of(current))
        self.blocks = {(True, zone): blocks for zone, blocks in blocks_by_zone(current).items()} | {
            (False, zone): blocks for zone, blocks in blocks_by_zone(returned).items()
        }
        self.uneven: list[Table] = []

    def words(self, entry: Entry) -> list[str]:
        """The words of a line, or of each cell of a row, with their marks."""
        if entry.cells is None:
            return entry.slot.marked.split(CELL)
        return [put_together(settled(cell, self._back(cell))) for cell in entry.cells]

    def _back(self, cell: Carried) -> set[Figure]:
        return self.restored.get(id(cell), set())

    def listed(self, zone: str, was: Sequence[str]) -> tuple[str, ...]:
        """Lines of a list; the stored ones where all stand as they were."""
        here = [entry for entry in self.entries if entry.zone == zone]
        if all(entry.cells is None for entry in here) and len(here) == self.lines[zone]:
            return tuple(was)
        return tuple(text for entry in here if (text := self.words(entry)[0]))

    def zone(self, zone: str) -> tuple[Block, ...]:
        """The blocks of a zone."""
        here = [entry for entry in self.entries if entry.zone == zone]
        rows: dict[object, list[Entry]] = {}
        for entry in here:
            if entry.table:
                rows.setdefault(entry.table, []).append(entry)
        built: list[Block] = []
        before: Entry | None = None
        for entry in here:
            if entry.table is None:
                self._line(entry, before, built)
            elif entry.table in rows:
                built += self._table(rows.pop(entry.table))
            before = entry
        return tuple(built)

    def _template(self, entry: Entry) -> Block:
        return self.blocks[entry.is_current, entry.slot.zone][entry.slot.block]

    def _line(self, entry: Entry, before: Entry | None, built: list[Block]) -> None:
        block, slot = self._template(entry), entry.slot
        if isinstance(block, Heading):
            built.append(self._heading(entry, block))
            return
        assert isinstance(block, Paragraph)
        goes_on = slot.line > 0 and before is not None and _is_line_before(before, entry)
        text = self._text(entry)
        if goes_on and isinstance(last := built[-1], Paragraph):
            built[-1] = replace(last, text=f"{last.text}\n{text}")
        else:
            built.append(Paragraph(text, bullet=block.bullet and slot.line == 0))

    def _heading(self, entry: Entry, block: Heading) -> Heading:
        label = (entry.label or "").strip(" .)")
        words = self.words(entry)[0]
        title = block.title if entry.cells is None else f"{words}{_tail(entry)}"
        return replace(block, label=label or block.label, title=title)

    def _text(self, entry: Entry) -> str:
        label = entry.slot.label if entry.label is None else entry.label
        label = "" if label == "- " and self._is_bullet(entry) else label
        if label and not parted(f"{label}x")[0]:  # a heading's, without its mark
            label = f"{label.strip()}. "
        return f"{label}{self.words(entry)[0]}{_tail(entry)}"

    def _is_bullet(self, entry: Entry) -> bool:
        block = self._template(entry)
        return isinstance(block, Paragraph) and block.bullet

    def _table(self, rows: list[Entry]) -> list[Block]:
        assert rows[0].table
        whose, zone, block = rows[0].table
        template = self.blocks[whose == "current", zone][block]
        assert isinstance(template, Table)
        head = next((row for row in rows if row.slot.row == COLUMNS), None)
        body = [row for row in rows if row is not head]
        columns = tuple(self._cells(head)) if head else template.columns
        cells = tuple(tuple(self._cells(row)) for row in body)
        if any(len(row) != len(columns) for row in cells):
            self.uneven.append(template)
            return [template]
        has_same_columns = len(columns) == len(template.columns)
        return [
            replace(
                template,
                columns=columns,
                rows=cells,
                numeric=template.numeric if has_same_columns else frozenset(),
                widths=template.widths if has_same_columns else (),
                strong_rows=self._marked_rows(body, "strong_rows"),
                whole_rows=self._marked_rows(body, "whole_rows"),
            )
        ]

    def _cells(self, row: Entry) -> Sequence[str]:
        if row.cells is None and row.slot.row is not None:
            own = self._template(row)
            assert isinstance(own, Table)
            return own.columns if row.slot.row == COLUMNS else own.rows[row.slot.row]
        return self.words(row)

    def _marked_rows(self, rows: list[Entry], name: str) -> frozenset[int]:
        marked = set()
        for at, row in enumerate(rows):
            table = self._template(row)
            marked |= {at} if row.slot.row in getattr(table, name) else set()
        return frozenset(marked)


def _is_line_before(before: Entry, entry: Entry) -> bool:
    same = before.is_current == entry.is_current and before.slot.zone == entry.slot.zone
    return same and before.slot.block == entry.slot.block


def _tail(entry: Entry) -> str:
    return entry.slot.tail


def blocks_by_zone(document: Document) -> dict[str, tuple[Block, ...]]:
    """The blocks of a document by the name of their zone."""
    zones = {"body": document.blocks, "below": document.below}
    return zones | {
        f"appendix {number}": appendix.blocks for number, appendix in enumerate(document.appendices)
    }


def built(
    current: Document,
    returned: Document,
    entries: list[Entry],
    restored: Restored,
    dropped: set[str],
) -> tuple[Document, list[Table]]:
    """The merged document, without the appendices that were dropped, and the tables left alone.

    A table whose rows would have cells of two counts stays as it was.
    """
    builder = Builder(current, returned, entries, restored)
    lists: dict[str, Any] = {zone: builder.listed(zone, getattr(current, zone)) for zone in LISTS}
    kept = [
        replace(appendix, blocks=builder.zone(f"appendix {number}"))
        for number, appendix in enumerate(current.appendices)
        if f"appendix {number}" not in dropped
    ]
    come = [
        _typed(replace(appendix, blocks=builder.zone(f"new appendix {number}")))
        for number, appendix in enumerate(returned.appendices)
        if any(entry.zone == f"new appendix {number}" for entry in entries)
    ]
    merged = replace(
        current,
        blocks=builder.zone("body"),
        below=builder.zone("below"),
        appendices=(*kept, *come),
        **lists,
    )
    return merged, builder.uneven


def _typed(appendix: Appendix) -> Appendix:
    return replace(
        appendix,
        label=harmless(appendix.label),
        title=harmless(appendix.title),
        attached_to=harmless(appendix.attached_to),
    )
