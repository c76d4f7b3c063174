"""Who may put a document into the system, number it, pass it on, issue it, and receive."""

from haidang.documents.enums import EditionStatus, SlipStatus
from haidang.documents.models import Arrival, Edition, Slip, Step
from haidang.documents.posts import holders_of, is_turn
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User


def may_register(user: User, unit: Unit) -> bool:
    # Nobody writes in another authority's documents, also not in those of a lower one. In a small
    # unit whoever reports for it also drafts what it issues.
    drafts = user.has_role(Role.DRAFTER, Role.CLERK) and _works_for(user, unit)
    return drafts or (user.has_role(Role.REPORTER) and user.unit_id == unit.pk)


def may_number(user: User, unit: Unit) -> bool:
    # The clerk keeps the registers of the authority and of the offices that work for it.
    return user.has_role(Role.CLERK) and _works_for(user, unit)


def may_receive(user: User, unit: Unit) -> bool:
    return may_number(user, unit)


def may_see(user: User, arrival: Arrival) -> bool:
    return Arrival.objects.visible_to(user).filter(pk=arrival.pk).exists()


def may_hand_over(user: User, arrival: Arrival) -> bool:
    # The leader of the authority says to whom, and the head of the office that holds it now, to
    # pass it on or give it back; the clerk does what they say.
    if user.unit_id is None or arrival.unit_id != user.seat.pk:
        return False
    leads = user.has_role(Role.LEADER) and user.unit_id in {arrival.unit_id, arrival.handed_to_id}
    return leads or user.has_role(Role.CLERK)


def may_set_up(user: User, unit: Unit) -> bool:
    return user.has_role(Role.ADMINISTRATOR) and _works_for(user, unit)


def may_submit(user: User, edition: Edition) -> bool:
    return edition.status == EditionStatus.DRAFT and may_register(user, edition.document.unit)


def may_attach_signed_copy(user: User, edition: Edition) -> bool:
    return may_register(user, edition.document.unit)


def may_trust(user: User) -> bool:
    # The chain of a signature is the same for every authority of an installation.
    return user.has_role(Role.ADMINISTRATOR) and user.is_of_highest_authority()


def may_recall(user: User, slip: Slip) -> bool:
    edition = slip.revision.edition
    if edition.status != EditionStatus.DRAFT or not slip.can_become(SlipStatus.RECALLED):
        return False
    unit, opener = edition.document.unit, slip.opened_by
    # Where whoever submitted it has left, the draft would be stuck: another takes it back.
    has_left = not opener.is_active or not may_register(opener, unit)
    return may_register(user, unit) and (opener.pk == user.pk or has_left)


def may_issue(user: User, edition: Edition) -> bool:
    return edition.status == EditionStatus.DRAFT and may_number(user, edition.document.unit)


def may_answer(user: User, step: Step) -> bool:
    """Whether it is this person's turn: the post is theirs, and nobody fresher holds it."""
    if step.slip.status != SlipStatus.OPEN or not user.has_role(Role(step.role)):
        return False
    return is_turn(user, step, holders_of(step.role, step.unit))


def may_keep_templates(user: User, unit: Unit) -> bool:
    return user.has_role(Role.ADMINISTRATOR, Role.CLERK) and _works_for(user, unit)


def _works_for(user: User, unit: Unit) -> bool:
    return user.unit_id is not None and unit.seat.pk == user.seat.pk
