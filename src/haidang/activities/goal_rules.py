"""Who may say how much is to be reached, by what a task is measured, and what a leader reads."""

from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.plans.models import Plan

SETTERS = (Role.DRAFTER, Role.LEADER)


def may_expect(user: User, plan: Plan) -> bool:
    return _sets_for(user, plan.unit) and user.seat == plan.unit


def may_set_goals(user: User, unit: Unit) -> bool:
    # An authority says how much its own units, and those below it, are to reach.
    return _sets_for(user, unit)


def may_choose_headlines(user: User, unit: Unit) -> bool:
    return _sets_for(user, unit) and user.seat == unit


def _sets_for(user: User, unit: Unit) -> bool:
    if user.unit_id is None or not user.has_role(*SETTERS):
        return False
    return unit.is_under(user.seat)
