"""Who may log what a unit did, correct it, take it back; and who edits the catalogue."""

from haidang.activities.models import Activity
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.orgs.rules import may_set_up

OWN_LOG = (Role.REPORTER, Role.EDITOR, Role.CONFIDENTIALITY_OFFICER)


def may_log(user: User, unit: Unit) -> bool:
    # An auditor reads all and writes nothing, whatever else he is.
    if user.unit_id is None or user.has_role(Role.AUDITOR):
        return False
    return (user.unit_id == unit.pk and user.has_role(*OWN_LOG)) or may_log_on_behalf(user, unit)


def may_log_on_behalf(user: User, unit: Unit) -> bool:
    is_drafter = user.has_role(Role.DRAFTER) and not user.has_role(Role.AUDITOR)
    return is_drafter and user.unit_id is not None and unit.is_under(user.seat)


def may_correct(user: User, activity: Activity) -> bool:
    """The host answers for what was logged; units that took part say so to the host."""
    return may_log(user, activity.unit)


def may_close_days(user: User) -> bool:
    """Whoever reviews reports; reporting asks, beyond this, whose report it is."""
    return user.has_role(Role.DRAFTER) and not user.has_role(Role.AUDITOR)


def may_edit_catalogue(user: User) -> bool:
    return may_set_up(user) and user.is_of_highest_authority()
