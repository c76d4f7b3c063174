"""A demonstration authority, told through the real commands: the founding plan and its year.

Units and the plan are real; everything that was done is simulated and marked as such. Nothing here
writes a row except through the commands that people use, each as if at the moment it happened.
"""

import datetime as dt

from haidang import clock
from haidang.activities.commands import load_catalogue
from haidang.demonstration import (
    broadcast,
    calendar,
    cascade,
    chasing,
    documents,
    goals,
    log,
    newsroom,
    people,
    plan,
    province,
    regimes,
    reports,
    together,
    units,
)
from haidang.demonstration.people import Account
from haidang.newsroom.commands.portals import open_portal
from haidang.occasions.commands import load_occasions

__all__ = ["load_demonstration"]


def load_demonstration() -> list[Account]:
    """Fill an empty database; return the accounts, with passwords made for this installation."""
    with clock.as_if(clock.at(dt.date(2023, 10, 2), 8, 0)):
        district = units.set_up()
        accounts, persons = people.appoint_all(district)
        load_catalogue(by=None)
        load_occasions(by=None)
        open_portal(unit=district.authority, by=None)
    decision = documents.receive_decision(district, persons)
    adopted = plan.adopt(district, persons)
    year = [
        *calendar.steps(district, persons),
        *documents.steps(district, persons, adopted, decision),
        *cascade.steps(persons, adopted),
        *goals.steps(district, persons, adopted),
        *log.steps(persons, adopted),
        *together.steps(persons),
        *regimes.steps(district, persons),
        *reports.steps(district, persons, adopted),
        *province.steps(district, persons),
        *chasing.steps(district, persons),
        *newsroom.steps(district, persons, adopted),
        *broadcast.steps(district, persons),
    ]
    for moment, act in sorted(year, key=lambda step: step[0]):
        with clock.as_if(moment):
            act()
    return accounts
