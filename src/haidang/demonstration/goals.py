"""What the communes were to reach in the year, and by what some tasks are measured (simulated)."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from haidang import clock
from haidang.activities.commands.goals import set_goal
from haidang.activities.commands.measuring import expect
from haidang.activities.models import Indicator, Kind
from haidang.demonstration.season import Step
from haidang.demonstration.units import District
from haidang.orgs.models import User
from haidang.plans.models import Plan, Task

# How much of each indicator every commune is to reach in the year.
GOALS = {"1.1": 110, "2.1": 10, "3.1": 8, "3.2": 250}
# The items of the plan that say what is counted; the others wait on "Chưa ai làm".
MEASURED = {
    "II.3": (("1.1", "1.2"), ("radio",)),
    "III.2.a": (("2.1",), ("article", "radio")),
    "III.3.a": (("2.1", "3.1"), ("article", "talk")),
    "III.4.b": (("3.1", "3.2", "4.1"), ("talk", "contest")),
}


def steps(district: District, persons: dict[str, User], plan: Plan) -> Iterator[Step]:
    """Yield the goals of the year and the measures of the plan, as the specialist sets them."""
    by = persons["chuyenvien"]
    tasks = {task.label: task for task in plan.tasks.all()}
    for minute, (label, (codes, kinds)) in enumerate(MEASURED.items()):
        moment = clock.at(dt.date(2024, 1, 8), 9, minute)
        yield moment, partial(_expect, tasks[label], codes, kinds, by)
    yield clock.at(dt.date(2024, 1, 9), 14, 0), partial(_set, district, by)


def _expect(task: Task, codes: tuple[str, ...], kinds: tuple[str, ...], by: User) -> None:
    indicators = Indicator.objects.filter(code__in=codes).prefetch_related("kinds")
    expect(task=task, indicators=indicators, kinds=Kind.objects.filter(pk__in=kinds), by=by)


def _set(district: District, by: User) -> None:
    indicators = {row.code: row for row in Indicator.objects.filter(code__in=GOALS)}
    for unit in district.communes.values():
        for code, amount in GOALS.items():
            set_goal(
                indicator=indicators[code], unit=unit, year=2024, quantity=Decimal(amount), by=by
            )
