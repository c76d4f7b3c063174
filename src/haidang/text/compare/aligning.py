"""Two lists put side by side: what stayed, what changed, came, went, or moved elsewhere.

The longest common part is found by bits (rapidfuzz), 64 places at once, so that a document full
of equal lines costs no more than any other; what is left between is paired by likeness within
bounds that do not grow with the document.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

LIKE = 0.5  # of 1: paragraphs with this much in common are one paragraph that was changed
MOVED_LIKE = 0.8
MOST_CELLS = 400_000_000  # of the table of bits: 50 MB
MOST_PAIRS = 4096  # pairs of a gap that are weighed against each other
# A key may begin with one of these: rows of a table, or its head, never become paragraphs
ROW, HEAD = "\x1f", "\x1e"
REACH = 12  # how far a larger gap looks ahead
Block = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """Where one item of the old list is in the new one; None where it is not in that list."""

    old: int | None
    new: int | None
    moved: bool = False

    @property
    def flipped(self) -> "Step":
        """The same step read from the new list to the old one."""
        return Step(self.new, self.old, self.moved)


def equal_blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Stretches that both lists have in the same order, as (old start, new start, length)."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    blocks: list[Block] = [(0, 0, head)] if head else []
    if len(inner_old) * len(inner_new) <= MOST_CELLS:
        blocks += [
            (op.src_start + head, op.dest_start + head, op.src_end - op.src_start)
            for op in Indel.opcodes(inner_old, inner_new)
            if op.tag == "equal"
        ]
    if tail:
        blocks.append((len(old) - tail, len(new) - tail, tail))
    return blocks


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))


def align(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    """The steps from one list of keys to another, in the order of the new one.

    Each item of either list is in exactly one step. The steps of `align(b, a)` are those of
    `align(a, b)`, flipped.
    """
    if tuple(old) > tuple(new):  # always weighed the same way round
        return _in_order([step.flipped for step in align(new, old)])
    steps: list[Step] = []
    at_old = at_new = 0
    for start_old, start_new, length in [*equal_blocks(old, new), (len(old), len(new), 0)]:
        steps += _gap(old, new, range(at_old, start_old), range(at_new, start_new))
        steps += [Step(start_old + n, start_new + n) for n in range(length)]
        at_old, at_new = start_old + length, start_new + length
    return _in_order(_with_moves(old, new, steps))


def _gap(old: Sequence[str], new: Sequence[str], gone: range, come: range) -> Iterator[Step]:
    weigh = _best_pairs if len(gone) * len(come) <= MOST_PAIRS else _near_pairs
    pairs = weigh(old, new, gone, come) if gone and come else []
    at_old, at_new = gone.start, come.start
    for one, other in [*pairs, (gone.stop, come.stop)]:
        yield from (Step(place, None) for place in range(at_old, one))
        yield from (Step(None, place) for place in range(at_new, other))
        if one < gone.stop:
            yield Step(one, other)
        at_old, at_new = one + 1, other + 1


def _likeness(one: str, other: str, least: float = LIKE) -> float:
    if one[:1] != other[:1] and {ROW, HEAD} & {one[:1], other[:1]}:
        return 0.0
    return Indel.normalized_similarity(one, other, score_cutoff=least)


def _best_pairs(
    old: Sequence[str], new: Sequence[str], gone: range, come: range
) -> list[tuple[int, int]]:
    """The pairs, in order, whose likeness together is greatest."""
    like = [[_likeness(old[i], new[j]) for j in come] for i in gone]
    best = [[0.0] * (len(come) + 1) for _ in range(len(gone) + 1)]
    for i in reversed(range(len(gone))):
        for j in reversed(range(len(come))):
            joined = like[i][j] + best[i + 1][j + 1] if like[i][j] else 0.0
            best[i][j] = max(joined, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(gone) and j < len(come):
        if like[i][j] and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            pairs.append((gone[i], come[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _near_pairs(
    old: Sequence[str], new: Sequence[str], gone: range, come: range
) -> list[tuple[int, int]]:
    pairs, at = [], come.start
    for one in gone:
        near = range(at, min(at + REACH, come.stop))
        if (other := next((j for j in near if _likeness(old[one], new[j])), None)) is not None:
            pairs.append((one, other))
            at = other + 1
    return pairs


def _with_moves(old: Sequence[str], new: Sequence[str], steps: list[Step]) -> list[Step]:
    gone = [step.old for step in steps if step.new is None and step.old is not None]
    come = [step.new for step in steps if step.old is None and step.new is not None]
    moves = _moved_whole(old, new, gone, come)
    gone = [one for one in gone if one not in moves]
    taken = set(moves.values())
    come = [one for one in come if one not in taken]
    if len(gone) * len(come) <= MOST_PAIRS:
        moves |= _moved_changed(old, new, gone, come)
    taken = set(moves.values())
    kept = [
        step
        for step in steps
        if not (step.new is None and step.old in moves)
        and not (step.old is None and step.new in taken)
    ]
    return kept + [Step(one, other, moved=True) for one, other in moves.items()]


def _moved_whole(
    old: Sequence[str], new: Sequence[str], gone: list[int], come: list[int]
) -> dict[int, int]:
    waiting: dict[str, list[int]] = defaultdict(list)
    for other in reversed(come):
        waiting[new[other]].append(other)
    return {one: waiting[old[one]].pop() for one in gone if old[one] and waiting.get(old[one])}


def _moved_changed(
    old: Sequence[str], new: Sequence[str], gone: list[int], come: list[int]
) -> dict[int, int]:
    weighed = sorted(
        (-like, one, other)
        for one in gone
        for other in come
        if (like := _likeness(old[one], new[other], MOVED_LIKE))
    )
    moves: dict[int, int] = {}
    for _, one, other in weighed:
        if one not in moves and other not in moves.values():
            moves[one] = other
    return moves


def _in_order(steps: list[Step]) -> list[Step]:
    """In the order of the new list; what is gone stands before what came in its place."""
    stayed = sorted(
        (step for step in steps if step.new is not None), key=lambda step: step.new or 0
    )
    gone = sorted(step.old for step in steps if step.new is None and step.old is not None)
    before: list[float] = []  # for each step the old place of the next that kept its order
    next_kept = float("inf")
    for step in reversed(stayed):
        next_kept = step.old if step.old is not None and not step.moved else next_kept
        before.append(next_kept)
    ordered, at = [], 0
    for step, limit in zip(stayed, reversed(before), strict=True):
        while at < len(gone) and gone[at] < limit:
            ordered.append(Step(gone[at], None))
            at += 1
        ordered.append(step)
    return ordered + [Step(place, None) for place in gone[at:]]
