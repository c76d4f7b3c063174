"""What a task takes along from the one that it goes on from, when an amendment is put into force.

Rooms above keep things about tasks that this room does not know: the settings name what carries
those on, as they name middleware.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from haidang.orgs.models import User
from haidang.plans.changes import differences, kept, standing
from haidang.plans.enums import TaskStatus
from haidang.plans.models import AmendedItem, Task

Pairs = Sequence[tuple[Task, Task]]
Carrier = Callable[[Pairs, User], None]


def take_unchanged(items: Sequence[AmendedItem]) -> dict[int, dict[str, Any]]:
    """Accept what goes on unchanged, its day confirmed by whoever confirmed it then.

    Returns what became of each, by its key, as the ledger keeps it.
    """
    touched = {}
    for before, after in pairs_of(items):
        stood = standing(after)
        after.status = TaskStatus.ACCEPTED
        if after.due_on and not after.due_confirmed_at:
            after.due_confirmed_at = before.due_confirmed_at
            after.due_confirmed_by_id = before.due_confirmed_by_id
        if differences(stood, standing(after)):
            touched[after.pk] = kept(after, stood)
    return touched


def hand_on(items: Sequence[AmendedItem], by: User) -> None:
    """Let what other rooms keep about a task follow to the one that goes on from it."""
    pairs = pairs_of(items)
    for carry in _carriers(tuple(settings.TASKS_GO_ON_WITH)):
        carry(pairs, by)


def pairs_of(items: Sequence[AmendedItem]) -> list[tuple[Task, Task]]:
    """Each task that goes on, beside the one that it goes on in."""
    return [(item.before, item.after) for item in items if item.before and item.after]


@cache
def _carriers(names: tuple[str, ...]) -> tuple[Carrier, ...]:
    return tuple(import_string(name) for name in names)
