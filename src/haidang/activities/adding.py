"""How figures of several units become one (promise N11). Values in, values out; no database.

What is kept of some units is enough to join them with others: so a province gets the same from
its districts as from its communes, in whatever order and grouping. A unit that gave nothing is
not there: it is no 0 in a mean and no smallest.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from haidang.activities.enums import DERIVED, LISTED, Aggregation
from haidang.activities.formula import read_formula

CENT = Decimal("0.01")
MOST_PLACES = 24  # a decimal keeps 28, two of them behind the comma
How = Mapping[str, Any]  # "aggregation", and of a derived one "numerator", "denominator", "formula"


@dataclass(frozen=True, slots=True)
class Amounts:
    """A figure, or what some units' figures hold together, as done or as expected."""

    units: int = 0
    weight: int = 0
    sum: Decimal = Decimal(0)
    least: Decimal | None = None
    most: Decimal | None = None

    def __add__(self, other: "Amounts") -> "Amounts":
        """Join those of two groups of units that share none."""
        return Amounts(
            self.units + other.units,
            self.weight + other.weight,
            self.sum + other.sum,
            _either(min, self.least, other.least),
            _either(max, self.most, other.most),
        )

    def shown(self, way: str) -> Decimal | None:
        """The one number that they make; None where nobody gave one and there is no sum."""
        if way == Aggregation.MIN:
            return self.least
        if way == Aggregation.MAX:
            return self.most
        if way == Aggregation.MEAN:
            return rounded(self.sum / self.weight) if self.weight else None
        return self.sum


def amounts_of(
    value: Decimal | None, *, weight: int = 1, weighted: Decimal | None = None
) -> Amounts:
    """What one unit's figure is; nothing where it gave none.

    Of a mean that stands for several units, `weighted` is what these have together.
    """
    if value is None:
        return Amounts()
    return Amounts(1, weight, value if weighted is None else weighted, value, value)


def figure_of(way: str, divisor: int, amounts: Sequence[int]) -> Decimal | None:
    """One unit's figure from what its activities measured, in the order of their days.

    >>> figure_of("mean", 60, [30, 90]), figure_of("last", 1, [30, 90]), figure_of("min", 1, [])
    (Decimal('1.00'), Decimal('90.00'), None)
    """
    if way in LISTED:
        whole = Decimal(len(amounts) if way == Aggregation.COUNT else sum(amounts))
    elif not amounts:
        return None
    elif way == Aggregation.MEAN:
        return rounded(Decimal(sum(amounts)) / len(amounts) / divisor)
    elif way == Aggregation.LAST:
        whole = Decimal(amounts[-1])
    else:
        whole = Decimal(min(amounts) if way == Aggregation.MIN else max(amounts))
    return rounded(whole / divisor)


def reckoned(how: How, known: Mapping[str, Decimal | None]) -> Decimal | None:
    """A ratio or a formula, from the totals of what it names: never a mean of ratios."""
    if how["aggregation"] == Aggregation.RATIO:
        over, under = known.get(how["numerator"]), known.get(how["denominator"])
        if over is None or not under:
            return None
        return rounded(over * how["per"] / under)
    result = read_formula(how["formula"]).of(known)
    return None if result is None else rounded(result)


def with_derived(
    shown: Mapping[str, Decimal | None], hows: Mapping[str, How]
) -> dict[str, Decimal | None]:
    """All indicators, those that are derived from others too, whatever their order.

    What names itself, by a detour too, stays unknown; the catalogue refuses to be told so.
    """
    found = {code: value for code, value in shown.items() if not is_derived(hows[code])}
    waiting = {code: how for code, how in hows.items() if is_derived(how)}
    while ready := [c for c, how in waiting.items() if not waiting.keys() & set(named_by(how))]:
        found |= {code: reckoned(waiting.pop(code), found) for code in ready}
    return found | dict.fromkeys(waiting)


def is_derived(how: How) -> bool:
    """Whether it comes from the totals of others."""
    return how["aggregation"] in DERIVED


def named_by(how: How) -> Sequence[str]:
    """The codes of the indicators that a derived one is made of."""
    if how["aggregation"] == Aggregation.RATIO:
        return (how["numerator"], how["denominator"])
    return read_formula(how["formula"]).codes


def joined(parts: Iterable[Amounts]) -> Amounts:
    """What all of them hold together."""
    return sum(parts, Amounts())


def rounded(value: Decimal) -> Decimal:
    """To the two places that figures have; a product too large for them stays as it is."""
    return value if value.adjusted() > MOST_PLACES else value.quantize(CENT, ROUND_HALF_UP)


def _either(choose: Any, one: Decimal | None, two: Decimal | None) -> Decimal | None:
    if one is None or two is None:
        return two if one is None else one
    chosen: Decimal = choose(one, two)
    return chosen
