"""As reported against as corrected (promise N10): what late corrections make of a frozen sum.

What was frozen stays as it is. The corrected sum is made from it and from the corrections of its
reports, so it does not depend on the order in which these came. No database here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from haidang.activities.adding import Amounts, amounts_of
from haidang.activities.enums import ADDITIVE, Aggregation
from haidang.reporting.enums import DifferenceReason
from haidang.reporting.numerals import shortest
from haidang.reporting.sheet import Content, Row, how_of
from haidang.reporting.together import finished

Given = tuple[int, Decimal, Decimal]  # report, value, estimate
Joint = dict[str, int]
# A figure that differs from the log for one of these has the later entry in it already.
KNOWN_BEFORE = frozenset(
    {DifferenceReason.NOT_LOGGED, DifferenceReason.COUNTED_TWICE, DifferenceReason.WRONG_ENTRY}
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What was corrected in one figure of one report since it was accepted.

    `joint` is what it shares with others now, activity and amount; None where that is as before.
    `weighted` differs from `delta` where a mean stands for several units. `units` and `weight` say
    how many give a figure now that gave none, less those that give none any more: nobody who gave
    nothing is a 0 in a mean.
    """

    delta: Decimal = Decimal(0)
    weighted: Decimal = Decimal(0)
    joint: Joint | None = None
    units: int = 0
    weight: int = 0


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


def is_given(way: str, value: Decimal | None, delta: Decimal) -> bool:
    """Whether a unit gives a figure after a correction; `value` is None where it gave none.

    In a sum that is a number for good; what is not added up and comes to 0 is no figure.
    """
    if way in ADDITIVE:
        return value is not None or delta != 0
    return (value or Decimal(0)) + delta != 0


def less_known(figure: Row, change: Decimal, used: Decimal = Decimal(0)) -> Decimal:
    """A change of what a figure was made of, without what its unit had put into it by hand.

    `used` is what of that another change took already.
    """
    told = Decimal(figure[0] or 0) - Decimal(figure[2]) - used
    reason = figure[3] if len(figure) > 3 else ""
    if reason not in KNOWN_BEFORE or told * change <= 0:
        return change
    known = min(abs(told), abs(change))
    return change - known if change > 0 else change + known


def _moved(
    way: str,
    total: Content,
    code: str,
    changes: Mapping[int, Correction],
    given: Callable[[str], Iterable[Given]] | None,
) -> Content:
    units = {"units": total["units"] + sum(one.units for one in changes.values())}
    if way in ADDITIVE:
        delta = sum((one.delta for one in changes.values()), Decimal(0))
        return units | {
            name: _plain(Decimal(total[name]) + delta) for name in ("value", "estimate")
        }
    if way == Aggregation.MEAN:
        return units | _mean(total, changes.values())
    if way in {Aggregation.MIN, Aggregation.MAX} and given is not None:
        done, expected = _extremes(way, changes, given(code))
        return {
            "value": _plain(done.shown(way)),
            "estimate": _plain(expected.shown(way)),
            "units": done.units,
        }
    return {}


def _mean(total: Content, changes: Iterable[Correction]) -> Content:
    weight, whole = total.get("weight", 0), Decimal(total.get("weighted", 0))
    for one in changes:
        weight, whole = weight + one.weight, whole + one.weighted
    if weight <= 0:
        return {"value": "0", "estimate": "0", "units": 0, "weight": 0, "weighted": "0"}
    rest = Decimal(total["estimate"]) - Decimal(total["value"])
    mean = whole / weight
    return {
        "value": _plain(round(mean, 2)),
        "estimate": _plain(round(mean + rest, 2)),
        "weight": weight,
        "weighted": _plain(whole),
    }


def _extremes(
    way: str, changes: Mapping[int, Correction], given: Iterable[Given]
) -> tuple[Amounts, Amounts]:
    rows = {report: (value, estimate) for report, value, estimate in given}
    none = (None, Decimal(0))
    done, expected = Amounts(), Amounts()
    for report in rows.keys() | changes.keys():
        value, estimate = rows.get(report, none)
        delta = changes.get(report, Correction()).delta
        if is_given(way, value, delta):
            done += amounts_of((value or Decimal(0)) + delta)
            expected += amounts_of(estimate + delta)
    return done, expected


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
