"""What a unit, or the units it goes on for, reported for the same period a year before."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from haidang.orgs.enums import Change
from haidang.orgs.models import Succession, Unit
from haidang.plans.cascade import predecessors_of
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Figure, Report
from haidang.reporting.queries.rounds import lineage_of
from haidang.reporting.window import a_year_before


@dataclass(frozen=True, slots=True)
class LastYear:
    """The accepted figures of a year before; `units` where several units gave them together.

    `report` is the one that holds them, where one does: there each of them opens to its source.
    """

    values: dict[int, Decimal] = field(default_factory=dict)
    units: tuple[Unit, ...] = ()
    report: int | None = None


def last_year_of(report: Report) -> dict[int, Decimal]:
    """The accepted value of the same period a year before, by indicator, where it is known.

    Of a unit that others were merged into it is the sum of theirs; where one of them gave none,
    there is none: a part of the units is not to be compared with the whole.
    """
    return year_before(report).values


def year_before(report: Report) -> LastYear:
    """As `last_year_of`, and which units gave it together where it was not this one alone."""
    units = _units_then(report)
    found, reports = _values(report, units)
    every = {unit.pk for unit in units}
    sums = {pk: sum(by.values(), Decimal(0)) for pk, by in found.items() if by.keys() == every}
    is_one = len(reports) == 1
    together = () if units == [report.unit] else tuple(units)
    return LastYear(sums, together, reports.pop() if is_one else None)


def _units_then(report: Report) -> list[Unit]:
    """The unit as it was a year before: itself, with those that were merged into it since."""
    last_day = a_year_before(report.round.period.ends_on)
    ended = predecessors_of(report.unit)
    # What was split lives on in several units; its figure is no one's own.
    split = Succession.objects.filter(predecessor__in=ended, how=Change.SPLIT)
    split_units = set(split.values_list("predecessor", flat=True)) if ended else set()
    return [
        one
        for one in [report.unit, *ended]
        if one.valid_from <= last_day
        and (one.valid_to is None or one.valid_to >= last_day)
        and one.pk not in split_units
    ]


def _values(report: Report, units: list[Unit]) -> tuple[dict[int, dict[int, Decimal]], set[int]]:
    """By indicator and unit, and the reports that hold them."""
    period = report.round.period
    rows = Figure.objects.filter(
        report__unit__in=units,
        report__round__regime__in=lineage_of(report.round.regime),
        report__round__period__frequency=period.frequency,
        report__round__period__starts_on=a_year_before(period.starts_on),
        report__status=ReportStatus.ACCEPTED,
        value__isnull=False,
    )
    found: dict[int, dict[int, Decimal]] = defaultdict(dict)
    reports = set[int]()
    named = rows.values_list("indicator", "report__unit", "report", "value")
    for indicator, unit, holder, value in named:
        found[indicator][unit] = value or Decimal(0)
        reports.add(holder)
    return found, reports
