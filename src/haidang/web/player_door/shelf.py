"""What stations are to know, kept in memory by one process."""

import time
from dataclasses import dataclass, field

from haidang.broadcast.queries.outlook import Caller, Outlook, outlook

KEPT = 30.0  # seconds: what only time changes, as the week, is at most so old


@dataclass
class Shelf:
    """The outlook of each station, as of its newest order, release and key."""

    kept: dict[int, tuple[tuple[int, int, int], float, Outlook]] = field(default_factory=dict)

    def outlook(self, asking: Caller) -> Outlook:
        """What a player's station is to know; made anew with the next order, release or key."""
        now = time.monotonic()
        newest, at, found = self.kept.get(asking.station, ((-1, 0, 0), 0.0, None))
        if found is not None and newest == asking.newest and now - at < KEPT:
            return found
        made = outlook(asking.station)
        self.kept[asking.station] = asking.newest, now, made
        return made
