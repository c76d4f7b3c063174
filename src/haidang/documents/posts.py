"""Who holds a post of a routing slip today: a role at a unit, or at the authority above it."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from haidang import clock
from haidang.documents.enums import StepStatus
from haidang.documents.models import Step
from haidang.orgs.enums import Role
from haidang.orgs.models import Appointment, Unit, User


def holders_of(role: str, unit: Unit) -> QuerySet[User]:
    """The people with a role at a unit today; of its authority where the unit has nobody."""
    there = _people(role, unit)
    return there if there.exists() else _people(role, unit.seat)


def is_turn(user: User, step: Step, holders: Iterable[User]) -> bool:
    """Whether a step waits for one of its holders: not for who had a hand in the slip before.

    One person takes several steps only where nobody else holds the post.
    """
    earlier = [one for one in step.slip.steps.all() if one.ordinal < step.ordinal]
    if any(one.status == StepStatus.WAITING for one in earlier):
        return False
    acted = {step.slip.opened_by_id, *(one.by_id for one in earlier)}
    held_by = {holder.pk for holder in holders}
    is_waiting = step.status == StepStatus.WAITING and user.pk in held_by
    return is_waiting and (user.pk not in acted or not held_by - acted)


def _people(role: str, unit: Unit) -> QuerySet[User]:
    today = clock.today()
    held = Appointment.objects.filter(valid_from__lte=today).exclude(valid_to__lt=today)
    auditors = held.filter(role=Role.AUDITOR).values("user")
    people = User.objects.filter(is_active=True, unit=unit)
    return people.filter(Q(pk__in=held.filter(role=role).values("user"))).exclude(pk__in=auditors)
