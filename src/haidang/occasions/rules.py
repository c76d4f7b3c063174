"""Who keeps an authority's calendar, and who opens an address of it."""

from haidang.occasions.models import Feed, Occasion
from haidang.orgs.enums import Role
from haidang.orgs.models import User

_KEEPERS = (Role.DRAFTER, Role.LEADER, Role.EDITOR, Role.ADMINISTRATOR)


def may_keep(user: User) -> bool:
    """Who works at the authority's calendar; a commune's one officer keeps the commune's own."""
    if user.unit is None or user.has_role(Role.AUDITOR):
        return False
    own = user.unit.acts_for_id is None and user.has_role(Role.REPORTER)
    return own or user.has_role(*_KEEPERS)


def may_change(user: User, occasion: Occasion) -> bool:
    if occasion.owner is None:
        return user.has_role(Role.ADMINISTRATOR) and user.is_of_highest_authority()
    return may_keep(user) and occasion.owner.seat == user.seat


def may_open(user: User) -> bool:
    return user.unit_id is not None and not user.has_role(Role.AUDITOR)


def may_open_for_unit(user: User) -> bool:
    return may_open(user) and user.has_role(*_KEEPERS, Role.REPORTER, Role.CLERK)


def may_revoke(user: User, feed: Feed) -> bool:
    if feed.person_id is not None:
        return feed.person_id == user.pk
    return may_open_for_unit(user) and feed.unit_id == user.unit_id
