"""The sittings of a week: each time a slot comes round, with the parts that follow each other."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from haidang import clock
from haidang.broadcast.models import Part, Slot


@dataclass(frozen=True, slots=True)
class Sitting:
    """One slot on one day, from its hour on; what is in it is heard one after the other."""

    slot: Slot
    on: dt.date
    parts: tuple[Part, ...] = ()
    is_outside: bool = field(default=False, kw_only=True)  # the slot does not come round that day

    @property
    def starts_at(self) -> dt.datetime:
        """When it begins, by the clock on the wall."""
        return clock.at(self.on, self.slot.starts_at.hour, self.slot.starts_at.minute)

    @property
    def seconds(self) -> int:
        """How long its hours are."""
        return self.slot.minutes * 60

    @property
    def ends_at(self) -> dt.datetime:
        """When its hours end; after midnight, perhaps."""
        return self.starts_at + dt.timedelta(seconds=self.seconds)

    @property
    def used(self) -> int:
        """How many seconds its parts take."""
        return sum(part.seconds for part in self.parts)

    @property
    def free(self) -> int:
        """How many seconds nothing is planned for."""
        return max(0, self.seconds - self.used)

    @property
    def over(self) -> int:
        """By how many seconds its parts go beyond its hours."""
        return max(0, self.used - self.seconds)

    @property
    def until(self) -> dt.datetime:
        """When it is over: with its hours, or with its last part where that goes beyond them."""
        return self.starts_at + dt.timedelta(seconds=max(self.seconds, self.used))

    def timed(self) -> Iterable[tuple[dt.datetime, Part]]:
        """Each part with its moment: the start of the slot and the seconds of those before it."""
        at = self.starts_at
        for part in self.parts:
            yield at, part
            at += dt.timedelta(seconds=part.seconds)


def comes_round(slot: Slot, on: dt.date) -> bool:
    """Whether a slot is one of a day's."""
    lasts = slot.valid_from <= on and (slot.valid_to is None or on <= slot.valid_to)
    return lasts and str(on.isoweekday()) in slot.weekdays


def days_of(monday: dt.date) -> list[dt.date]:
    """The seven days of a week."""
    return [monday + dt.timedelta(ahead) for ahead in range(7)]


def sittings_of(
    slots: Sequence[Slot], parts: Iterable[Part], days: Sequence[dt.date]
) -> list[Sitting]:
    """The sittings of some days in order, empty ones too, and those that hold stray parts."""
    inside: dict[tuple[int, dt.date], list[Part]] = defaultdict(list)
    known = {slot.pk: slot for slot in slots}
    for part in sorted(parts, key=lambda part: (part.ordinal, part.pk)):
        inside[part.slot_id, part.on].append(part)
        known.setdefault(part.slot_id, part.slot)
    found = [
        Sitting(
            slot, on, tuple(inside.get((slot.pk, on), ())), is_outside=not comes_round(slot, on)
        )
        for on in days
        for slot in known.values()
        if comes_round(slot, on) or (slot.pk, on) in inside
    ]
    return sorted(found, key=lambda one: (one.starts_at, one.slot.pk))
