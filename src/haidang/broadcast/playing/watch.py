"""Whether Liquidsoap goes on: it must live, answer, and its sound must move."""

from collections.abc import Callable

from haidang.broadcast.playing.decks import Decks
from haidang.broadcast.playing.liquidsoap import Gone, Liquidsoap

EVERY, STUCK, STARTING = 0.5, 1.5, 10.0
_LONGEST_PAUSE = 4.0
_LONGEST_START = 80.0  # of a slow computer that is busy as well


class Watch:
    """Starts Liquidsoap, and starts it anew where it died or hangs."""

    def __init__(
        self, liquidsoap: Liquidsoap, decks: Decks, monotonic: Callable[[], float]
    ) -> None:
        self._liquidsoap, self._decks, self._monotonic = liquidsoap, decks, monotonic
        self.is_ready = False
        self._started = self._asked = self._moved = self._next = float("-inf")
        self._time, self._failures, self._was_up = -1.0, 0, False

    def look(self) -> str:
        """Say what happened: nothing, `ready`, or why it is started anew."""
        now = self._monotonic()
        if not self._liquidsoap.is_alive():
            return self._again(now, "died" if self._was_up else "")
        if now - self._asked < EVERY and self.is_ready:
            return ""
        self._asked = now
        try:
            time = self._decks.time()
        except Gone:
            time = self._time
        now = self._monotonic()  # to ask may have taken long
        if time > self._time:
            self._time, self._moved = time, now
            was_ready, self.is_ready = self.is_ready, True
            self._failures = 0
            return "" if was_ready else "ready"
        if now - self._moved > (STUCK if self.is_ready else self._starting()):
            return self._again(now, "stuck")
        return ""

    def _starting(self) -> float:
        """How long a start may take: twice as long as the one that was given up before."""
        return min(STARTING * 2.0 ** min(self._failures, 9), _LONGEST_START)

    def _again(self, now: float, why: str) -> str:
        """Start it, after a little longer each time that it does not hold."""
        self.is_ready = False
        if why:
            self._failures += 1
            self._next = now + min(_LONGEST_PAUSE, 0.0 if self._failures < 2 else self._failures)
            self._was_up = False
            self._liquidsoap.end(at_once=True)
        if now >= self._next:
            self._liquidsoap.start()
            self._started = self._moved = now
            self._time, self._was_up = -1.0, True
        return why
