"""What comes over the line and goes back: orders at once, weeks and sounds ahead, the log."""

import datetime as dt
from typing import Any

from haidang.broadcast.playing import guard
from haidang.broadcast.playing.air import Air
from haidang.broadcast.playing.files import is_full
from haidang.broadcast.playing.health import Health
from haidang.broadcast.playing.week import Sound, sound_of
from haidang.broadcast.playing.wire import LineCut, Wire
from haidang.broadcast.seal import NotSealed

TELLING = 10.0  # seconds between two reports of health; lines go at once
AGAIN = 60.0  # seconds until what was refused is asked for again
LATEST = 5.0  # seconds between two tries while the line is cut
MOST_WEEKS = 12  # kept, and looked at of one answer; a server hands out three


class Fetching:
    """One round after another, in a thread of its own; the air never waits for it."""

    def __init__(self, air: Air, wire: Wire, health: Health) -> None:
        self.air, self.wire, self.health = air, wire, health
        self.pause, self._told = 1.0, float("-inf")
        self._refused: dict[str, float] = {}  # weeks and sounds that were refused, and when

    def look(self) -> float:
        """Ask, obey, fetch weeks, hand over the log; return when to look again."""
        memory = self.air.memory
        try:
            newest = self.air.weeks[-1].sha256 if self.air.weeks else ""
            answer = self.wire.orders(memory.newest_order, newest)
            self._hear(answer)
            self._obey(answer)
            for release in self._few(self._list(answer, "releases")):
                self._fetch_week(release)
            self._fetch_urgent()
            self._hand_over()
        except LineCut as cut:
            self._fault(cut.code, str(cut))
            self.pause = min(LATEST, self.pause * 1.5)
            return self.pause
        except OSError as error:
            if not is_full(error):
                raise
            self._fault("disk-full", "Đĩa của máy phát đã đầy")
            return LATEST
        self.health.fetched_at = self.air.clock.now()
        self.pause = min(60.0, max(0.5, float(answer.get("poll_seconds") or 1)))
        return self.pause

    def load(self) -> None:
        """Take up the weeks that lie on the disk, each checked again as if it had just come."""
        with self.air.lock:
            for sha256, sealed in self.air.store.kept_weeks().items():
                self._let_in(sha256, sealed, is_new=False)

    def _hear(self, answer: dict[str, Any]) -> None:
        memory, now = self.air.memory, self.air.clock.now()
        try:
            self.air.clock.hear(dt.datetime.fromisoformat(answer["now"]))
        except (KeyError, TypeError, ValueError) as error:
            raise LineCut("answer", "Máy chủ không nói giờ.") from error
        with self.air.lock:
            endorsements = [str(one) for one in self._list(answer, "endorsements")]
            if endorsements and guard.take_keys(memory, endorsements, now):
                memory.save()
            if place := answer.get("place"):
                before = (memory.plays, memory.place_number)
                try:
                    guard.take_place(memory, str(place))
                except NotSealed as refusal:
                    self._fault(refusal.code, f"Giấy chỉ đài: {refusal}")
                if (memory.plays, memory.place_number) != before:
                    memory.save()

    def _obey(self, answer: dict[str, Any]) -> None:
        orders = self._list(answer, "orders")
        with self.air.lock:
            for sealed in orders:
                try:
                    order = guard.take_order(self.air.memory, str(sealed), self.air.clock.now())
                except NotSealed as refusal:
                    self._fault(refusal.code, f"Lệnh bị từ chối: {refusal}")
                    continue
                obey(self.air, order)
            if orders:
                self.air.memory.save()

    def _few(self, releases: list[Any]) -> list[Any]:
        """As many weeks as a player needs; the others are not asked for."""
        if len(releases) > MOST_WEEKS:
            self._fault("many", f"Máy chủ đưa quá nhiều tuần, chỉ xem {MOST_WEEKS}")
        return releases[:MOST_WEEKS]

    def _fetch_week(self, release: Any) -> None:
        sha256 = str(release.get("sha256")) if isinstance(release, dict) else ""
        if self._waits(sha256) or any(week.sha256 == sha256 for week in self.air.weeks):
            return
        try:
            sealed = self.wire.week(sha256)
        except LineCut as refusal:
            self._leave(sha256, refusal)
            return
        with self.air.lock:
            if not self._let_in(sha256, sealed, is_new=True):
                self._refuse(sha256)

    def _let_in(self, sha256: str, sealed: str, *, is_new: bool) -> bool:
        air = self.air
        try:
            week = guard.take_week(air.memory, sealed, sha256, air.clock.now())
        except NotSealed as refusal:
            self._fault(refusal.code, f"Gói tuần bị từ chối: {refusal}")
            air.store.drop_weeks([week.sha256 for week in air.weeks])
            return False
        if is_new:
            air.store.keep_week(sha256, sealed)
            air.memory.save()
        place = (week.station, week.monday)
        kept = [w for w in air.weeks if (w.station, w.monday) != place]
        kept = [w for w in kept if w.valid_until > air.clock.now()]
        kept = sorted(kept, key=lambda w: w.valid_from)[: MOST_WEEKS - 1]  # the farthest go
        air.weeks = tuple(sorted([*kept, week], key=lambda w: (w.monday, w.station)))
        if is_new:
            air.store.drop_weeks([w.sha256 for w in air.weeks])
        return True

    def _fetch_urgent(self) -> None:
        for order in list(self.air.memory.urgent):
            self.fetch_sound(sound_of(order))

    def fetch_sound(self, sound: Sound) -> bool:
        """Fetch a sound that is not here; False where there is no room for any more."""
        with self.air.store.growing(sound) as is_mine:
            if not is_mine or self.air.store.has(sound) or self._waits(sound.sha256):
                return True
            return self._fetch(sound)

    def _fetch(self, sound: Sound) -> bool:
        store = self.air.store
        if not store.has_room(sound, self.wanted()):
            self._fault("disk-full", f"Không đủ chỗ cho tiếng {sound.size} byte")
            return False
        try:
            self.wire.sound(sound.sha256, sound.size, store.beside(sound))
        except LineCut as refusal:
            self._leave(sound.sha256, refusal)
            return True
        if store.take(sound):
            return True
        self._refuse(sound.sha256)
        self._fault("altered", f"Tiếng tải về không khớp băm: {sound.sha256[:12]}")
        return True

    def _leave(self, sha256: str, refusal: LineCut) -> None:
        """One thing that the server does not give keeps no other from coming; a cut line does."""
        if refusal.code != "answer":
            raise refusal
        self._refuse(sha256)
        self._fault(refusal.code, f"{refusal} ({sha256[:12]})")

    def _refuse(self, sha256: str) -> None:
        """Leave something for a while; what waited long enough is not remembered any more."""
        still = {name: at for name, at in self._refused.items() if self._waits(name)}
        self._refused = still | {sha256: self.air.clock.monotonic()}

    def _waits(self, sha256: str) -> bool:
        """Whether this was refused a moment ago."""
        since = self._refused.get(sha256)
        return since is not None and self.air.clock.monotonic() - since < AGAIN

    def fetch_ahead(self) -> None:
        """Fetch what the weeks need; what is urgent the other thread fetches at once."""
        urgent = {order["sha256"] for order in self.air.memory.urgent}
        for sound in self.wanted():
            if sound.sha256 not in urgent and not self.fetch_sound(sound):
                return

    def wanted(self) -> list[Sound]:
        """All sounds that may still be needed, those that are due next in front."""
        now = self.air.clock.now()
        with self.air.lock:
            due_parts = (p for w in self.air.weeks for p in w.parts if p.sound and p.ends_at > now)
            stops = self.air.plan().stops
            parts = sorted(
                (part for part in due_parts if not stops.hold(part)),
                key=lambda part: part.starts_at,
            )
            urgent = [sound_of(order) for order in self.air.memory.urgent]
            filling = [sound for week in self.air.weeks for sound in week.filling]
            due = [part.sound for part in parts if part.sound]
            return [*urgent, *due[:3], *filling, *due[3:], *self.air.local]

    def _hand_over(self) -> None:
        air, now = self.air, self.air.clock.monotonic()
        with air.lock:
            lines, faults = air.journal.unsent(), air.journal.unsent_faults()
        if not lines and not faults and now - self._told < TELLING:
            return
        words = {"lines": lines, "faults": faults, "health": self.health.facts()}
        taken = self._list(self.wire.report(words), "taken")
        self._told = now
        with air.lock:
            air.journal.acknowledge([str(name) for name in taken])
            air.journal.tidy(air.clock.now())

    def _fault(self, code: str, words: str) -> None:
        with self.air.lock:
            self.air.journal.fault(self.air.clock.now(), code, words)

    @staticmethod
    def _list(answer: dict[str, Any], name: str) -> list[Any]:
        found = answer.get(name) or []
        if not isinstance(found, list):
            raise LineCut("answer", f"Máy chủ trả lời sai khuôn: {name}")
        return found


def obey(air: Air, order: dict[str, Any]) -> None:
    """Do what an order that was let in says; the air sees it at its next look."""
    memory = air.memory
    match order["order"]:
        case "emergency":
            memory.urgent.append(order)
        case "stop":
            names = [str(name) for name in order["sha256"]]
            bulletin = [str(order["bulletin"])] if order.get("bulletin") else []
            memory.stops |= dict.fromkeys([*names, *bulletin], order["at"])
            for waiting in memory.urgent:  # it concerns what was ordered before it
                waiting["is_stopped"] = waiting.get("is_stopped") or waiting["sha256"] in names
        case "halt":
            memory.is_halted = True
        case "resume":
            memory.is_halted = False
