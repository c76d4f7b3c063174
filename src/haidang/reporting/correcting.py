"""As reported against as corrected (promise N10): what late corrections make of a frozen sum.

What was frozen stays as it is. The corrected sum is made from it and from the corrections of its
reports, so it does not depend on the order in which these came. No database here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from haidang.activities.adding import amounts_of, joined
from haidang.activities.enums import ADDITIVE, Aggregation
from haidang.reporting.numerals import shortest
from haidang.reporting.sheet import Content, how_of
from haidang.reporting.together import finished

Given = tuple[int, Decimal, Decimal]  # report, value, estimate
Joint = dict[str, int]


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected in one figure of one report since it was accepted.

    `joint` is what it shares with others now, activity and amount; None where that is as before.
    `weighted` differs from `delta` where a mean stands for several units.
    """

    delta: Decimal = Decimal(0)
    weighted: Decimal = Decimal(0)
    joint: Joint | None = None


Found = Mapping[int, Mapping[str, Correction]]  # by report and code


@dataclass(frozen=True, slots=True)
class Adjusted:
    """One total as it was issued and as it is now, and how many corrections lie between."""

    reported: Decimal
    now: Decimal
    lines: int = 0
    of_units: Decimal = field(default=Decimal(0))

    @property
    def delta(self) -> Decimal:
        """What the corrections add to the total."""
        return self.now - self.reported

    @property
    def of_joint(self) -> Decimal:
        """What of it is not the units' own: work that is counted once, or a mean of all."""
        return self.delta - self.of_units


def corrected(
    content: Content, found: Found, given: Callable[[str], Iterable[Given]] | None = None
) -> Content:
    """The content with its totals as they are now; `given` reads figures, for extremes alone."""
    if not found:
        return content
    base = _whole(content)
    for indicator in content["indicators"]:
        code = indicator["code"]
        changes = {report: rows[code] for report, rows in found.items() if code in rows}
        if changes and code in base:
            base[code] |= _moved(how_of(indicator)["aggregation"], base[code], code, changes, given)
    units = [_with_joint(unit, found.get(unit["report"], {})) for unit in content["units"]]
    plain = {name: value for name, value in content.items() if name != "shared"}
    return finished(plain | {"units": units, "totals": content["totals"] | base})


def _whole(content: Content) -> Content:
    """The totals with what is counted once still in them for each unit."""
    totals = {code: dict(total) for code, total in content["totals"].items()}
    for code, shared in content.get("shared", {}).items():
        for name in ("value", "estimate"):
            whole = Decimal(totals[code][name]) + Decimal(shared["value"])
            totals[code][name] = f"{shortest(whole):f}"
    return totals


def _moved(
    way: str,
    total: Content,
    code: str,
    changes: Mapping[int, Correction],
    given: Callable[[str], Iterable[Given]] | None,
) -> Content:
    if way in ADDITIVE:
        delta = sum((one.delta for one in changes.values()), Decimal(0))
        return {name: _plain(Decimal(total[name]) + delta) for name in ("value", "estimate")}
    if way == Aggregation.MEAN and total.get("weight"):
        weighted = sum((one.weighted for one in changes.values()), Decimal(0))
        whole = Decimal(total["weighted"]) + weighted
        mean = whole / total["weight"]
        rest = Decimal(total["estimate"]) - Decimal(total["value"])
        return {
            "value": _plain(round(mean, 2)),
            "estimate": _plain(round(mean + rest, 2)),
            "weighted": _plain(whole),
        }
    if way in {Aggregation.MIN, Aggregation.MAX} and given is not None:
        rows = [(report, value, estimate) for report, value, estimate in given(code)]
        moved = [(changes.get(report, Correction()).delta, v, e) for report, v, e in rows]
        done = joined(amounts_of(value + delta) for delta, value, _ in moved)
        expected = joined(amounts_of(estimate + delta) for delta, _, estimate in moved)
        return {"value": _plain(done.shown(way)), "estimate": _plain(expected.shown(way))}
    return {}


def _with_joint(unit: Content, changes: Mapping[str, Correction]) -> Content:
    told = {code: one.joint for code, one in changes.items() if one.joint is not None}
    if not told:
        return unit
    rows = {code: [list(row) for row in sorted(joint.items())] for code, joint in told.items()}
    joint = {**unit.get("joint", {}), **rows}
    # Whether a figure was lowered by hand was looked at when its correction was written down.
    return {name: value for name, value in unit.items() if name != "figures"} | {
        "joint": {code: entries for code, entries in joint.items() if entries}
    }


def _plain(value: Decimal | None) -> str:
    return f"{shortest(value or Decimal(0)):f}"
