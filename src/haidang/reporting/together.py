"""What several units did together stands in the figure of each, and is summed only once (N11).

It is told by what each unit sent, which names its joint activities; no database here.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from haidang.activities.enums import Aggregation
from haidang.reporting.sheet import Content, derived_totals, given_by, how_of

CENT = Decimal("0.01")
ONCE = frozenset({Aggregation.COUNT, Aggregation.SUM})  # what is counted once over several units


@dataclass(frozen=True, slots=True)
class Shared:
    """One activity that several units reported: how much of it is too much, and whose it is."""

    activity: str
    excess: int  # as it was measured, before the indicator's divisor
    units: tuple[int, ...]


def shared_among(units: Iterable[Content], code: str) -> list[Shared]:
    """The activities that stand in the figures of more than one of these units.

    A unit that lowered its figure by hand has taken out what it wished: it shares nothing more.
    """
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for unit in units:
        for activity, amount in _joint_of(unit, code):
            found[activity].append((unit["id"], amount))
    return [
        Shared(activity, _excess(rows), tuple(pk for pk, _ in rows))
        for activity, rows in sorted(found.items())
        if len(rows) > 1
    ]


def less_shared(content: Content) -> Content:
    """The totals of a content without what they hold twice, and what was left out of each.

    Where nothing is shared the totals stay as they are and nothing is added.
    """
    shared, totals = {}, dict(content["totals"])
    joint = [unit for unit in content["units"] if unit.get("joint")]
    for indicator in content["indicators"]:
        if how_of(indicator)["aggregation"] not in ONCE:
            continue
        code = indicator["code"]
        rows = shared_among(joint, code)
        excess = Decimal(sum(row.excess for row in rows)) / indicator["divisor"]
        if not (value := excess.quantize(CENT, ROUND_HALF_UP)):
            continue
        shared[code] = {
            "value": f"{value:f}",
            "entries": [[row.activity, row.excess, list(row.units)] for row in rows],
        }
        total = totals[code]
        less = {name: f"{Decimal(total[name]) - value:f}" for name in ("value", "estimate")}
        totals[code] = total | less
    return {"totals": totals, "shared": shared} if shared else {}


def finished(content: Content) -> Content:
    """A content with what is shared taken out of its sums, and then what is derived from them."""
    content = content | less_shared(content)
    hows = {row["code"]: how_of(row) for row in content["indicators"]}
    return content | {"totals": content["totals"] | derived_totals(content["totals"], hows)}


def _joint_of(unit: Content, code: str) -> list[tuple[str, int]]:
    rows: list[tuple[str, int]] = unit.get("joint", {}).get(code, [])
    if rows and unit.get("figures") is not None:
        given = given_by(unit, code)
        return rows if given and given.value >= given.logged else []
    return rows


def _excess(rows: list[tuple[int, int]]) -> int:
    # The units sent on different days, and it may have been corrected between: the most stays.
    amounts = [amount for _, amount in rows]
    return sum(amounts) - max(amounts)
