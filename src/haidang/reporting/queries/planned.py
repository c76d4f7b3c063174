"""How much was to be reached of each indicator in the period of a round, and who said so."""

from collections import defaultdict
from decimal import Decimal

from django.db.models import Q

from haidang.activities.models import Goal
from haidang.orgs.enums import Frequency
from haidang.reporting.models import Report, Round
from haidang.reporting.numerals import shortest
from haidang.reporting.official.periods import ordinal_of
from haidang.reporting.sheet import Content, how_of

ADDED = frozenset({"count", "sum"})  # of means, ratios and extremes the units' goals add up to none
QUARTERS = {Frequency.YEAR: 4, Frequency.HALF: 2, Frequency.QUARTER: 1}
BY_INDICATOR = dict[int, dict[int, list[Goal]]]


def planned_in(round: Round, content: Content) -> Content:
    """By code the quantity, and the goals it comes from; nothing where nobody said; one query.

    The receiver's own word comes first, else what its units were told adds up: those units that
    reported, for what a part did is not to be held against the plan of all; nor what all did
    against that of the few who were told. A month has none.
    """
    quarters = _quarters(round)
    if not quarters:
        return {}
    found = _goals(round, content, quarters)
    reported = {unit["id"] for unit in content["units"] if unit["accepted_at"]}
    plan: Content = {}
    for row in content["indicators"]:
        by_unit = found.get(row["id"], {})
        own = by_unit.get(round.regime.receiver_id)
        is_added = how_of(row)["aggregation"] in ADDED
        told = [by_unit[unit] for unit in sorted(reported & by_unit.keys()) if by_unit[unit]]
        if not is_added or len(told) < len(reported):
            told = []
        goals = own or [one for goals in told for one in goals]
        if goals:
            quantity = shortest(sum((one.quantity for one in goals), Decimal(0)))
            plan[row["code"]] = {"quantity": f"{quantity:f}", "goals": [one.pk for one in goals]}
            if not own:
                plan[row["code"]]["of_units"] = True
    return plan


def _quarters(round: Round) -> list[int]:
    count = QUARTERS.get(Frequency(round.regime.frequency), 0) if round.regime.frequency else 0
    ordinal = ordinal_of(round.regime.frequency, round.period.starts_on.month)
    return list(range((ordinal - 1) * count + 1, ordinal * count + 1))


def _goals(round: Round, content: Content, quarters: list[int]) -> BY_INDICATOR:
    # The database knows the units of the round: thousands of keys are not sent to it.
    units = Report.objects.standing().filter(round=round).order_by().values("unit")
    rows = Goal.objects.filter(
        Q(unit__in=units) | Q(unit=round.regime.receiver_id),
        year=round.period.year,
        indicator__in=[row["id"] for row in content["indicators"]],
    ).order_by("unit", "quarter")
    found: BY_INDICATOR = defaultdict(lambda: defaultdict(list))
    for goal in rows:
        found[goal.indicator_id][goal.unit_id].append(goal)
    return {
        indicator: {unit: _said(goals, quarters) for unit, goals in by_unit.items()}
        for indicator, by_unit in found.items()
    }


def _said(goals: list[Goal], quarters: list[int]) -> list[Goal]:
    """The word for the year, else its quarters where all of them are told."""
    year = [one for one in goals if one.quarter is None]
    if year and len(quarters) == QUARTERS[Frequency.YEAR]:
        return year
    told = [one for one in goals if one.quarter in quarters]
    return told if len(told) == len(quarters) else []
