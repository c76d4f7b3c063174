"""What is different between an item and what it becomes: its words, day, owners, place."""

from haidang.plans.enums import Amended
from haidang.plans.models import AmendedItem, Task
from haidang.plans.recognition import key_of
from haidang.text.compare import is_same

WORDS, DAY, OWNERS, HELPERS, PLACE = "lời", "hạn", "đơn vị", "phối hợp", "mục"
Facts = list[list[str]]


def facts_between(before: Task, after: Task) -> Facts:
    """What differs, each as (name, before, after); the place alone is no change of the item."""
    found = [
        [WORDS, "", ""] if not is_same(before.text, after.text) else None,
        _fact(DAY, _day(before), _day(after)),
        _fact(OWNERS, _owners(before), _owners(after)),
        _fact(HELPERS, _helpers(before), _helpers(after)),
        _fact(PLACE, before.label, after.label),
    ]
    return [fact for fact in found if fact]


def kind_of(item: AmendedItem) -> Amended:
    """What became of an item, as both sides stand now."""
    if item.before is None:
        return Amended.ADDED
    if item.after is None:
        return Amended(item.kind)  # gone, or kept where only some items are amended
    facts = facts_between(item.before, item.after)
    return Amended.CHANGED if {name for name, *_ in facts} - {PLACE} else Amended.SAME


def owners_of(task: Task) -> frozenset[str]:
    """Those who carry a task, as keys to compare by."""
    return frozenset(key_of(owner) for owner in task.owners)


def _fact(name: str, before: str, after: str) -> list[str] | None:
    return None if before == after else [name, before, after]


def _day(task: Task) -> str:
    return f"{task.due_on:%d/%m/%Y}" if task.due_on else task.recurrence


def _owners(task: Task) -> str:
    return "; ".join(sorted(map(str, task.owners)))


def _helpers(task: Task) -> str:
    return "; ".join(sorted(map(str, task.coordinators.all())))
