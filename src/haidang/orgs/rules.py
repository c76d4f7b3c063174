"""Who may set up units, people and periods."""

from haidang.orgs.enums import Role
from haidang.orgs.models import User


def may_set_up(user: User | None) -> bool:
    # Nobody is the installation itself: the launcher, and the demonstration it loads.
    return user is None or user.has_role(Role.ADMINISTRATOR)


def may_set_mail(user: User, person: User) -> bool:
    return user.pk == person.pk or may_set_up(user)
