"""One sitting of a station, and those of today that nobody has said anything of yet."""

import datetime as dt

from haidang.broadcast.matching import Outcome
from haidang.broadcast.models import Slot, Station
from haidang.broadcast.queries.as_run import as_run


def sitting_on(station: Station, slot: Slot, on: dt.date) -> tuple[Outcome, ...]:
    """What was planned in a slot of a day, and what is known of it; nothing where there is none."""
    for sitting in as_run([station], on, on)[station.pk]:
        if sitting.slot == slot and sitting.on == on:
            return sitting.outcomes
    return ()
