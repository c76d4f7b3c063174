"""Who may say how much is to be reached, by what a task is measured, and what a leader reads."""

from haidang.activities.models import Goal
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.plans.models import Plan

SETTERS = (Role.DRAFTER, Role.LEADER)


def may_expect(user: User, plan: Plan) -> bool:
    """Whether somebody may say by what the tasks of a plan are measured."""
    return _sets_for(user, plan.unit) and user.seat == plan.unit


def may_set_goals(user: User, unit: Unit) -> bool:
    """Whether somebody may say how much a unit is to reach."""
    # An authority says how much its own units, and those below it, are to reach.
    return _sets_for(user, unit)


def may_change_goal(user: User, goal: Goal) -> bool:
    """Whether a goal that stands may be said anew: not by who stands below whoever set it."""
    if goal.set_by.unit_id is None or user.seat == goal.set_by.seat:
        return True
    return not user.seat.is_under(goal.set_by.seat)


def may_choose_headlines(user: User, unit: Unit) -> bool:
    """Whether somebody may choose which numbers the leader of a unit reads."""
    return _sets_for(user, unit) and user.seat == unit


def _sets_for(user: User, unit: Unit) -> bool:
    if user.unit_id is None or not user.has_role(*SETTERS):
        return False
    return unit.is_under(user.seat)
