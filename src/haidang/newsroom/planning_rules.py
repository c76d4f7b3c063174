"""Who plans what is to be written, and who writes it."""

from haidang.newsroom.models import PlannedStory
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

PLANNERS = (Role.EDITOR, Role.DRAFTER, Role.LEADER, Role.REPORTER)


def may_plan(user: User, unit: Unit) -> bool:
    """People of the authority that a unit works for or belongs to; an auditor only looks on."""
    return may_plan_somewhere(user) and unit.is_under(user.seat)


def may_plan_somewhere(user: User) -> bool:
    """Whoever has a hand in words of some unit."""
    return user.unit is not None and user.has_role(*PLANNERS)


def may_start(user: User, planned: PlannedStory) -> bool:
    """Whoever was named as the writer begins; so does the newsroom itself."""
    is_named = planned.writer_id == user.pk and not user.has_role(Role.AUDITOR)
    return is_named or may_plan(user, planned.unit)
