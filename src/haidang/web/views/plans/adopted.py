"""The plans in force that a person may see, and which of them is looked at first."""

from collections.abc import Sequence

from django.db.models import QuerySet

from haidang import clock
from haidang.orgs.models import User
from haidang.orgs.somebody import eyes, somebody
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Plan
from haidang.plans.queries.amendments import partial_among
from haidang.prepared import prepared

UNREAD = ("warnings", "revision__text", "revision__source")  # long, and shown elsewhere


def plan_chosen(user: User, asked: str) -> tuple[Plan | None, list[Plan]]:
    """The plan that was asked for, else the nearest of this year; and all that may be chosen."""
    adopted = adopted_plans(user)
    return _chosen(_nearest_first(adopted, user), asked), adopted


def adopted_plans(user: User) -> list[Plan]:
    """The plans in force that a person may see."""
    if user.unit_id is None:
        return list(_short(Plan.objects.visible_to(user)))
    return _adopted(*eyes(user), everything=user.sees_everything())


@prepared
def _adopted(unit: int, seat: int, path: str, *, everything: bool) -> QuerySet[Plan]:
    return _short(Plan.objects.visible_to(somebody(unit, seat, path, everything=everything)))


def _short(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    beside = plans.filter(status=PlanStatus.ADOPTED)
    return beside.select_related("unit", "revision__edition__document").defer(*UNREAD)


def _chosen(adopted: Sequence[Plan], asked: str) -> Plan | None:
    # One that only changes some items of another is shown to whoever asks for it.
    found = {str(plan.pk): plan for plan in adopted}
    year, partial = clock.today().year, partial_among(adopted)
    ordered = sorted(found.values(), key=lambda plan: (plan.pk in partial, plan.year != year))
    return found.get(asked) or next(iter(ordered), None)


def _nearest_first(adopted: list[Plan], user: User) -> list[Plan]:
    """The plans of the person's own authority, then of those above, then of those below it."""
    if user.unit_id is None:
        return adopted
    seat = user.seat
    return sorted(
        adopted,
        key=lambda plan: (plan.unit_id != seat.pk, not seat.path.startswith(plan.unit.path)),
    )
