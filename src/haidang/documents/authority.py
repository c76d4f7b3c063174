"""How near the unit of a document is to a person: within the own authority, or around it."""

from django.db.models import Q

from haidang.orgs.models import User


def of_own(user: User, unit: str) -> Q:
    """What is of the authority that a person works for, or of an office that works for it.

    `unit` names the column that leads to the unit. Nothing for who has no unit.
    """
    if user.unit_id is None:
        return Q(pk__in=())
    return Q(**{unit: user.seat.pk}) | Q(**{f"{unit}__acts_for": user.seat.pk})


def around(user: User, unit: str) -> Q:
    """What is of the person's own authority, of units below it, or of the authorities above it."""
    if user.unit_id is None:
        return Q(pk__in=())
    above = [pk for pk in user.seat.path.split("/") if pk]
    below = Q(**{f"{unit}__path__startswith": user.seat.path})
    return of_own(user, unit) | below | Q(**{f"{unit}__in": above})
