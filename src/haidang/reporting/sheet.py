"""A round as one value: units, indicators, each unit's figures, and what they add up to.

Missing is not zero: a unit without an accepted report adds nothing and is not counted among those
that reported. Estimates are added apart from what was done. No database here: the same value is
made from rows and from what was frozen.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from haidang.activities.adding import (
    Amounts,
    How,
    amounts_of,
    is_derived,
    joined,
    named_by,
    with_derived,
)
from haidang.activities.enums import Aggregation
from haidang.reporting.numerals import shortest

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Total:
    """What some units add up to for one indicator, and how many of them gave a figure."""

    value: Decimal = Decimal(0)
    estimate: Decimal = Decimal(0)
    units: int = 0

    @property
    def is_missing(self) -> bool:
        """Whether nobody gave a figure, or what it is derived from: then it is not 0 either."""
        return self.units == 0

    def __add__(self, other: "Total") -> "Total":
        """Join the totals of two groups of units that share none."""
        return Total(
            self.value + other.value, self.estimate + other.estimate, self.units + other.units
        )


Row = Sequence[Any]  # value, estimate, what the log gave, and if they differ reason and note


def total_of(rows: Iterable[Row | None]) -> Total:
    """Add figures up; one that is missing adds nothing and counts nobody.

    >>> total_of([["12", "13", "12"], None, ["0", None, "0"]])
    Total(value=Decimal('12'), estimate=Decimal('13'), units=2)
    """
    given = [row for row in rows if row is not None and row[0] is not None]
    # No estimate says that nothing more is expected this year.
    estimates = (Decimal(row[0] if row[1] is None else row[1]) for row in given)
    values = (Decimal(row[0]) for row in given)
    return Total(sum(values, Decimal(0)), sum(estimates, Decimal(0)), len(given))


@dataclass(frozen=True, slots=True)
class Given:
    """One unit's figure for one indicator, as it was sent, and as it was sent before."""

    value: Decimal
    estimate: Decimal
    logged: Decimal
    reason: str = ""
    note: str = ""
    earlier: tuple[tuple[int, Decimal], ...] = ()

    @property
    def difference(self) -> Decimal:
        """How far the reported value is from the log."""
        return self.value - self.logged

    @property
    def is_changed(self) -> bool:
        """Whether it is not simply the log's: it has a reason, or was another number before."""
        return bool(self.reason or self.earlier)


def given_by(unit: Content, code: str) -> Given | None:
    """A unit's figure; None where its report was not accepted or does not have it."""
    row = (unit.get("figures") or {}).get(code)
    if row is None or row[0] is None:
        return None
    reason, note = row[3:] or ("", "")
    before = unit.get("earlier", {}).get(code, [])
    return Given(
        value=Decimal(row[0]),
        estimate=Decimal(row[0] if row[1] is None else row[1]),
        logged=Decimal(row[2]),
        reason=reason,
        note=note,
        earlier=tuple((attempt, Decimal(was)) for attempt, was in before),
    )


def has_report(unit: Content) -> bool:
    """Whether a unit's report was accepted, also where its figures were not read."""
    return unit.get("sent") is not None or unit.get("figures") is not None


def how_of(indicator: Content) -> How:
    """How an indicator is added up; whatever was frozen before there was a choice is a sum."""
    return indicator.get("how") or {"aggregation": Aggregation.SUM}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The content of a consolidation, frozen or of this moment, with easy questions to it."""

    content: Content

    @property
    def indicators(self) -> list[Content]:
        """The indicators in the order of the outline."""
        return list(self.content["indicators"])

    @property
    def units(self) -> list[Content]:
        """All units of the round, also those without an accepted report."""
        return list(self.content["units"])

    @property
    def reported(self) -> list[Content]:
        """The units whose reports were accepted."""
        return [unit for unit in self.units if has_report(unit)]

    @property
    def missing(self) -> list[Content]:
        """The units whose reports were not accepted."""
        return [unit for unit in self.units if not has_report(unit)]

    def total(self, code: str) -> Total:
        """What the units add up to for one indicator."""
        row = self.content["totals"][code]
        return Total(Decimal(row["value"]), Decimal(row["estimate"]), row["units"])

    @property
    def has_shared(self) -> bool:
        """Whether anything was done by several units together and is summed only once."""
        return bool(self.content.get("shared"))

    def shared(self, code: str) -> Decimal:
        """What was left out of a total because several units reported the same activity."""
        row = self.content.get("shared", {}).get(code)
        return Decimal(row["value"]) if row else Decimal(0)

    def indicator(self, code: str) -> Content | None:
        """One indicator by its code."""
        return next((row for row in self.indicators if row["code"] == code), None)

    def unit(self, pk: int) -> Content | None:
        """One unit by its key."""
        return next((row for row in self.units if row["id"] == pk), None)


def totals(units: Iterable[Content], hows: Mapping[str, How]) -> Content:
    """The totals of indicators over units, but for those derived from others, as plain values."""
    given = [unit["figures"] for unit in units if unit["figures"] is not None]
    return {
        code: plain_total(how, *_both(figures.get(code) for figures in given))
        for code, how in hows.items()
        if not is_derived(how)
    }


def plain_total(how: How, done: Amounts, expected: Amounts) -> Content:
    """A total as plain values. Where nobody gave a figure `units` is 0, and the value says nothing.

    Of a mean it also says of how many units it is and what these have together.
    """
    way = how["aggregation"]
    values = {"value": done.shown(way), "estimate": expected.shown(way)}
    total: Content = {name: _plain(value) for name, value in values.items()}
    total["units"] = done.units
    if way == Aggregation.MEAN and done.weight:
        total |= {"weight": done.weight, "weighted": _plain(done.sum)}
    return total


def derived_totals(totals: Content, hows: Mapping[str, How]) -> Content:
    """The totals of the indicators that come from the totals of others, as plain values."""
    known = [
        with_derived({code: _known(totals[code], name) for code in totals}, hows)
        for name in ("value", "estimate")
    ]
    return {
        code: {
            "value": _plain(known[0][code]),
            "estimate": _plain(known[1][code]),
            "units": 0 if known[0][code] is None else _fewest(totals, named_by(how)),
        }
        for code, how in hows.items()
        if is_derived(how)
    }


def _both(rows: Iterable[Row | None]) -> tuple[Amounts, Amounts]:
    given = [row for row in rows if row is not None and row[0] is not None]
    done = joined(amounts_of(Decimal(row[0])) for row in given)
    return done, joined(amounts_of(Decimal(row[0] if row[1] is None else row[1])) for row in given)


def _known(total: Content, name: str) -> Decimal | None:
    return Decimal(total[name]) if total["units"] else None


def _fewest(totals: Content, codes: Sequence[str]) -> int:
    """How many units gave all of it, at most; what is derived itself counts no units here."""
    return min((totals[code]["units"] for code in codes if code in totals), default=1)


def _plain(value: Decimal | None) -> str:
    return f"{shortest(value or Decimal(0)):f}"


def fingerprint(content: Content | None) -> str:
    """The hash of a content, whatever the order in which a database gives its keys back."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
