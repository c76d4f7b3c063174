"""Who may add and change pictures of the library."""

from haidang.newsroom.models import Picture
from haidang.newsroom.rules import WRITERS
from haidang.orgs.models import Unit, User


def may_add_picture(user: User, unit: Unit) -> bool:
    """Whoever writes for the authority whose library it is."""
    return user.has_role(*WRITERS) and user.unit_id is not None and user.seat == unit.seat


def may_edit_picture(user: User, picture: Picture) -> bool:
    """The same people; whoever added it is no more than they are."""
    return may_add_picture(user, picture.unit)
