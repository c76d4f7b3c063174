"""Cutting a whole into parts that add up to it again, to the last unit."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

ONE, CENT = Decimal(1), Decimal("0.01")


def parts_of(whole: Decimal, weights: Sequence[Decimal | int]) -> list[Decimal]:
    """Cut a whole by weights: every part is rounded, and they add up to exactly the whole.

    Whole numbers are cut into whole numbers, others into hundredths. What rounding leaves over goes
    one by one to the largest remainders, the earlier of equal ones first. Weights that are all 0
    are equal weights. Refuses no weights, a weight below 0, and a whole below 0.

    >>> parts_of(Decimal(150), [1, 1, 1, 1])
    [Decimal('38'), Decimal('38'), Decimal('37'), Decimal('37')]
    """
    if not weights or whole < 0 or any(weight < 0 for weight in weights):
        raise ValueError("a whole and its weights are not below 0, and there is one at least")
    total = sum(weights, Decimal(0))
    shares = [Decimal(weight) for weight in weights] if total else [ONE for _ in weights]
    total = total or Decimal(len(weights))
    step = ONE if whole == whole.to_integral() else CENT
    exact = [whole * share / total / step for share in shares]
    floors = [part.to_integral(rounding=ROUND_FLOOR) for part in exact]
    left = int(whole / step - sum(floors, Decimal(0)))
    by_remainder = sorted(range(len(exact)), key=lambda at: (floors[at] - exact[at], at))
    for at in by_remainder[:left]:
        floors[at] += 1
    return [part * step for part in floors]
