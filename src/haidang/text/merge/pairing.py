"""Which line of the base is which line of the file and of the newest revision."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from haidang.text.compare.aligning import Step, align
from haidang.text.compare.slots import Slot


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two rows of slots aligned: where each slot went, and what came in after which."""

    steps: tuple[Step, ...]
    to_new: dict[int, Step]
    come: tuple[tuple[int, Step], ...]
    """What came or moved in: the slot that it stands behind (-1 at the start), and its step."""

    @property
    def to_old(self) -> dict[int, Step]:
        """By place in the new row."""
        return {step.new: step for step in self.to_new.values() if step.new is not None}


def paired(old: Sequence[Slot], new: Sequence[Slot]) -> Pairing:
    """Align two rows of slots."""
    steps = align([slot.key for slot in old], [slot.key for slot in new])
    come, behind = [], -1
    for step in steps:
        if step.new is None:
            continue
        if step.old is None or step.moved:
            come.append((behind, step))
        else:
            behind = step.old
    to_new = {step.old: step for step in steps if step.old is not None and step.new is not None}
    return Pairing(tuple(steps), to_new, tuple(come))


def likeness(old: Sequence[Slot], pairing: Pairing) -> float:
    """How much of the old words came back in the same or a changed line, of 1."""
    sizes = [len(slot.key) for slot in old]
    kept = sum(sizes[place] for place in pairing.to_new)
    return kept / sum(sizes) if sum(sizes) else 1.0


def zones_paired(old: Sequence[Slot], new: Sequence[Slot], steps: Iterable[Step]) -> dict[str, str]:
    """For each appendix of the new row the one of the old that most of its lines come from."""
    votes: Counter[tuple[str, str]] = Counter(
        (new[step.new].zone, old[step.old].zone)
        for step in steps
        if step.new is not None and step.old is not None
    )
    found: dict[str, str] = {}
    for (come, was), _ in votes.most_common():
        if come.startswith("appendix") and was.startswith("appendix"):
            free = come not in found and was not in found.values()
            found |= {come: was} if free else {}
    return found


def tables_paired(
    old: Sequence[Slot], new: Sequence[Slot], steps: Iterable[Step]
) -> dict[tuple[str, int], tuple[str, int]]:
    """For each table of the new row the one of the old that most of its rows come from."""
    votes: Counter[tuple[tuple[str, int], tuple[str, int]]] = Counter()
    for step in steps:
        if step.new is None or step.old is None:
            continue
        come, was = new[step.new], old[step.old]
        if come.row is not None and was.row is not None:
            votes[(come.zone, come.block), (was.zone, was.block)] += 1
    found: dict[tuple[str, int], tuple[str, int]] = {}
    for (here, there), _ in votes.most_common():
        if here not in found and there not in found.values():
            found[here] = there
    return found
