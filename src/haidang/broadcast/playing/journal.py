"""The as-run log of a player: a file that is only added to, line by line, each safe on the disk.

A line begins when something is heard and ends when it is not heard any more. It waits until the
server says that it has it, however long the line is cut; a line has one name for ever, so that
sending it twice changes nothing.
"""

import datetime as dt
import json
import os
import time
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from haidang.broadcast.playing.files import drop_ballast, is_full, write_whole

Line = dict[str, Any]
KEPT = dt.timedelta(days=8)  # what was sent stays so long, to know what was aired of a week
LARGE = 1024 * 1024
SHORTEST = 0.2  # what was heard for less was a change of the switch


class Journal:
    """Lines and faults, by their names, in the order in which they came."""

    def __init__(self, path: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.path, self._monotonic = path, monotonic
        self._begun: float | None = None
        self.pending: list[bytes] = []  # what a full or dying disk did not take yet
        self.lines: dict[str, Line] = {}
        self.faults: dict[str, Line] = {}
        self.taken: set[str] = set()
        self.open: Line | None = None
        self._load()

    def begin(self, at: dt.datetime, line: Line) -> Line:
        """Something is heard from now on; what was heard before ends."""
        self.end(at)
        self.open = {"id": str(uuid.uuid4()), **line, "started_at": at.isoformat(), "seconds": 0}
        self._begun = self._monotonic()
        self._write({"t": "begin", **self.open})
        return self.open

    def end(self, at: dt.datetime, note: str = "") -> Line | None:
        """What was heard is heard no more."""
        if self.open is None:
            return None
        line, self.open = self.open, None
        lasted = (at - dt.datetime.fromisoformat(line["started_at"])).total_seconds()
        if self._begun is not None:  # the wall clock may have been set meanwhile
            lasted = self._monotonic() - self._begun
        line["seconds"] = round(max(lasted, 0.0), 3)
        line["note"] = line.get("note", "") + ("; " if line.get("note") and note else "") + note
        self._write(
            {"t": "end", "id": line["id"], "seconds": line["seconds"], "note": line["note"]}
        )
        if line["seconds"] < SHORTEST:
            return None
        self.lines[line["id"]] = line
        return line

    def miss(self, line: Line) -> None:
        """Something planned was not heard, and why."""
        line = {"id": str(uuid.uuid4()), **line, "seconds": 0}
        self._write({"t": "miss", **line})
        self.lines[line["id"]] = line

    def fault(self, at: dt.datetime, code: str, words: str) -> None:
        """Something is wrong; the same is said once in ten minutes."""
        recent = reversed(list(self.faults.values()))
        span = dt.timedelta(minutes=10)
        for told in recent:
            age = abs(at - dt.datetime.fromisoformat(told["at"]))
            if (told["code"], told["words"]) == (code, words[:200]) and age < span:
                return
        fault = {"id": str(uuid.uuid4()), "code": code, "words": words[:200], "at": at.isoformat()}
        self._write({"t": "fault", **fault})
        self.faults[fault["id"]] = fault

    def unsent(self, most: int = 400) -> list[Line]:
        """Lines that the server does not have yet, oldest first."""
        return [line for name, line in self.lines.items() if name not in self.taken][:most]

    def unsent_faults(self, most: int = 90) -> list[Line]:
        """Faults that the server does not have yet."""
        return [fault for name, fault in self.faults.items() if name not in self.taken][:most]

    def acknowledge(self, names: Iterable[str]) -> None:
        """The server has these."""
        new = (set(names) & (self.lines.keys() | self.faults.keys())) - self.taken
        if new:
            self._write({"t": "taken", "ids": sorted(new)})
            self.taken |= new

    def aired(self) -> set[str]:
        """The parts of which something was heard, or of which it was said why not."""
        lines = [*self.lines.values(), *([self.open] if self.open else [])]
        return {line["part"] for line in lines if line.get("part")}

    def tidy(self, now: dt.datetime) -> None:
        """Begin the file anew without what was sent long ago; what was not sent always stays."""
        if not self.path.exists() or self.path.stat().st_size < LARGE:
            return
        for kept, moment in ((self.lines, "started_at"), (self.faults, "at")):
            for name in [n for n in kept if n in self.taken]:
                if dt.datetime.fromisoformat(kept[name][moment]) < now - KEPT:
                    del kept[name]
        self.taken &= self.lines.keys() | self.faults.keys()
        rows = [{"t": "miss", **line} for line in self.lines.values()]
        rows += [{"t": "fault", **fault} for fault in self.faults.values()]
        rows += [{"t": "taken", "ids": sorted(self.taken)}]
        rows += [{"t": "begin", **self.open}] if self.open else []
        write_whole(self.path, b"".join(_row(row) for row in rows))

    def _write(self, row: Line) -> None:
        """Add a line; what the disk does not take now is tried again with the next one."""
        self.pending.append(_row(row))
        try:
            self._flush()
        except OSError as error:
            if is_full(error):
                with suppress(OSError):
                    drop_ballast(self.path.parent)
                    self._flush()

    def _flush(self) -> None:
        with self.path.open("ab", buffering=0) as file:
            while self.pending:
                row = self.pending[0]
                while row:
                    row = row[file.write(row) or 0 :]
                os.fsync(file.fileno())
                self.pending.pop(0)

    def _load(self) -> None:
        if not self.path.exists():
            return
        for written in self.path.read_bytes().split(b"\n"):
            try:
                self._read(json.loads(written))
            except (ValueError, KeyError, TypeError):
                continue  # a line that a power cut tore, or an empty one

    def _read(self, row: Line) -> None:
        kind = row.pop("t")
        if kind == "begin":
            self.open = row
        elif kind == "end" and self.open and self.open["id"] == row["id"]:
            line, self.open = self.open | row, None
            if line["seconds"] >= SHORTEST:
                self.lines[line["id"]] = line
        elif kind == "miss":
            self.lines[row["id"]] = row
        elif kind == "fault":
            self.faults[row["id"]] = row
        elif kind == "taken":
            self.taken |= set(row["ids"])


def _row(row: Line) -> bytes:
    return b"\n" + json.dumps(row, ensure_ascii=False).encode()  # parted from what was torn
