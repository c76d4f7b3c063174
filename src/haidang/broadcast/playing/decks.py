"""The decks of Liquidsoap and what lies on them; which of them is heard, Liquidsoap reports."""

import itertools
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from haidang.broadcast.playing.cutting import cut
from haidang.broadcast.playing.liquidsoap import Gone, Liquidsoap
from haidang.broadcast.playing.store import Store
from haidang.broadcast.playing.week import Sound

_START = 1.0  # seconds that may be missed at the start of a part without cutting its sound


@dataclass(frozen=True)
class Piece:
    """One sound put on a deck, and the line of the log that it would make."""

    name: str
    key: str
    line: dict[str, Any]


class Decks:
    """Puts sounds on decks, each read through before, and lets one of them be heard."""

    def __init__(self, liquidsoap: Liquidsoap, store: Store) -> None:
        self._liquidsoap, self._store = liquidsoap, store
        self._numbers = itertools.count()
        self.no_room: set[str] = set()  # sounds that a full disk kept from a deck, the last time
        self.reset()

    def reset(self) -> None:
        """Liquidsoap was started anew: nothing lies on any deck."""
        self.mode = "quiet"
        self.on: dict[str, Piece | None] = {"a": None, "b": None}
        self.pieces: dict[str, Piece] = {}
        self.tuned = ""

    @property
    def idle(self) -> str:
        """The deck that is not in use."""
        return "b" if self.mode == "a" else "a"

    def put(
        self, deck: str, sound: Sound, line: dict[str, Any], *, key: str = "", offset: float = 0.0
    ) -> Piece | None:
        """Put a sound on a deck; None where it is not whole, or cannot be played. Raises Gone.

        `no_room` tells where only the disk was full: such a sound can be played later.
        """
        self.no_room.discard(sound.sha256)
        if not self._store.sound_is_whole(sound):
            return None
        piece = Piece(f"{os.getpid()}-{next(self._numbers)}", key, line)
        try:
            path = self._prepared(piece.name, sound, offset)
        except OSError:  # the disk takes nothing more, or gives nothing more
            self.no_room.add(sound.sha256)
            return None
        if self.on.get(deck):
            self.clear(deck)
        answer = self._liquidsoap.ask(f'{deck}.put annotate:haidang="{piece.name}":{path}')
        if answer != "true":
            return None
        self.pieces[piece.name] = piece
        if deck in self.on:
            self.on[deck] = piece
        return piece

    def clear(self, deck: str) -> None:
        """Take everything off a deck."""
        self._liquidsoap.ask(f"{deck}.clear")
        if deck in self.on:
            self.on[deck] = None

    def take(self, mode: str) -> None:
        """Let this be heard from now on."""
        self._liquidsoap.ask(f"air.take {mode}")
        self.mode = mode

    def tune(self, url: str) -> None:
        """Listen to a relay, or to none."""
        if url != self.tuned:
            self._liquidsoap.ask(f"air.tune {url}")
            self.tuned = url

    def time(self) -> float:
        """How much Liquidsoap has played since it began. Raises Gone."""
        answer = self._liquidsoap.ask("air.time")
        try:
            return float(answer)
        except ValueError as error:
            raise Gone(answer[:80]) from error

    def forget(self, piece: Piece) -> None:
        """A piece was heard out: its file of this run goes."""
        self.pieces.pop(piece.name, None)
        for path in (self._store.folder / "tam").glob(f"{piece.name}.*"):
            path.unlink(missing_ok=True)

    def _prepared(self, name: str, sound: Sound, offset: float) -> str:
        """A file of this run, by a plain name with an ending that tells its kind."""
        source = self._store.place_of(sound.sha256)
        with source.open("rb") as file:
            ending = "wav" if file.read(4) == b"RIFF" else "mp3"
        target = self._store.folder / "tam" / f"{name}.{ending}"
        if offset < _START or not _is_cut(source, target, offset):
            target.unlink(missing_ok=True)
            target.symlink_to(source.resolve())
        return f"tam/{target.name}"


def _is_cut(source: Path, target: Path, offset: float) -> bool:
    try:
        return cut(source, target, offset)
    except OSError:  # a full disk: rather from its beginning than not at all
        return False
