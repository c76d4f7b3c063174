"""Whether the hours of a station get into each other's way, over midnight and over weeks too."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from haidang.broadcast.models import Slot
from haidang.broadcast.sittings import Sitting, comes_round

DAY = dt.timedelta(days=1)
ROUND = 9  # days: a week, and the nights before and after it


@dataclass(frozen=True, slots=True)
class Taken:
    """A stretch of time that is spoken for, and by what."""

    name: str
    starts_at: dt.datetime
    until: dt.datetime

    def meets(self, other: "Taken") -> bool:
        """Whether both would be on the air at one moment."""
        return self.starts_at < other.until and other.starts_at < self.until


def taken_by(sitting: Sitting) -> Taken:
    """The time of a sitting, with what goes beyond its hours."""
    return Taken(sitting.slot.name, sitting.starts_at, sitting.until)


def first_overlap(one: Slot, other: Slot) -> dt.date | None:
    """The first day on which two slots are on the air at one moment; None where there is none.

    Both come round by weeks, so that a week from the day on which both hold says it for all.
    """
    first = max(one.valid_from, other.valid_from) - DAY
    for ahead in range(ROUND):
        day = first + ahead * DAY
        if comes_round(one, day) and any(_meet(one, day, other, near) for near in _nights(day)):
            return day
    return None


def taken_in(content: Mapping[str, Any]) -> Iterator[tuple[int, Taken]]:
    """The stretches of a released week, with the number of the slot that each belongs to."""
    slots = {slot["id"]: slot for slot in content["slots"]}
    ends: dict[tuple[int, str], list[dt.datetime]] = {}
    for part in content["parts"]:
        starts = dt.datetime.fromisoformat(part["starts_at"])
        over = starts + dt.timedelta(seconds=part["seconds"])
        ends.setdefault((part["slot"], part["on"]), []).extend([starts, over])
    for (pk, _), moments in ends.items():
        yield pk, Taken(slots[pk]["name"] if pk in slots else "", min(moments), max(moments))


def released_overlap(slot: Slot, contents: Iterable[Mapping[str, Any]]) -> tuple[Taken, str] | None:
    """What a slot would get into the way of in released weeks, and the number of that release."""
    for content in contents:
        monday = dt.date.fromisoformat(content["monday"])
        days = [monday + (ahead - 1) * DAY for ahead in range(ROUND)]
        mine = [taken_by(Sitting(slot, day)) for day in days if comes_round(slot, day)]
        for pk, theirs in taken_in(content):
            if pk != slot.pk and any(one.meets(theirs) for one in mine):
                return theirs, f"{monday:%d/%m/%Y}, bản {content['number']}"
    return None


def _nights(day: dt.date) -> tuple[dt.date, dt.date, dt.date]:
    return day, day + DAY, day - DAY


def _meet(one: Slot, on: dt.date, other: Slot, near: dt.date) -> bool:
    if not comes_round(other, near):
        return False
    return taken_by(Sitting(one, on)).meets(taken_by(Sitting(other, near)))
