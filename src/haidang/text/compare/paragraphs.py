"""Two lists of paragraphs: the steps from one to the other, which applied give the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from haidang.text.compare.aligning import align
from haidang.text.compare.alike import text_key
from haidang.text.compare.wording import Mark, Passage, is_same, passages


class Kind(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"

    @property
    def word(self) -> str:
        """As people read it."""
        return _WORDS[self]


_WORDS = {
    Kind.SAME: "giữ nguyên",
    Kind.CHANGED: "sửa",
    Kind.ADDED: "thêm",
    Kind.REMOVED: "bỏ",
    Kind.MOVED: "chuyển chỗ",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of one paragraph: its places from 0 in both lists, and its words."""

    kind: Kind
    old: int | None
    new: int | None
    words: tuple[Passage, ...]


def compare_paragraphs(old: Sequence[str], new: Sequence[str]) -> tuple[Turn, ...]:
    """Every paragraph of both lists in reading order of the new one.

    >>> [str(turn.kind) for turn in compare_paragraphs(["Một.", "Hai."], ["Một.", "Ba."])]
    ['same', 'removed', 'added']
    """
    steps = align(
        [text_key(text, folded=True) for text in old], [text_key(text, folded=True) for text in new]
    )
    return tuple(_turn(old, new, step.old, step.new, moved=step.moved) for step in steps)


def _turn(
    old: Sequence[str], new: Sequence[str], one: int | None, other: int | None, *, moved: bool
) -> Turn:
    if one is None:
        assert other is not None
        return Turn(Kind.ADDED, None, other, (Passage(Mark.ADDED, new[other]),))
    if other is None:
        return Turn(Kind.REMOVED, one, None, (Passage(Mark.REMOVED, old[one]),))
    words = passages(old[one], new[other])
    if moved:
        return Turn(Kind.MOVED, one, other, words)
    kind = Kind.SAME if is_same(old[one], new[other]) else Kind.CHANGED
    return Turn(kind, one, other, words)


def applied(old: Sequence[str], turns: Sequence[Turn]) -> list[str]:
    """The old list with the turns carried out: the new one, noise and all.

    Refuses turns that were not made for a list of this length with ValueError.
    """
    if sorted(turn.old for turn in turns if turn.old is not None) != list(range(len(old))):
        raise ValueError("These turns were made for another list.")
    return [
        "".join(part.text for part in turn.words if part.mark != Mark.REMOVED)
        for turn in turns
        if turn.new is not None
    ]
