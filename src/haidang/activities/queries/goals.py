"""How much was to be reached and how much was done; where nothing was set, nothing is said."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, QuerySet, Sum

from haidang import clock
from haidang.activities import goal_rules
from haidang.activities.catalogue import HEADLINES
from haidang.activities.models import Goal, Headline, Indicator
from haidang.activities.queries.values import distinct_total, logged_values
from haidang.orgs.models import Unit, User
from haidang.prepared import prepared

MONTHS = 3
Planned = tuple[int, Decimal | None, int]  # of an indicator: how much, for how many units


@dataclass(frozen=True, slots=True)
class Reached:
    """What was planned and done of one indicator; planned is None where nobody said how much."""

    planned: Decimal | None
    done: Decimal
    set_for: int = 0  # for how many units somebody said how much

    @property
    def percent(self) -> int | None:
        """The share in whole per cent; None where it cannot be told."""
        if not self.planned:
            return None
        return int(100 * self.done / self.planned)

    @property
    def left(self) -> Decimal | None:
        """How much is still to do; None where nobody said how much."""
        return None if self.planned is None else max(self.planned - self.done, Decimal(0))


def window_of(year: int, quarter: int | None = None) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a year or of one of its quarters, up to today."""
    first = dt.date(year, 1 if quarter is None else (quarter - 1) * MONTHS + 1, 1)
    after = first.month - 1 + (12 if quarter is None else MONTHS)
    last = dt.date(year + after // 12, after % 12 + 1, 1) - dt.timedelta(days=1)
    return first, max(min(last, clock.today()), first)


def reached_by_indicator(
    *,
    units: QuerySet[Unit],
    indicators: Sequence[Indicator],
    year: int,
    quarter: int | None = None,
    done: Mapping[int, Decimal] | None = None,
    planned: Sequence[Planned] | None = None,
) -> dict[int, Reached]:
    """Return for each indicator what units were to do and did together, joint work counted once.

    What was `done` is added up from the log, unless it is known from a moment ago; what was
    `planned` is asked for, unless it was.
    """
    if done is None:
        since, until = window_of(year, quarter)
        done = distinct_total(units=units, indicators=indicators, data_from=since, data_to=until)
    if planned is None:
        goals = _in_force(year, quarter).filter(unit__in=units.order_by().values("pk"))
        planned = list(_added_up(goals))
    known = {indicator: (total, count) for indicator, total, count in planned}
    nothing: tuple[Decimal | None, int] = (None, 0)
    return {
        row.pk: Reached(total, done[row.pk], count)
        for row in indicators
        for total, count in [known.get(row.pk, nothing)]
    }


def planned_below(path: str, year: int, quarter: int | None) -> list[Planned]:
    """Return what all units under an authority were to do; of all units under the empty path."""
    return _of_year(path, year) if quarter is None else _of_quarter(path, year, quarter)


@prepared
def _of_year(path: str, year: int) -> QuerySet[Goal, Planned]:
    return _added_up(_in_force(year, None).filter(unit__path__startswith=path))


@prepared
def _of_quarter(path: str, year: int, quarter: int) -> QuerySet[Goal, Planned]:
    return _added_up(_in_force(year, quarter).filter(unit__path__startswith=path))


def _added_up(goals: QuerySet[Goal]) -> QuerySet[Goal, Planned]:
    sums = goals.order_by().values("indicator")
    sums = sums.annotate(total=Sum("quantity"), units=Count("unit", distinct=True))
    return sums.values_list("indicator", "total", "units")


def reached_by_unit(
    *, units: Sequence[Unit], indicator: Indicator, year: int, quarter: int | None = None
) -> dict[int, Reached]:
    """Return for each unit what it was to do and did; joint work counts for each that took part."""
    since, until = window_of(year, quarter)
    values = logged_values(units=units, indicators=[indicator], data_from=since, data_to=until)
    goals = _in_force(year, quarter).filter(unit__in=[u.pk for u in units], indicator=indicator)
    planned = dict(goals.values_list("unit").annotate(Sum("quantity")).order_by())
    return {
        unit.pk: Reached(
            planned.get(unit.pk), values[unit.pk, indicator.pk], int(unit.pk in planned)
        )
        for unit in units
    }


def goals_set(*, unit: Unit, year: int, quarter: int | None = None) -> dict[int, Goal]:
    """Return what was set for one unit and exactly this period, by indicator."""
    found = Goal.objects.filter(unit=unit, year=year, quarter=quarter)
    return {goal.indicator_id: goal for goal in found.select_related("set_by__unit", "target")}


def set_above(user: User, *, unit: Unit, year: int, quarter: int | None) -> dict[int, Unit]:
    """Return which goals a person may not say anew, by indicator, and who set them."""
    goals = Goal.objects.filter(unit=unit, year=year).select_related("set_by__unit__acts_for")
    # The word for a year comes before what its quarters add up to.
    said = goals if quarter is None else goals.filter(quarter=quarter)
    above = [goal for goal in said if not goal_rules.may_change_goal(user, goal)]
    return {goal.indicator_id: goal.set_by.seat for goal in above}


def headlines_of(unit: Unit | None) -> list[Indicator]:
    """Return the indicators that an authority's leader reads: chosen, else the starting ones."""
    if unit and (chosen := _chosen(unit.pk)):
        return [row.indicator for row in chosen]
    by_code = {row.code: row for row in _starting(HEADLINES)}
    starting = [by_code[code] for code in HEADLINES if code in by_code]
    return starting or list(Indicator.objects.in_use()[: len(HEADLINES)])


@prepared
def _chosen(unit: int) -> QuerySet[Headline]:
    chosen = Headline.objects.filter(unit=unit, indicator__is_retired=False)
    return chosen.select_related("indicator").order_by("position")


@prepared
def _starting(codes: Collection[str]) -> QuerySet[Indicator]:
    return Indicator.objects.in_use().filter(code__in=codes).order_by()


def _in_force(year: int, quarter: int | None) -> QuerySet[Goal]:
    """The goals of a period: a year's own word comes before what its quarters add up to."""
    goals = Goal.objects.filter(year=year)
    if quarter is not None:
        return goals.filter(quarter=quarter)
    whole = Goal.objects.filter(
        indicator=OuterRef("indicator"), unit=OuterRef("unit"), year=year, quarter=None
    )
    return goals.exclude(Exists(whole), quarter__isnull=False)
