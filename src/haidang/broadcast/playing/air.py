"""What goes on the air: looks at the plan many times a minute and lets Liquidsoap follow it."""

import datetime as dt
import threading
from contextlib import suppress

from haidang.broadcast.playing.clock import Clock
from haidang.broadcast.playing.decks import Decks
from haidang.broadcast.playing.heard import Ear
from haidang.broadcast.playing.journal import Journal
from haidang.broadcast.playing.liquidsoap import Gone, Liquidsoap
from haidang.broadcast.playing.memory import Memory
from haidang.broadcast.playing.settling import Settling, line_of
from haidang.broadcast.playing.store import Store
from haidang.broadcast.playing.timeline import FILL, PIECE, QUIET, RELAY, Plan, Scene, Stops, scene
from haidang.broadcast.playing.urgent import Urgent
from haidang.broadcast.playing.watch import Watch
from haidang.broadcast.playing.week import Part, Sound, Week

LEAD, TUNING = 8.0, 12.0  # seconds before its time that a sound is put on, and a relay sought
LONGEST = 0.25  # seconds between two looks
AGAIN = 10.0  # seconds until a sound that found no room on the disk is tried again
FILLINGS = 2  # sounds that wait on the deck of the filling
_WHY = {"withdrawn": "đã rút", "refused": "tiếng bị từ chối", "fault": "không có tiếng"}


