"""Keeps two people at one week, or at one station, from writing over each other."""

from haidang.broadcast.models import Station, Week
from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.orgs.models import User
from haidang.plans.changes import Change, Fact
from haidang.plans.overtaking import Overtaken


def refuse_late(thing: Station | Week, seen: int | None, by: User) -> None:
    """Refuse with Overtaken who saw an earlier version than the one that stands."""
    if seen is not None and seen < thing.version:
        raise Overtaken(changes_of(thing)[: thing.version - seen], thing.version, by)


def changes_of(thing: Station | Week) -> list[Change]:
    """What was done to a week or a station, newest first."""
    acts = history_of(thing).select_related("by__unit")
    return [_change(entry) for entry in acts if "version" in entry.get_details()]


def _change(entry: Entry) -> Change:
    details = entry.get_details()
    facts = tuple(Fact(*row) for row in details.get("changes", []))
    version = details["version"]
    return Change(
        at=entry.at,
        by=entry.by,
        by_name=entry.by_name,
        event=entry.event,
        facts=facts,
        version=version,
    )
