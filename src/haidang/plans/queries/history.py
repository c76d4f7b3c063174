"""Who changed what of a task or a sentence, and when, told from the ledger."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.orgs.models import User
from haidang.plans.changes import Change, Fact
from haidang.plans.enums import TaskStatus
from haidang.plans.models import Detailed, Item, Task

# Acts on a plan that are acts on its tasks.
AT_ONCE = ("read_in", "accept_tasks", "adopt_plan", "adopt_amendment")


def history_of_task(task: Task) -> list[Change]:
    """All acts on a task, newest first: on it, on its sentences, on many tasks at once."""
    told = (_change(entry, task) for entry in _entries_of(task).select_related("by__unit"))
    return [change for change in told if change]


def history_of_item(item: Item) -> list[Change]:
    """All acts on a sentence, newest first."""
    entries = history_of(item).select_related("by__unit")
    return [_as_kept(entry, entry.get_details()) for entry in entries]


def changes_since(thing: Task | Item, version: int) -> list[Change]:
    """The acts on a task or sentence that came after a version that somebody saw, newest first."""
    told = history_of_task(thing) if isinstance(thing, Task) else history_of_item(thing)
    return [change for change in told if change.version is not None and change.version > version]


def _entries_of(task: Task) -> QuerySet[Entry]:
    under = task.plan.items.filter(start__lt=task.end, end__gt=task.start)
    items = [str(pk) for pk in under.order_by().values_list("pk", flat=True)]
    mine = (
        Q(target_type="plans.task", target_id=str(task.pk))
        | Q(target_type="plans.item", target_id__in=items)
        | Q(target_type="plans.plan", target_id=str(task.plan_id), event__in=AT_ONCE)
    )
    return Entry.objects.filter(mine).order_by("-seq")


def _change(entry: Entry, task: Task) -> Change | None:
    details = entry.get_details()
    if entry.target_type == "plans.task":
        return _as_kept(entry, details)
    touched: Mapping[str, Any] = details.get("touched", {})
    if str(task.pk) in touched:
        return _as_kept(entry, touched[str(task.pk)])
    if entry.event == "read_in" or (
        entry.event in {"adopt_plan", "adopt_amendment"} and task.status == TaskStatus.ACCEPTED
    ):
        return _as_kept(entry, {})
    # Before there were versions, an act on many tasks named them by their labels alone.
    if "touched" not in details and task.label in details.get("labels", ()):
        return _as_kept(entry, {})
    return None


def _as_kept(entry: Entry, kept: Mapping[str, Any]) -> Change:
    facts = tuple(Fact(*row) for row in kept.get("changes", ()))
    person = entry.by
    assert person is None or isinstance(person, User)
    return Change(entry.at, person, entry.by_name, entry.event, facts, kept.get("version"))


def history_of_answer(detailed: Detailed, task: Task) -> list[Change]:
    """All that a unit said of one item of the plan above, newest first."""
    told = []
    for entry in history_of(detailed).select_related("by__unit"):
        touched: Mapping[str, Any] = entry.get_details().get("touched", {})
        if str(task.pk) in touched:
            told.append(_as_kept(entry, touched[str(task.pk)]))
    return told