class Air:
    """One moment after another; `lock` holds what other threads change meanwhile."""

    def __init__(
        self, memory: Memory, store: Store, journal: Journal, clock: Clock, liquidsoap: Liquidsoap
    ) -> None:
        self.memory, self.store, self.journal = memory, store, journal
        self.clock, self.liquidsoap = clock, liquidsoap
        self.lock = threading.RLock()
        self.weeks: tuple[Week, ...] = ()
        self.local: list[Sound] = []  # filling of this computer
        self.decks = Decks(liquidsoap, store)
        self.ear = Ear(journal, self.decks)
        self.urgent = Urgent(memory, store, self.decks, self.ear, journal)
        self.watch = Watch(liquidsoap, self.decks, clock.monotonic)
        self.settling = Settling(store.folder, journal)
        self.scene: Scene | None = None
        self.held: dict[str, float] = {}
        self.over: set[str] = set()
        self._dead: set[str] = set()  # sounds and relays that turned out silent or not playable
        self._waits: dict[str, float] = {}  # sounds that a full disk kept off, and until when
        self._turn = 0  # of the filling
        self._looked = self._beaten = clock.monotonic()

    def look(self) -> float:
        """Do what is due now; return for how long nothing is."""
        with self.lock:
            self._note_leap()
            now = self.clock.now()
            self._take_reports()
            self.over |= self.ear.over
            self._hold_up(now)
            self._tell_of(self.watch.look(), now)
            wanted = scene(self.plan(), now)
            if self.watch.is_ready:
                try:
                    self._follow(wanted, now)
                except Gone as gone:
                    self.journal.fault(now, "liquidsoap", str(gone))
            self._beat(now)
            left = (wanted.until - self.clock.now()).total_seconds()
        return max(0.0, min(LONGEST, left))

    def plan(self) -> Plan:
        """All that decides what is played now."""
        return Plan(
            self.weeks,
            Stops(self.memory.stops),
            self._lacks,
            self.over,
            self.held,
            self.memory.is_halted,
        )

    def close(self) -> None:
        """End orderly: what is heard ends now."""
        with self.lock:
            self.ear.stop(self.clock.now(), "máy phát dừng")
            self.liquidsoap.end()
            self._beat(self.clock.now(), at_once=True)

    def _follow(self, wanted: Scene, now: dt.datetime) -> None:
        self.urgent.look(now)
        self._note_silence(now)
        self._note_reason(wanted)
        if self.scene is None or wanted.key != self.scene.key or self._mode(wanted) is None:
            self._change(wanted, now)
        self.scene = wanted
        self._prepare(wanted, now)
        self._keep_filling(now)

    def _mode(self, wanted: Scene) -> str | None:
        """The mode that plays a scene, where it is set already."""
        kinds = {PIECE: {"a", "b"}, RELAY: {"relay"}, FILL: {"fill"}, QUIET: {"quiet", "halted"}}
        is_right = self.decks.mode in kinds[wanted.kind]
        is_halted = self.decks.mode == "halted"
        return self.decks.mode if is_right and is_halted == self.memory.is_halted else None

    def _change(self, wanted: Scene, now: dt.datetime) -> None:
        before = self.decks.mode
        if wanted.kind == PIECE and wanted.part:
            if not self._lies_on(self.decks.idle, wanted.part):
                self._put(wanted.part, now, wanted.offset)
            is_there = self._lies_on(self.decks.idle, wanted.part)
            self.decks.take(self.decks.idle if is_there else "fill")
        elif wanted.kind == RELAY and wanted.part:
            self.ear.relay = line_of(wanted.part)
            self.decks.tune(wanted.part.relay)
            self.decks.take("relay")
        else:
            self.decks.take("halted" if self.memory.is_halted else wanted.kind)
        if before in {"a", "b"} and before != self.decks.mode:
            self._clear(before)
        if wanted.kind != RELAY:
            self.decks.tune("")

    def _clear(self, deck: str) -> None:
        """Empty a deck once its sound is not heard any more, so that its line stays known."""
        piece = self.decks.on[deck]
        self._take_reports()
        self.decks.clear(deck)
        if piece:
            self.decks.forget(piece)

    def _prepare(self, wanted: Scene, now: dt.datetime) -> None:
        """What comes next is put on, and read through, some seconds early."""
        left = (wanted.until - now).total_seconds()
        if left > TUNING:
            return
        following = scene(self.plan(), wanted.until)
        part = following.part
        if part is None or following.key == wanted.key:
            return
        if following.kind == RELAY:
            self.decks.tune(part.relay)
        elif following.kind == PIECE and left < LEAD and not self._lies_on(self.decks.idle, part):
            self._put(part, now, following.offset)

    def _put(self, part: Part, now: dt.datetime, offset: float) -> None:
        assert part.sound is not None
        sound, deck = part.sound, self.decks.idle
        if self.decks.put(deck, sound, line_of(part), key=part.key, offset=offset):
            return
        if sound.sha256 in self.decks.no_room:
            self._waits = {sound.sha256: self.clock.monotonic() + AGAIN}
            self.journal.fault(now, "disk-full", f"Đĩa đầy nên chưa phát được: {part.title}")
        elif self.store.has(sound):
            self._dead.add(sound.sha256)
            self.journal.fault(now, "unplayable", f"Không phát được: {part.title}")
        else:
            self.journal.fault(now, "altered", f"Tiếng trên đĩa không khớp băm: {part.title}")

    def _lies_on(self, deck: str, part: Part) -> bool:
        piece = self.decks.on[deck]
        return piece is not None and piece.key == part.key

    def _keep_filling(self, now: dt.datetime) -> None:
        waiting = [p for p in self.decks.pieces.values() if p.key == "fill"]
        sounds = self._fillings()
        for _ in range(len(sounds)):
            if len(waiting) >= FILLINGS:
                return
            sound = sounds[self._turn % len(sounds)]
            self._turn += 1
            line = {
                "kind": "music",
                "title": sound.title,
                "sha256": sound.sha256,
                "note": "lấp chỗ",
            }
            if piece := self.decks.put("fill", sound, line, key="fill"):
                waiting.append(piece)
            else:
                self.journal.fault(now, "altered", f"Không dùng được nhạc chờ: {sound.title}")

    def _fillings(self) -> list[Sound]:
        sounds = {s.sha256: s for week in self.weeks[-1:] for s in week.filling}
        sounds |= {sound.sha256: sound for sound in self.local}
        gone = {*self.memory.stops, *self._dead}
        return [s for name, s in sounds.items() if name not in gone and self.store.has(s)]

    def _lacks(self, sound: Sound) -> str:
        waits = self._waits.get(sound.sha256, 0.0)
        if sound.sha256 in self._dead or self.clock.monotonic() < waits:
            return "fault"
        if self.store.has(sound):
            return ""
        return "refused" if sound.sha256 in self.store.refused else "fault"

    def _note_reason(self, wanted: Scene) -> None:
        if wanted.part is None:
            return
        if wanted.why:
            words = "lệnh ngừng phát" if self.memory.is_halted else _WHY[wanted.why]
            self.settling.reasons[wanted.part.id] = (wanted.why, words)
        elif self.ear.lane == "urgent":
            self.settling.reasons.setdefault(wanted.part.id, ("emergency", "nhường tin khẩn"))
        elif wanted.kind == RELAY:
            self.settling.reasons.setdefault(wanted.part.id, ("fault", "không thu được luồng"))

    def _note_silence(self, now: dt.datetime) -> None:
        """A sound that is silent inside gives way to the filling; nobody turns up the volume."""
        mode, self.ear.silent = self.ear.silent, ""
        if not mode or mode != self.decks.mode or self.ear.lane != mode:
            return
        piece = self.decks.on.get(mode) or (self.ear.filling if mode == "fill" else None)
        if piece:
            self._dead.add(piece.line["sha256"])
            self.journal.fault(now, "silent", f"Im lặng quá lâu: {piece.line['title']}")
        if mode == "fill":
            self.decks.clear("fill")
            self.decks.pieces = {n: p for n, p in self.decks.pieces.items() if p.key != "fill"}
            self.ear.filling = None

    def _hold_up(self, now: dt.datetime) -> None:
        """What an emergency takes of a part is given back to it."""
        moment = self.clock.monotonic()
        passed, self._looked = moment - self._looked, moment
        part = self.scene.part if self.scene and self.scene.kind == PIECE else None
        if part and self.ear.lane == "urgent":
            self.held[part.key] = self.held.get(part.key, 0.0) + passed
        if len(self.held) > 100:  # of days past
            self.held = {part.key: self.held[part.key]} if part and part.key in self.held else {}

    def _take_reports(self) -> None:
        while self.liquidsoap.reports:
            heard = self.liquidsoap.reports.popleft()
            ago = dt.timedelta(seconds=self.clock.monotonic() - heard.at)
            self.ear.report(heard.words, self.clock.now() - ago)

    def _tell_of(self, what: str, now: dt.datetime) -> None:
        if what in {"died", "stuck"}:
            last = " | ".join(list(self.liquidsoap.last_words)[-2:])
            self.ear.stop(now, "bộ phát dừng")
            self.journal.fault(now, "liquidsoap", f"Liquidsoap {what}: {last}")
        if what:
            self.liquidsoap.reports.clear() if what != "ready" else None
            self.scene = None
            self.decks.reset()
            self.urgent.reset()
            is_out = self.ear.is_out and what == "ready"
            self.ear.reset()
            self.ear.is_out = is_out

    def _note_leap(self) -> None:
        if leap := self.clock.look():
            words = "không theo" if self.clock.is_wrong else "theo"
            self.journal.fault(
                self.clock.now(), "clock", f"Đồng hồ nhảy {leap:+.0f} s, máy phát {words}"
            )
            self.settling.until = self.clock.now()

    def _beat(self, now: dt.datetime, *, at_once: bool = False) -> None:
        if at_once or self.clock.monotonic() - self._beaten >= 1:
            self._beaten = self.clock.monotonic()
            self.settling.settle(self.weeks, now)
            with suppress(OSError):
                self.settling.beat(now)
