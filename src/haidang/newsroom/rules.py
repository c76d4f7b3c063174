"""Who may open the portal, and who works at the newsroom's desk."""

from haidang.orgs.enums import Role
from haidang.orgs.models import User


def may_open_portal(user: User | None) -> bool:
    # Nobody is the installation itself: the launcher, and the demonstration it loads.
    return user is None or user.has_role(Role.ADMINISTRATOR)


def may_use_desk(user: User) -> bool:
    return user.has_role(Role.EDITOR, Role.ADMINISTRATOR)
