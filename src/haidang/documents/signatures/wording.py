"""The words of a signed file beside those that were sent to be signed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from haidang.documents.signatures.printed import (
    Page,
    is_box,
    is_filled_blank,
    page_of,
)
from haidang.text.compare.aligning import equal_blocks
from haidang.text.compare.alike import Word

AROUND = 5  # words of context on either side
MOST_CHANGES = 200
MOST_LETTERS = 600  # of one change
OTHER_DOCUMENT = 0.4  # of 1: with less in common, it is not that document at all


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were sent, and what stands there now; either may be missing."""

    old: str
    new: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs; `printed` is what the signing tool added, `moved` only stands elsewhere.

    `alike` tells how much is common, of 1; `left_off` how many changes more there are.
    """

    changes: tuple[Change, ...] = ()
    printed: tuple[str, ...] = ()
    moved: tuple[Change, ...] = ()
    alike: float = 1.0
    left_off: int = 0

    @property
    def is_same(self) -> bool:
        """Whether the text is that which was sent."""
        return not self.changes

    @property
    def is_other_document(self) -> bool:
        """Whether it is hardly the same document."""
        return self.alike < OTHER_DOCUMENT


@dataclass(frozen=True, slots=True)
class _Gap:
    old: range
    new: range


def compared(sent: str, signed: str, *, same_page: bool) -> Comparison:
    """The text that was sent to be signed, and that of the signed file.

    `same_page` is True where the one file grew out of the other; otherwise words that only stand
    in another order, as columns and cells are read, are told as moved, but never a figure.
    """
    old, new = page_of(sent), page_of(signed)
    blocks = equal_blocks([word.key for word in old.words], [word.key for word in new.words])
    gaps = list(_gaps(blocks, old, new))
    printed, rest = _without_printed(gaps, old, new)
    changed, moved = (rest, []) if same_page else _without_moved(rest, old, new)
    longer = max(len(old.words), len(new.words), 1)
    common = sum(length for _, _, length in blocks) + sum(len(gap.old) for gap in moved)
    return Comparison(
        changes=tuple(_change(gap, old, new) for gap in changed[:MOST_CHANGES]),
        printed=tuple(_printed(gap.new, new) for gap in printed),
        moved=tuple(_change(gap, old, new) for gap in moved[:MOST_CHANGES]),
        alike=common / longer,
        left_off=max(len(changed) - MOST_CHANGES, 0),
    )


def added_words(bare: str, whole: str) -> list[str]:
    """What stands in the whole of a text, and not in the bare one."""
    found = compared(bare, whole, same_page=True)
    return [*found.printed, *(change.new for change in found.changes if change.new)]


def _gaps(blocks: Sequence[tuple[int, int, int]], old: Page, new: Page) -> Iterator[_Gap]:
    at_old = at_new = 0
    for start_old, start_new, length in [*blocks, (len(old.words), len(new.words), 0)]:
        gone, come = range(at_old, start_old), range(at_new, start_new)
        if gone or come:
            yield _Gap(gone, come)
        at_old, at_new = start_old + length, start_new + length


def _without_printed(gaps: Sequence[_Gap], old: Page, new: Page) -> tuple[list[_Gap], list[_Gap]]:
    printed: list[_Gap] = []
    rest: list[_Gap] = []
    for gap in gaps:
        (printed if not gap.old and _is_printed(gap.new, new) else rest).append(gap)
    return printed, rest


def _is_printed(places: range, page: Page) -> bool:
    return is_filled_blank(_before(places, page), _of(places, page)) or is_box(page, places)


def _without_moved(gaps: Sequence[_Gap], old: Page, new: Page) -> tuple[list[_Gap], list[_Gap]]:
    gone = Counter(word.key for gap in gaps for word in _of(gap.old, old))
    come = Counter(word.key for gap in gaps for word in _of(gap.new, new))
    left_gone, left_come = gone - come, come - gone
    changed: list[_Gap] = []
    moved: list[_Gap] = []
    for gap in gaps:
        went, came = _of(gap.old, old), _of(gap.new, new)
        is_less = any(left_gone[word.key] for word in went)
        is_more = any(left_come[word.key] for word in came)
        has_figure = any(word.key[0].isdecimal() for word in (*went, *came))
        (changed if is_less or is_more or has_figure else moved).append(gap)
    return changed, moved


def _of(places: range, page: Page) -> Sequence[Word]:
    return page.words[places.start : places.stop]


def _before(places: range, page: Page) -> Word | None:
    return page.words[places.start - 1] if places.start else None


def _change(gap: _Gap, old: Page, new: Page) -> Change:
    before = range(max(gap.new.start - AROUND, 0), gap.new.start)
    after = range(gap.new.stop, min(gap.new.stop + AROUND, len(new.words)))
    return Change(
        _words(gap.old, old), _words(gap.new, new), _words(before, new), _words(after, new)
    )


def _printed(places: range, page: Page) -> str:
    is_number = len(places) == 1 and page.words[places.start].key.isdecimal()
    return _words(range(max(places.start - is_number, 0), places.stop), page)


def _words(places: range, page: Page) -> str:
    words = page.quoted(places)
    return words if len(words) <= MOST_LETTERS else f"{words[:MOST_LETTERS]}…"
