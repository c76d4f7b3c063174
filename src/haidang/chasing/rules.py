"""Who may see what units lack, remind them, and take a reminder back."""

from haidang.chasing.models import Notice, Reminder
from haidang.documents import rules as documents
from haidang.orgs.enums import Role
from haidang.orgs.models import User


def may_see(user: User) -> bool:
    asks = user.has_role(Role.DRAFTER, Role.LEADER, Role.CLERK, Role.ADMINISTRATOR, Role.AUDITOR)
    return asks and user.unit_id is not None


def may_remind(user: User) -> bool:
    # In the name of the authority: who gathers its reports, and who leads it.
    return user.unit_id is not None and user.has_role(Role.DRAFTER, Role.LEADER)


def may_write_letter(user: User) -> bool:
    return may_remind(user) and documents.may_register(user, user.seat)


def may_take_back(user: User, reminder: Reminder) -> bool:
    return may_remind(user) and reminder.by_id == user.pk


def may_read(user: User, notice: Notice) -> bool:
    if user.has_role(Role.AUDITOR):
        return False
    return notice.user_id == user.pk or (
        notice.unit_id is not None and notice.unit_id == user.unit_id
    )
