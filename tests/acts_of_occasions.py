"""Every command of the calendar with what it is asked, for whoever must be refused by all."""

import datetime as dt

from haidang.occasions import commands, queries
from haidang.occasions.enums import Step
from haidang.occasions.models import Confirmation
from haidang.plans.enums import TaskKind
from tests.makers.occasions import load, occasion
from tests.makers.plans import PLAN, make_adopted

DAY = dt.date(2024, 11, 15)


def of_occasions(authority):
    """What each command is asked."""
    load()
    ok_om_bok = occasion("ok-om-bok")
    feed, _ = commands.open_feed(by=authority.drafter)
    plan = make_adopted(authority, text=PLAN.replace("7/KH", "8/KH"))
    said = Confirmation(occasion=ok_om_bok, authority=authority.district, year=2024, on=DAY)
    asked = {"occasion": ok_om_bok}
    return {
        "load_occasions": {},
        "add_occasion": {"name": "x", "month": 3, "day": 3},
        "change_occasion": asked | {"name": "x"},
        "retire_occasion": asked,
        "confirm_day": asked | {"year": 2024, "on": DAY},
        "hide_occasion": asked,
        "show_occasion": asked,
        "set_lead": asked | {"days": 7},
        "set_threshold": {"step": Step.TEN},
        "open_feed": {},
        "revoke_feed": {"feed": feed},
        "move_with_occasion": {"said": said},
        "start_from_occasion": {
            "day": queries.day_of(authority.district, ok_om_bok, 2024),
            "direction": plan.tasks.filter(kind=TaskKind.DIRECTION).first(),
            "title": "x",
            "owners": [authority.office],
            "due_on": DAY,
        },
    }
