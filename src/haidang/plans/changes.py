"""What of a task people can change, in words, and how it differs after they did.

The words go into the ledger with each act; from there the history of a task is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from haidang.orgs.models import User
from haidang.plans.models import Item, Task

CHANGEABLE = (
    "title",
    "kind",
    "unit",
    "group",
    "certainty",
    "due_on",
    "due_year_from",
    "due_confirmed_at",
    "due_confirmed_by",
    "status",
    "refusal_reason",
    "version",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was changed: its name, and what stood there before and after ("" if nothing).

    >>> str(Fact("hạn", "29/11/2024", "30/11/2024"))
    'hạn: 29/11/2024 → 30/11/2024'
    """

    name: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.name}: {self.before or 'chưa có'} → {self.after or 'bỏ trống'}"


@dataclass(frozen=True, slots=True)
class Change:
    """One act on a task or a sentence: when, by whom, its name in the ledger, what it changed."""

    at: datetime
    by: User | None
    by_name: str
    event: str
    facts: tuple[Fact, ...] = ()
    version: int | None = None


def standing(thing: Task | Item) -> dict[str, str]:
    """What a person may change of a task, or of a sentence, as it stands now."""
    if isinstance(thing, Item):
        return {"loại câu": thing.get_bucket_display()}
    return {
        "tên việc": thing.title,
        "loại": thing.get_kind_display(),
        "đơn vị": "; ".join(map(str, thing.owners)),
        "phối hợp": "; ".join(sorted(map(str, thing.coordinators.all()))),
        "hạn": _until(thing),
        "trạng thái": thing.get_status_display(),
        "lý do bỏ": thing.refusal_reason,
    }


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> list[list[str]]:
    """The facts that differ, as the ledger keeps them: name, before, after."""
    return [[name, before[name], words] for name, words in after.items() if words != before[name]]


def kept(thing: Task | Item, before: Mapping[str, str]) -> dict[str, Any]:
    """Save what was changed as the next version, and return what the ledger is to keep of it."""
    thing.version += 1
    thing.save(update_fields=CHANGEABLE if isinstance(thing, Task) else ["bucket", "version"])
    return {"version": thing.version, "changes": differences(before, standing(thing))}


def together(changes: Sequence[Change]) -> list[Fact]:
    """Several changes, newest first, as one: each fact from its first words to its last."""
    found: dict[str, Fact] = {}
    for fact in (fact for change in reversed(changes) for fact in change.facts):
        first = found.get(fact.name, fact)
        found[fact.name] = Fact(fact.name, first.before, fact.after)
    return [fact for fact in found.values() if fact.before != fact.after]


def _until(task: Task) -> str:
    if not task.due_on:
        return ""
    return f"{task.due_on:%d/%m/%Y}" + ("" if task.due_confirmed_at else ", chờ xác nhận")
