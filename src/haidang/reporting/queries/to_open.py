"""Which rounds an authority is due to open, and by when."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from haidang.orgs.enums import Frequency
from haidang.orgs.models import Period, Unit
from haidang.plans.enums import PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Plan, Task
from haidang.plans.queries import habits_of
from haidang.reporting.due import DueRule
from haidang.reporting.enums import RegimeKind
from haidang.reporting.models import Regime, Round
from haidang.reporting.window import calendar_days, data_window, periods_in_a_year
from haidang.text.habits import Habits

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


def to_open(seat: Unit, day: dt.date) -> list[ToOpen]:
    """The rounds that an authority is due to open, the most pressing first.

    The same few queries however many regimes and rounds there are.
    """
    regimes = list(Regime.objects.in_use().filter(receiver=seat, kind=RegimeKind.PERIODIC))
    if not regimes:
        return []
    known = _Known.of(seat, {year for one in regimes for year, _ in _around(one.frequency, day)})
    found = [one for regime in regimes for one in _of_one(regime, known, day)]
    return sorted(found, key=lambda one: (one.due_on, one.regime.pk))


@dataclass(frozen=True, slots=True)
class _Known:
    """What has to be known of an authority to say which rounds it is due to open."""

    before: dict[int, int | None]  # which regime replaced which
    opened: set[tuple[int, dt.date]]  # by regime and first day of the period
    habits: Habits
    tasks: dict[int, Task]  # that ask for a report, by year

    @classmethod
    def of(cls, seat: Unit, years: set[int]) -> Self:
        mine = Regime.objects.filter(receiver=seat)
        rounds = Round.objects.filter(regime__receiver=seat)
        return cls(
            before=dict(mine.exclude(replaces=None).values_list("pk", "replaces")),
            opened=set(rounds.values_list("regime", "period__starts_on")),
            habits=habits_of(seat),
            tasks=_tasks_of(seat, years),
        )

    def starts_of(self, regime: Regime) -> set[dt.date]:
        """The first days of the periods that were opened by a regime or those before it."""
        keys = set[int]()
        pk: int | None = regime.pk
        while pk and pk not in keys:
            keys.add(pk)
            pk = self.before.get(pk)
        return {starts_on for key, starts_on in self.opened if key in keys}


def _of_one(regime: Regime, known: _Known, day: dt.date) -> Iterator[ToOpen]:
    lead = dt.timedelta(days=LEAD[Frequency(regime.frequency)])
    rule, opened = DueRule.read(regime.due_rule), known.starts_of(regime)
    for year, ordinal in _around(regime.frequency, day):
        starts_on, ends_on = calendar_days(regime.frequency, year, ordinal)
        data_from, data_to = data_window(regime.frequency, year, ordinal, year_ends=regime.data_to)
        task = known.tasks.get(year) if rule.by_plan else None
        by_task = task.due_on if task else None
        due_on = by_task or rule.day_of(ends_on, data_to, known.habits) or data_to
        last_chance = due_on + (GRACE if opened else dt.timedelta())
        if due_on - lead <= day <= last_chance and starts_on not in opened:
            period = Period(frequency=regime.frequency, starts_on=starts_on, ends_on=ends_on)
            yield ToOpen(regime, year, ordinal, str(period), data_from, data_to, due_on, task)


def _around(frequency: str, day: dt.date) -> Iterator[tuple[int, int]]:
    """The periods before, around and after a day."""
    most = periods_in_a_year(frequency)
    now = day.year * most + (day.month - 1) * most // 12
    for place in (now - 1, now, now + 1):
        yield place // most, place % most + 1


def _tasks_of(seat: Unit, years: set[int]) -> dict[int, Task]:
    plans = Plan.objects.filter(unit=seat, status=PlanStatus.ADOPTED, year__in=years)
    asked = Task.objects.filter(
        plan__in=plans, status=TaskStatus.ACCEPTED, kind=TaskKind.DUTY, due_on__isnull=False
    )
    asked = asked.filter(text__icontains="báo cáo").select_related("plan")
    return {task.plan.year: task for task in asked.order_by("due_on", "-start")}
