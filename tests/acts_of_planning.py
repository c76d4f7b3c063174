"""Every command of the editorial calendar with what it is asked, for whoever must be refused."""

import datetime as dt

from haidang.newsroom.commands import planning
from tests.makers.planning import facts

DAY = dt.date(2024, 11, 26)


def of_planning(authority):
    """What each command is asked."""
    unit = authority.district
    planned = planning.plan_story(unit=unit, facts=facts(), by=authority.drafter)
    asked = {"planned": planned}
    return {
        "plan_story": {"unit": unit, "facts": facts()},
        "change_plan": asked | {"facts": facts()},
        "move_plan": asked | {"on": DAY},
        "assign_writer": asked | {"writer": None},
        "drop_plan": asked,
        "start_from_plan": asked,
    }
