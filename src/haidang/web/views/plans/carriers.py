"""The units that carry something of a plan, as far as a person sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from haidang.orgs.models import Unit, User
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Assignment, Plan, Task
from haidang.prepared import counted, number, prepared
from haidang.web.forms.matrix import MANY

ENOUGH = MANY + 1  # to know that they are many


@dataclass(frozen=True, slots=True)
class Carriers:
    """How many there are, and all of them where they are not too many to choose from."""

    total: int
    few: Sequence[Unit] | None


def carriers_of(plan: Plan, user: User) -> Carriers:
    """The units that carry something of a plan: one question where they are few, else two."""
    asked, is_whole = _asked(plan, user), sees_whole(plan, user)
    found = _first(*asked, is_whole=is_whole)
    if len(found) <= MANY:
        return Carriers(len(found), found)
    return Carriers(number(_number(*asked, is_whole=is_whole)), None)


def columns_for(plan: Plan, user: User) -> QuerySet[Unit]:
    """The same to be narrowed; a unit of the authority below sees itself alone."""
    return _carrying(*_asked(plan, user), is_whole=sees_whole(plan, user))


def sees_whole(plan: Plan, user: User) -> bool:
    """Whether a person sees all units of a plan."""
    return user.sees_everything() or plan.unit.is_under(user.seat)


def _asked(plan: Plan, user: User) -> tuple[int, list[int], int, str]:
    path = user.seat.path if user.unit_id else ""
    return plan.pk, _amending(plan.pk), user.unit_id or 0, path


@prepared
def _first(
    plan: int, amending: list[int], unit: int, path: str, *, is_whole: bool
) -> QuerySet[Unit]:
    return _carrying(plan, amending, unit, path, is_whole=is_whole)[:ENOUGH]


@prepared
def _number(
    plan: int, amending: list[int], unit: int, path: str, *, is_whole: bool
) -> QuerySet[Any, int]:
    return counted(_carrying(plan, amending, unit, path, is_whole=is_whole))


def _carrying(
    plan: int, amending: list[int], unit: int, path: str, *, is_whole: bool
) -> QuerySet[Unit]:
    given = Assignment.objects.filter(
        Q(task__plan=plan) | Q(task__in=amending), unit=OuterRef("pk")
    )
    carrying = Unit.objects.filter(Exists(given))
    if not is_whole:
        carrying = carrying.filter(Q(pk=unit) | Q(path__startswith=path))
    return carrying.select_related("kind").order_by("kind__rank", "pk")


@prepared
def _amending(plan: int) -> QuerySet[Task, int]:
    # The tasks by which some items of a plan were amended: few, where any.
    parts = {"plan__amends": plan, "plan__status": PlanStatus.ADOPTED}
    found = Task.objects.filter(**parts, plan__amendment__is_partial=True).order_by()
    return found.values_list("pk", flat=True)
