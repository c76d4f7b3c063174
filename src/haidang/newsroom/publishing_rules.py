"""Who may put a cleared story before the public, correct it, take it away, and keep its copies."""

from haidang.newsroom.models import Story
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User


def may_publish(user: User, story: Story) -> bool:
    """An editor of the authority whose story it is; the clearances are the gate's matter."""
    return _works_for(user, story.unit) and user.has_role(Role.EDITOR)


def may_withdraw(user: User, story: Story) -> bool:
    """The same, and a leader of that authority or of one above: taking away needs no clearance."""
    return may_publish(user, story) or _leads(user, story.unit)


def may_share(user: User, story: Story) -> bool:
    """Whoever may publish it says where it was posted, and what became of its copies."""
    return may_publish(user, story)


def may_order_emergency(user: User, story: Story) -> bool:
    """A leader of the authority whose story it is, or of one above it."""
    return _leads(user, story.unit)


def may_keep_accounts(user: User, unit: Unit) -> bool:
    """The administrator of a unit, of what it stands under, keeps the list of its accounts."""
    if user.unit_id is None or not user.has_role(Role.ADMINISTRATOR):
        return False
    return unit.is_under(user.seat)


def _leads(user: User, unit: Unit) -> bool:
    if user.unit_id is None or not user.has_role(Role.LEADER):
        return False
    return unit.is_under(user.seat)


def _works_for(user: User, unit: Unit) -> bool:
    return user.unit_id is not None and user.seat == unit.seat
