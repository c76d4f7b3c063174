"""Which rounds are open, which are due to be opened, and whose day the plan has moved."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from haidang.orgs.enums import Frequency
from haidang.orgs.models import Period, Unit
from haidang.plans.enums import PlanStatus, TaskStatus
from haidang.plans.models import Plan, Task
from haidang.plans.queries import habits_of, report_task
from haidang.reporting.due import DueRule
from haidang.reporting.enums import RegimeKind, ReportStatus
from haidang.reporting.models import Regime, Round
from haidang.reporting.window import calendar_days, data_window, periods_in_a_year

LEAD = {Frequency.MONTH: 10, Frequency.QUARTER: 15, Frequency.HALF: 20, Frequency.YEAR: 30}
GRACE = dt.timedelta(days=14)  # a round that nobody opened in time is still worth a word


@dataclass(frozen=True, slots=True)
class ToOpen:
    """A round that is due to be opened: the period in words, its days, and its deadline."""

    regime: Regime
    year: int
    ordinal: int
    words: str
    data_from: dt.date
    data_to: dt.date
    due_on: dt.date
    task: Task | None = None


def lineage_of(regime: Regime) -> list[int]:
    """The keys of a regime and of those that it replaced, newest first."""
    before = dict(Regime.objects.exclude(replaces=None).values_list("pk", "replaces"))
    keys = [regime.pk]
    while (earlier := before.get(keys[-1])) and earlier not in keys:
        keys.append(earlier)
    return keys


def round_of(regime: Regime, year: int, ordinal: int = 1) -> Round | None:
    """The round of a period, also one that was opened by a regime which this one replaces."""
    starts_on, _ = calendar_days(regime.frequency, year, ordinal)
    period = {"period__frequency": regime.frequency, "period__starts_on": starts_on}
    rounds = Round.objects.filter(regime__in=lineage_of(regime), **period)
    return rounds.select_related("regime", "period").first()


def to_open(seat: Unit, day: dt.date) -> list[ToOpen]:
    """The rounds that an authority is due to open, the most pressing first."""
    regimes = Regime.objects.in_use().filter(receiver=seat, kind=RegimeKind.PERIODIC)
    found = [one for regime in regimes for one in _of_one(regime, seat, day)]
    return sorted(found, key=lambda one: (one.due_on, one.regime.pk))


def _of_one(regime: Regime, seat: Unit, day: dt.date) -> Iterator[ToOpen]:
    lead = dt.timedelta(days=LEAD[Frequency(regime.frequency)])
    had_rounds = Round.objects.filter(regime__in=lineage_of(regime)).exists()
    rule, habits = DueRule.read(regime.due_rule), habits_of(seat)
    for year, ordinal in _around(regime.frequency, day):
        starts_on, ends_on = calendar_days(regime.frequency, year, ordinal)
        data_from, data_to = data_window(regime.frequency, year, ordinal, year_ends=regime.data_to)
        task = _task_of(seat, year) if rule.by_plan else None
        due_on = (task and task.due_on) or rule.day_of(ends_on, data_to, habits) or data_to
        last_chance = due_on + (GRACE if had_rounds else dt.timedelta())
        if due_on - lead <= day <= last_chance and not round_of(regime, year, ordinal):
            period = Period(frequency=regime.frequency, starts_on=starts_on, ends_on=ends_on)
            yield ToOpen(regime, year, ordinal, str(period), data_from, data_to, due_on, task)


def _around(frequency: str, day: dt.date) -> Iterator[tuple[int, int]]:
    """The periods before, around and after a day."""
    most = periods_in_a_year(frequency)
    now = day.year * most + (day.month - 1) * most // 12
    for place in (now - 1, now, now + 1):
        yield place // most, place % most + 1


def _task_of(seat: Unit, year: int) -> Task | None:
    plans = Plan.objects.filter(unit=seat, status=PlanStatus.ADOPTED, year=year)
    return next((task for plan in plans if (task := report_task(plan))), None)


def moved_by_plan(round: Round) -> Task | None:
    """The task that a round's own became by an amendment, where it names another day."""
    task = round.task
    if task is None or task.current_id is None or round.due_on != task.due_on:
        return None
    while task is not None and task.current is not None:
        task = task.current
    if task is None or task.status != TaskStatus.ACCEPTED or task.due_on in (None, round.due_on):
        return None
    still_open = round.reports.exclude(status__in=(ReportStatus.ACCEPTED, ReportStatus.HANDED_OVER))
    return task if still_open.exists() else None
