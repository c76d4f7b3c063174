"""What is heard, as Liquidsoap reports it, written into the log of the player."""

from datetime import datetime
from typing import Any

from haidang.broadcast.playing.decks import Decks, Piece
from haidang.broadcast.playing.journal import Journal

Line = dict[str, Any]
SURF: Line = {"title": "Âm nền", "kind": "music", "sha256": "", "note": "lấp chỗ"}
BLANK: Line = {"release": "", "part": "", "language": "vi", "missed": "", "note": ""}


class Ear:
    """Turns reports into lines: a line begins and ends as the sound does."""

    def __init__(self, journal: Journal, decks: Decks) -> None:
        self._journal, self._decks = journal, decks
        self.reset()

    def reset(self) -> None:
        """Liquidsoap was started anew."""
        self.lane, self.is_out = "quiet", False
        self.over: set[str] = set()  # parts whose sound came to its end by itself
        self.relay: Line | None = None
        self.filling: Piece | None = None
        self.urgent: list[str] = []  # names of urgent pieces that began
        self._now: Line | None = None
        self.silent = ""

    def report(self, words: list[str], at: datetime) -> None:
        """Note one report."""
        match words:
            case ["lane", lane]:
                self._note_end(lane)
                self.lane = lane
                self._hear(self._line_of(lane), at)
            case ["track", "fill", name]:
                self._fill(name, at)
            case ["track", "urgent", name]:
                self.urgent.append(name)
                if self.lane == "urgent" and name in self._decks.pieces:
                    self._hear(self._decks.pieces[name].line, at)
            case ["out", state]:
                self.is_out = state == "1"
                self._hear(self._now, at, "" if self.is_out else "đầu ra đứt")
            case ["silent", mode]:
                self.silent = mode

    def stop(self, at: datetime, note: str = "") -> None:
        """Nothing is heard any more."""
        self._journal.end(at, note)
        self._now = None

    def _note_end(self, lane: str) -> None:
        piece = self._decks.on.get(self.lane)
        if piece and self.lane == self._decks.mode and lane in {"fill", "safe"}:
            self.over.add(piece.key)

    def _line_of(self, lane: str) -> Line | None:
        if lane in {"a", "b"}:
            piece = self._decks.on[lane]
            return piece.line if piece else None
        if lane == "fill":
            return self.filling.line if self.filling else None
        return {"relay": self.relay, "safe": SURF}.get(lane)

    def _fill(self, name: str, at: datetime) -> None:
        if self.filling and self.filling.name != name:
            self._decks.forget(self.filling)
        self.filling = self._decks.pieces.get(name)
        if self.lane == "fill" and self.filling:
            self._hear(self.filling.line, at)

    def _hear(self, line: Line | None, at: datetime, note: str = "") -> None:
        self._now = line
        self._journal.end(at, note)
        if line is not None and self.is_out:
            self._journal.begin(at, BLANK | line)
