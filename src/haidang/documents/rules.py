"""Who may put a document into the system."""

from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User


def may_register(user: User, unit: Unit) -> bool:
    return user.has_role(Role.DRAFTER, Role.CLERK) and unit.is_under(user.seat)
