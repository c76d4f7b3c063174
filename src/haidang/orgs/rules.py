"""Who may set up units, people and periods."""

from haidang.orgs.enums import Role
from haidang.orgs.models import User


def may_set_up(user: User | None) -> bool:
    # Nobody is the installation itself: the launcher, and the demonstration it loads.
    return user is None or user.has_role(Role.ADMINISTRATOR)


def may_set_mail(user: User, person: User) -> bool:
    return user.pk == person.pk or (may_set_up(user) and _looks_after(user, person))


def may_mind_background(user: User) -> bool:
    """Background work is of the whole installation, so it is minded at its highest authority."""
    return may_set_up(user) and user.is_of_highest_authority()


def _looks_after(user: User, person: User) -> bool:
    if user.is_of_highest_authority():
        return True
    return person.unit is not None and person.unit.is_under(user.seat)
