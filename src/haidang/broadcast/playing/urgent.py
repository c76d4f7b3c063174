"""Emergency messages: over everything else, as often as ordered, and never twice too often."""

import datetime as dt
from typing import Any

from haidang.broadcast.playing.decks import Decks
from haidang.broadcast.playing.heard import Ear
from haidang.broadcast.playing.journal import Journal
from haidang.broadcast.playing.memory import Memory
from haidang.broadcast.playing.store import Store
from haidang.broadcast.playing.week import sound_of

Order = dict[str, Any]


class Urgent:
    """Puts what is urgent on its deck, and forgets it when it was heard."""

    def __init__(
        self, memory: Memory, store: Store, decks: Decks, ear: Ear, journal: Journal
    ) -> None:
        self._memory, self._store, self._decks = memory, store, decks
        self._ear, self._journal = ear, journal
        self._calling: dict[int, list[str]] = {}  # number of the order: pieces not heard yet

    def reset(self) -> None:
        """Liquidsoap was started anew; what was not heard is put on again."""
        self._calling = {}

    def look(self, now: dt.datetime) -> None:
        """Put on what waits, take away what was heard, has run out, or was stopped."""
        self._note_heard()
        for order in list(self._memory.urgent):
            if self._memory.is_halted or order.get("is_stopped"):
                self._drop(order)
            elif order["number"] in self._calling:
                continue
            elif dt.datetime.fromisoformat(order["expires_at"]) < now:
                self._journal.fault(now, "expired", f"Tin khẩn {order['identifier']} đã hết hạn")
                self._forget(order)
            elif self._store.has(sound_of(order)):
                self._call(order, now)

    def _call(self, order: Order, now: dt.datetime) -> None:
        line = {
            "kind": "notice",
            "title": str(order.get("title", ""))[:200],
            "language": str(order.get("language", "vi")),
            "sha256": order["sha256"],
            "note": str(order["identifier"])[:200],
        }
        names: list[str] = []
        for _ in range(int(order["left"] if "left" in order else order["repeats"])):
            piece = self._decks.put("urgent", sound_of(order), line)
            if piece is None and names and order["sha256"] in self._decks.no_room:
                break  # fewer times than ordered, rather than not at all
            if piece is None:
                self._fail(order, line, now)
                return
            names.append(piece.name)
        self._calling[order["number"]] = names

    def _fail(self, order: Order, line: Order, now: dt.datetime) -> None:
        if order["sha256"] in self._decks.no_room:  # tried again at once: it may not be lost
            words = f"Tin khẩn {order['identifier']}: đĩa đầy nên chưa phát được"
            self._journal.fault(now, "disk-full", words)
            return
        words = f"Tin khẩn {order['identifier']}: tiếng không nguyên vẹn hoặc không phát được"
        self._journal.fault(now, "unplayable", words)
        if self._store.has(sound_of(order)):  # whole and yet not playable: it never will be
            whole = {"release": "", "part": "", "missed": "fault", "started_at": now.isoformat()}
            self._journal.miss(line | whole)
            self._forget(order)

    def _note_heard(self) -> None:
        """A message was heard when the next one begins, or something else is heard."""
        begun = self._ear.urgent
        over = begun[:-1] if self._ear.lane == "urgent" else begun
        for order in list(self._memory.urgent):
            names = self._calling.get(order["number"])
            left = [name for name in names or [] if name not in over]
            if names is None or len(left) == len(names):
                continue
            self._calling[order["number"]], order["left"] = left, len(left)
            if left:
                self._memory.save()
            else:
                self._forget(order)
        del begun[: len(over)]

    def _drop(self, order: Order) -> None:
        if order["number"] in self._calling:
            self._decks.clear("urgent")
            self._calling.clear()  # the others are put on again
        self._forget(order)

    def _forget(self, order: Order) -> None:
        self._calling.pop(order["number"], None)
        self._memory.urgent.remove(order)
        self._memory.save()
