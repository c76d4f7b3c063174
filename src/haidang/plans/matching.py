"""Which item of a plan is which item of the plan that amends it. Words in, pairs out.

An item that moved elsewhere is one item, not one that went and another that came.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from haidang.text.compare.alike import text_key

ALIKE = 0.5  # of 1: items that share so many words, in their order, are one that was changed
ALIKE_IN_PLACE = 0.35  # where its label and whoever carries it are the same too
SURE = 75  # of 100: below it a person is asked to look
MOST_PAIRS = 250_000  # weighed against each other: five hundred changed items of each side
WORDS, LABEL, OWNERS = 80, 8, 12  # what counts how much, of 100
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """An item as it is matched: its words, its label, those who carry it."""

    words: str
    label: str
    owners: frozenset[Hashable] = frozenset()

    @property
    def key(self) -> tuple[str, ...]:
        """Its words without a word processor's noise."""
        return tuple(text_key(self.words, folded=True).split())


@dataclass(frozen=True, slots=True)
class Pair:
    """Places in both lists; None where an item is in one of them alone. `likeness` is of 100."""

    old: int | None
    new: int | None
    likeness: int = 0


def matched(old: Sequence[Side], new: Sequence[Side]) -> list[Pair]:
    """Every item of both lists in exactly one pair, in the order of the new list, gone ones last.

    >>> sides = Side("Mở lớp học", "a"), Side("Treo băng rôn", "b")
    >>> matched(sides, [Side("Treo băng rôn.", "a"), Side("Đi thăm xã", "c")])[0]
    Pair(old=1, new=0, likeness=81)
    """
    taken: dict[int, tuple[int, int]] = {}  # by the place in the new list
    used: set[int] = set()
    for like, one, other in _weighed(old, new):
        if one not in used and other not in taken:
            used.add(one)
            taken[other] = (one, like)
    there = [
        Pair(taken[at][0], at, taken[at][1]) if at in taken else Pair(None, at)
        for at in range(len(new))
    ]
    return there + [Pair(at, None) for at in range(len(old)) if at not in used]


def _weighed(old: Sequence[Side], new: Sequence[Side]) -> Iterator[tuple[int, int, int]]:
    """Pairs worth being one item, the likeliest first, as (likeness, old, new)."""
    keys, others = [side.key for side in old], [side.key for side in new]
    same = list(_same(keys, others))
    kept, found = {one for one, _ in same}, {other for _, other in same}
    gone = [at for at in range(len(old)) if at not in kept]
    come = [at for at in range(len(new)) if at not in found]
    pairs = same
    if len(gone) * len(come) <= MOST_PAIRS:
        pairs = same + [(one, other) for one in gone for other in come]
    ranked = []
    for one, other in pairs:
        like = _likeness(old[one], new[other], keys[one], others[other])
        if like:
            ranked.append((like, -abs(one - other), one, other))
    for like, _, one, other in sorted(ranked, reverse=True):
        yield like, one, other


def _same(keys: Sequence[Words], others: Sequence[Words]) -> Iterator[tuple[int, int]]:
    places: dict[Words, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        places[key].append(at)
    for other, key in enumerate(others):
        yield from ((one, other) for one in places[key][:20])


def _likeness(one: Side, other: Side, key: Words, other_key: Words) -> int:
    in_place = one.label == other.label and one.owners == other.owners
    least = ALIKE_IN_PLACE if in_place else ALIKE
    words = Indel.normalized_similarity(key, other_key, score_cutoff=least)
    if not words:
        return 0
    shared = len(one.owners & other.owners) / (len(one.owners | other.owners) or 1)
    if not one.owners and not other.owners:
        shared = 1.0
    return round(WORDS * words + LABEL * (one.label == other.label) + OWNERS * shared)
