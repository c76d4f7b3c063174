"""The merge itself: base, what came back, and the newest revision; decisions about figures."""

from collections.abc import Container, Iterator

from haidang.text.blocks import Document, Table
from haidang.text.compare.alike import text_key
from haidang.text.compare.fields import fields_of
from haidang.text.compare.slots import plain
from haidang.text.merge.building import Restored, built
from haidang.text.merge.figures import (
    changed_figures,
    columns_of,
    doubled_figures,
    gone_figures,
)
from haidang.text.merge.outcome import Conflict, Merged
from haidang.text.merge.pairing import likeness
from haidang.text.merge.singles import merged_fields, with_fields
from haidang.text.merge.stale import stale_figures
from haidang.text.merge.weaving import Entry, Weaver

UNEVEN = "bảng có số cột khác nhau giữa các hàng; bảng giữ nguyên như trước"


def merge(
    base: Document,
    returned: Document,
    current: Document | None = None,
    *,
    restored: Container[str] = (),
) -> Merged:
    """Take what a file changed since `base` over into `current`, the newest revision.

    Figures whose keys are `restored` have their old value again; the other changed ones are
    marked as changed by hand. The same files give the same keys.
    """
    current = current or base
    weaver = Weaver(base, returned, current)
    standing = _read_as_lines(weaver, base, returned)
    woven = weaver.weave()
    columns = columns_of(weaver.current, is_current=True)
    columns |= columns_of(weaver.returned, is_current=False)
    changed = changed_figures(woven.entries, columns)
    back: Restored = {}
    for figure, cell, one in changed:
        if figure.key in restored:
            back.setdefault(id(cell), set()).add(one)
    by_hand = [figure for figure, _, _ in changed if figure.key not in restored]
    dropped = _dropped(weaver, woven.entries)
    document, uneven = built(current, returned, woven.entries, back, dropped)
    setting, clashes, not_taken = merged_fields(
        base, returned, current, weaver.appendices, standing
    )
    return Merged(
        document=with_fields(document, setting),
        likeness=likeness(weaver.base, weaver.theirs),
        changed=tuple(figure for figure, _, _ in changed),
        gone=tuple(gone_figures(woven.entries, woven.gone, columns)),
        doubled=tuple(doubled_figures(weaver.base, weaver.returned, weaver.same())),
        lost_bold=tuple(_lost_bold(woven.entries)),
        conflicts=(*woven.conflicts, *clashes, *_left_alone(uneven)),
        not_taken=tuple(not_taken),
        stale=tuple(stale_figures(document, by_hand)),
    )


def _read_as_lines(weaver: Weaver, base: Document, returned: Document) -> set[str]:
    """Parts of the base that the file still has, though they were read as lines of its text."""
    come = {
        weaver.returned[step.new].key: step.new
        for _, step in weaver.theirs.come
        if step.old is None and step.new is not None
    }
    found: set[str] = set()
    there = fields_of(returned)
    for name, field in fields_of(base).items():
        keys = [text_key(line, folded=True) for line in field.text.split("\n") if line]
        is_gone = name in there and not there[name].text
        if is_gone and keys and all(key in come for key in keys):
            found.add(name)
            weaver.settled_places |= {come[key] for key in keys}
    return found


def _dropped(weaver: Weaver, entries: list[Entry]) -> set[str]:
    """The appendices that came back with no line of theirs."""
    stand = {*weaver.zones.values(), *(entry.zone for entry in entries)}
    had = {slot.zone for slot in weaver.current if slot.zone.startswith("appendix")}
    return had - stand


def _lost_bold(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        for cell in entry.cells or ():
            yield from ((entry.slot.place, words) for words in cell.lost_bold)


def _left_alone(tables: list[Table]) -> list[Conflict]:
    return [Conflict("bảng", " | ".join(map(plain, table.columns)), "", UNEVEN) for table in tables]
