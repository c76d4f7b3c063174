"""Who holds a post of a routing slip today: a role at a unit, or at the authority above it."""

from django.db.models import Q, QuerySet

from haidang import clock
from haidang.orgs.enums import Role
from haidang.orgs.models import Appointment, Unit, User


def holders_of(role: str, unit: Unit) -> QuerySet[User]:
    """The people with a role at a unit today; of its authority where the unit has nobody."""
    there = _people(role, unit)
    return there if there.exists() else _people(role, unit.seat)


def _people(role: str, unit: Unit) -> QuerySet[User]:
    today = clock.today()
    held = Appointment.objects.filter(valid_from__lte=today).exclude(valid_to__lt=today)
    auditors = held.filter(role=Role.AUDITOR).values("user")
    people = User.objects.filter(is_active=True, unit=unit)
    return people.filter(Q(pk__in=held.filter(role=role).values("user"))).exclude(pk__in=auditors)
