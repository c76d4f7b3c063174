"""What was changed of an entry while somebody looked at it, told by the ledger."""

from collections.abc import Mapping

from haidang.activities.models import Activity, Measure
from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.orgs.models import User
from haidang.plans.changes import Change, Fact
from haidang.plans.overtaking import Overtaken

CHANGING = ("correct_activity", "amend_activity", "withdraw_activity", "decline_part")


def refuse_late(activity: Activity, seen: int | None, by: User) -> None:
    """Refuse with Overtaken who saw an earlier version than the one that stands."""
    if seen is None or seen >= activity.version:
        return
    acts = history_of(activity).filter(event__in=CHANGING).select_related("by__unit")
    names = NAMES | {measure.code: _small(measure.name) for measure in Measure.objects.all()}
    changes = [_change(entry, names) for entry in acts[: activity.version - seen]]
    raise Overtaken(changes, activity.version, by)


def _change(entry: Entry, names: Mapping[str, str]) -> Change:
    changed = entry.get_details().get("changes", {})
    facts = tuple(
        Fact(names.get(name, name), str(before), str(after))
        for name, (before, after) in changed.items()
    )
    return Change(at=entry.at, by=entry.by, by_name=entry.by_name, event=entry.event, facts=facts)


def _small(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"


NAMES = {
    "kind": "loại",
    "title": "nội dung",
    "on": "ngày",
    "language": "ngôn ngữ",
    "task": "nhiệm vụ",
    "link": "đường dẫn",
    "together": "cùng làm với",
}
