"""What was planned and not heard is said with its reason, also for hours in which we were off."""

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

from haidang.broadcast.playing.journal import Journal
from haidang.broadcast.playing.week import Part, Week

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_FARTHEST = dt.timedelta(days=8)


class Settling:
    """Remembers until when all was said, in a small file that is written every second."""

    def __init__(self, folder: Path, journal: Journal) -> None:
        self._path, self._journal = folder / "alive", journal
        self._boot = _BOOT.read_text("ascii").strip() if _BOOT.exists() else ""
        self.reasons: dict[str, tuple[str, str]] = {}  # of parts that cannot be aired now
        self.until, boot = self._read()
        self.lost_power = bool(boot) and boot != self._boot

    def beat(self, now: dt.datetime) -> None:
        """We are alive at this moment."""
        self._path.write_text(json.dumps({"at": now.isoformat(), "boot": self._boot}), "ascii")

    def settle(self, weeks: Iterable[Week], now: dt.datetime) -> None:
        """Say of each part that ended since the last time and was not heard, why not."""
        since = max(self.until or now, now - _FARTHEST)
        ended = [
            part
            for week in weeks
            for part in week.parts
            if since < part.ends_at <= now and week.valid_from <= part.starts_at <= week.valid_until
        ]
        self.until = now
        if not ended:
            return
        aired = self._journal.aired()
        for part in ended:
            if part.id not in aired and (part.sound or part.relay):
                self._journal.miss(self._line(part))
            self.reasons.pop(part.id, None)

    def _line(self, part: Part) -> dict[str, str]:
        why, note = self.reasons.get(part.id, ("power" if self.lost_power else "fault", ""))
        off = "máy phát không chạy" if part.id not in self.reasons else note
        return line_of(part) | {
            "missed": why,
            "note": off,
            "started_at": part.starts_at.isoformat(),
        }

    def _read(self) -> tuple[dt.datetime | None, str]:
        try:
            words = json.loads(self._path.read_text("ascii"))
            return dt.datetime.fromisoformat(words["at"]), words["boot"]
        except (OSError, ValueError, KeyError, TypeError):
            return None, ""


def line_of(part: Part) -> dict[str, str]:
    """The line of the log that a part makes when it is heard."""
    return {
        "release": part.release,
        "part": part.id,
        "kind": part.kind,
        "title": part.title,
        "language": part.language,
        "sha256": part.sound.sha256 if part.sound else "",
        "missed": "",
        "note": "",
    }
