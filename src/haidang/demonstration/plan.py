"""The founding plan: read in the day after it was issued, reviewed, and carried into work."""

import datetime as dt

from django.conf import settings

from haidang import clock
from haidang.demonstration.units import District
from haidang.orgs.models import User
from haidang.plans import commands
from haidang.plans.enums import TaskStatus
from haidang.plans.models import Plan

FOUNDING_PLAN = settings.ROOT / "samples" / "99-KH-UBND.txt"


def adopt(district: District, persons: dict[str, User]) -> Plan:
    """Read the plan in, accept all that it asks, and adopt it."""
    drafter = persons["chuyenvien"]
    with clock.as_if(clock.at(dt.date(2023, 10, 13), 8, 40)):
        plan = commands.read_in(
            content=FOUNDING_PLAN.read_bytes(),
            file_name=FOUNDING_PLAN.name,
            unit=district.authority,
            by=drafter,
        )
    with clock.as_if(clock.at(dt.date(2023, 10, 13), 9, 25)):
        for task in plan.tasks.filter(status=TaskStatus.PROPOSED):
            commands.accept_task(task=task, by=drafter)
    with clock.as_if(clock.at(dt.date(2023, 10, 16), 10, 0)):
        return commands.adopt_plan(plan=plan, by=drafter)
