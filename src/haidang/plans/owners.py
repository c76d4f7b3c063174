"""Giving a task to units and groups, and who may not be given one."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from haidang.errors import Incomplete, Issue
from haidang.orgs.models import Unit
from haidang.plans.enums import Part
from haidang.plans.models import Assignment, FurtherOwner, Owner, Plan, Task

Members = Callable[[Owner], Sequence[Unit]]


def members_on(day: dt.date) -> Members:
    """How an owner counts out into units on a day; each group is asked for once."""

    @cache
    def members(owner: Owner) -> Sequence[Unit]:
        return [owner] if isinstance(owner, Unit) else list(owner.members(day))

    return members


def chosen(
    owners: Sequence[Owner] | None, only: Owner | None, *, nobody: bool = False
) -> Sequence[Owner] | None:
    """Those that a person names: a list, only one, nobody; None where nothing is said of it."""
    if owners is None and (only or nobody):
        return [only] if only else []
    return owners


def set_owners(task: Task, owners: Iterable[Owner]) -> None:
    """Give a task to units and groups, in their order; the first one is not saved here."""
    named = list(dict.fromkeys(owners))
    task.take_first(named)
    task.further.all().delete()
    FurtherOwner.objects.bulk_create(FurtherOwner.rows_for(task, named))


def assignments_for(task: Task, members: Members) -> list[Assignment]:
    """What a task becomes when it is given out, one row for each unit; not saved yet."""
    part = Part.LEAD if task.lead_phrase else Part.DOES
    carrying = [unit for owner in task.owners for unit in members(owner)]
    parts = dict.fromkeys(task.coordinators.all(), Part.COORDINATE) | dict.fromkeys(carrying, part)
    return [Assignment(task=task, unit=unit, part=part) for unit, part in parts.items()]


def refuse_strangers(plan: Plan, named: Iterable[Owner]) -> None:
    """Refuse with Incomplete units and groups that do not stand under the plan's authority."""
    if not all(_is_of(plan, thing) for thing in named):
        words = f"{plan.unit} chỉ giao việc cho đơn vị của mình và đơn vị trực thuộc."
        raise Incomplete([Issue("stranger", words, "owner")])


def _is_of(plan: Plan, thing: Owner) -> bool:
    return thing.is_under(plan.unit) if isinstance(thing, Unit) else thing.parent_id == plan.unit_id
