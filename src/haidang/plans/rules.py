"""Who may read a plan in, review it, adopt it, and give a direction to a unit."""

from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Plan


def _works_for(user: User, unit: Unit) -> bool:
    return user.is_authenticated and user.unit_id is not None and user.seat == unit


def may_read_in(user: User, unit: Unit) -> bool:
    return _works_for(user, unit) and user.has_role(Role.DRAFTER)


def may_review(user: User, plan: Plan) -> bool:
    return may_read_in(user, plan.unit)


def may_adopt(user: User, plan: Plan) -> bool:
    return _works_for(user, plan.unit) and user.has_role(Role.DRAFTER, Role.LEADER)


def may_assign(user: User, plan: Plan) -> bool:
    # A direction names nobody: who carries it is for the leader to say (promise N6).
    return (
        plan.status == PlanStatus.ADOPTED
        and _works_for(user, plan.unit)
        and user.has_role(Role.LEADER)
    )


def may_set_habits(user: User) -> bool:
    return user.has_role(Role.ADMINISTRATOR)


def may_detail(user: User, unit: Unit) -> bool:
    # In a small unit its officer or its head answers; an authority has those who draft for it.
    if not user.is_authenticated or user.unit_id is None:
        return False
    is_own = user.unit_id == unit.pk and user.has_role(Role.REPORTER, Role.LEADER)
    return is_own or (user.seat.pk == unit.seat.pk and user.has_role(Role.DRAFTER))


def may_see_coverage(user: User, plan: Plan) -> bool:
    # What every unit said is for the authority whose plan it is, and for those above it.
    if not user.is_authenticated or plan.adopted_at is None:
        return False
    is_above = user.unit_id is not None and plan.unit.is_under(user.seat)
    return is_above or user.sees_everything()


def may_detail_plan(user: User, plan: Plan) -> bool:
    # A plan of the own authority, or of one below, is not answered but carried out.
    if not user.is_authenticated or user.unit is None or plan.status != PlanStatus.ADOPTED:
        return False
    is_above = not plan.unit.is_under(user.seat)
    return is_above and any(may_detail(user, unit) for unit in (user.unit, user.seat))
