"""How the player is, in the words that it sends with its log."""

import datetime as dt
from pathlib import Path
from typing import Any

from haidang.broadcast.playing.air import Air
from haidang.broadcast.playing.files import free_space


class Health:
    """Facts that are looked up when asked for."""

    def __init__(self, air: Air, version: str) -> None:
        self._air, self._version = air, version
        self._since = air.clock.monotonic()
        self.fetched_at: dt.datetime | None = None

    def facts(self) -> dict[str, Any]:
        """Disk, clock, line, Liquidsoap, what is heard, what waits to be sent."""
        air = self._air
        lacking = {s.sha256 for week in air.weeks for s in week.sounds() if not air.store.has(s)}
        with air.lock:  # the air adds lines meanwhile
            line = air.journal.open
            unsent, pending = len(air.journal.unsent(1000)), len(air.journal.pending)
        return {
            "version": self._version,
            "at": air.clock.now().isoformat(),
            "up_seconds": round(air.clock.monotonic() - self._since),
            "disk_free": free_space(air.store.folder),
            "clock_off": air.clock.off(),
            "clock_wrong": air.clock.is_wrong,
            "fetched_at": self.fetched_at.isoformat() if self.fetched_at else None,
            "liquidsoap": air.watch.is_ready,
            "output": air.ear.is_out,
            "heard": line["title"] if line else "",
            "halted": air.memory.is_halted,
            "weeks": [f"{week.monday} · {week.number}" for week in air.weeks],
            "sounds_lacking": len(lacking),
            "unsent": unsent,
            "log_pending": pending,
            "memory_kb": _memory(),
        }


def _memory() -> int:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0
