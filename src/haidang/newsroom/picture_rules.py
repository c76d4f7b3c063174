"""Who may add and change pictures of the library, and who sees one."""

from haidang.newsroom.models import Picture
from haidang.newsroom.rules import WRITERS
from haidang.orgs.models import Unit, User


def may_add_picture(user: User, unit: Unit) -> bool:
    return user.has_role(*WRITERS) and user.unit_id is not None and user.seat == unit.seat


def may_edit_picture(user: User, picture: Picture) -> bool:
    return may_add_picture(user, picture.unit)


def may_see_picture(user: User, picture: Picture) -> bool:
    # A picture that nobody published yet is its authority's own.
    is_own = user.unit_id is not None and user.seat == picture.unit.seat
    return is_own or user.sees_everything()
