"""Who may put a document into the system, number it, pass it on, issue it, and receive."""

from haidang.documents.enums import EditionStatus, SlipStatus
from haidang.documents.models import Arrival, Edition, Slip, Step
from haidang.documents.posts import holders_of, is_turn
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User


def may_register(user: User, unit: Unit) -> bool:
    return user.has_role(Role.DRAFTER, Role.CLERK) and unit.is_under(user.seat)


def may_number(user: User, unit: Unit) -> bool:
    # The clerk keeps the registers of the authority and of the offices that work for it.
    return user.has_role(Role.CLERK) and unit.seat.pk == user.seat.pk


def may_receive(user: User, unit: Unit) -> bool:
    return may_number(user, unit)


def may_see(user: User, arrival: Arrival) -> bool:
    return Arrival.objects.visible_to(user).filter(pk=arrival.pk).exists()


def may_hand_over(user: User, arrival: Arrival) -> bool:
    # The leader says to whom; the clerk passes it on.
    is_there = arrival.unit_id == user.seat.pk
    return is_there and user.has_role(Role.CLERK, Role.LEADER)


def may_set_up(user: User, unit: Unit) -> bool:
    return user.has_role(Role.ADMINISTRATOR) and unit.seat.pk == user.seat.pk


def may_submit(user: User, edition: Edition) -> bool:
    return edition.status == EditionStatus.DRAFT and may_register(user, edition.document.unit)


def may_attach_signed_copy(user: User, edition: Edition) -> bool:
    return may_register(user, edition.document.unit)


def may_trust(user: User) -> bool:
    # The chain of a signature is the same for every authority of an installation.
    return user.has_role(Role.ADMINISTRATOR)


def may_recall(user: User, slip: Slip) -> bool:
    is_draft = slip.revision.edition.status == EditionStatus.DRAFT
    return is_draft and slip.opened_by_id == user.pk and slip.can_become(SlipStatus.RECALLED)


def may_issue(user: User, edition: Edition) -> bool:
    return edition.status == EditionStatus.DRAFT and may_number(user, edition.document.unit)


def may_answer(user: User, step: Step) -> bool:
    """Whether it is this person's turn: the post is theirs, and nobody fresher holds it."""
    if step.slip.status != SlipStatus.OPEN or not user.has_role(Role(step.role)):
        return False
    return is_turn(user, step, holders_of(step.role, step.unit))


def may_keep_templates(user: User, unit: Unit) -> bool:
    return user.has_role(Role.ADMINISTRATOR, Role.CLERK) and unit.seat.pk == user.seat.pk
