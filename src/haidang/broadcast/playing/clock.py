"""The time by which the player plays: the wall clock, as long as it goes as time goes.

A clock that is set leaps against the monotonic one. Where the server was heard not long ago, the
leap is followed only if it leads to the server's time; the server alone never moves the clock,
since what it says about the time is not sealed.
"""

import datetime as dt
import time
from collections.abc import Callable

LEAP = 2.0  # seconds between two looks; less is what time servers mend bit by bit
TRUSTED_FOR = 72 * 3600.0  # how long what the server said goes with our own monotonic clock
AGREES = 30.0


class Clock:
    """Tells the time; finds leaps and whether the clock is wrong."""

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall, self.monotonic = wall, monotonic
        self._ahead = wall() - monotonic()  # of the monotonic clock
        self._heard: tuple[float, float] | None = None  # by the server: ahead, and when
        self.is_wrong = False

    def now(self) -> dt.datetime:
        """The present moment."""
        return dt.datetime.fromtimestamp(self.monotonic() + self._ahead, dt.UTC)

    def hear(self, server: dt.datetime) -> None:
        """Note what the server takes the time for."""
        moment = self.monotonic()
        self._heard = (server.timestamp() - moment, moment)

    def off(self) -> float | None:
        """Seconds that we are ahead of the server; None where it was not heard."""
        return None if self._heard is None else round(self._ahead - self._heard[0], 2)

    def look(self) -> float:
        """Follow the wall clock; return how far it leapt, 0 where it did not."""
        ahead = self._wall() - self.monotonic()
        leap = ahead - self._ahead
        if abs(leap) <= LEAP:
            self._ahead, self.is_wrong = ahead, False
            return 0.0
        if self._believes(ahead):
            self._ahead, self.is_wrong = ahead, False
            return leap
        was_wrong, self.is_wrong = self.is_wrong, True
        return 0.0 if was_wrong else leap

    def _believes(self, ahead: float) -> bool:
        """Without a word of the server a leap is believed: a time server set the clock."""
        if self._heard is None or self.monotonic() - self._heard[1] > TRUSTED_FOR:
            return True
        return abs(ahead - self._heard[0]) < max(AGREES, abs(self._ahead - self._heard[0]))
