"""How often something was done from one line, in memory and for minutes only."""

import hashlib
import secrets
import time
from collections import deque
from threading import Lock

MOST_LINES = 10_000


class Often:
    """Counts acts by line. What a line is called is mixed with a secret that dies with the process.

    Each process counts by itself; nothing is written down.
    """

    def __init__(self, *, times: int, seconds: float) -> None:
        self.times, self.seconds = times, seconds
        self._secret = secrets.token_bytes(16)
        self._done: dict[bytes, deque[float]] = {}
        self._lock = Lock()

    def is_too_often(self, line: str) -> bool:
        """Whether that line has had its times; if not, this counts as one."""
        now = time.monotonic()
        key = hashlib.blake2b(line.encode(), key=self._secret, digest_size=8).digest()
        with self._lock:
            if len(self._done) > MOST_LINES:
                self._forget(now)
            done = self._done.setdefault(key, deque())
            while done and done[0] <= now - self.seconds:
                done.popleft()
            if len(done) >= self.times:
                return True
            done.append(now)
            return False

    def _forget(self, now: float) -> None:
        gone = [
            key for key, done in self._done.items() if not done or done[-1] <= now - self.seconds
        ]
        for key in gone or list(self._done):
            del self._done[key]
