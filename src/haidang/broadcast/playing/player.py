"""The player as a whole: one thread for the air, one for the line, one for what is heavy."""

import ctypes
import fcntl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from haidang.broadcast.playing.air import LONGEST, Air
from haidang.broadcast.playing.clock import Clock
from haidang.broadcast.playing.fetching import LATEST, Fetching
from haidang.broadcast.playing.files import is_full, keep_ballast
from haidang.broadcast.playing.health import Health
from haidang.broadcast.playing.journal import Journal
from haidang.broadcast.playing.liquidsoap import Liquidsoap
from haidang.broadcast.playing.memory import Memory
from haidang.broadcast.playing.script import SAFE
from haidang.broadcast.playing.store import Store
from haidang.broadcast.playing.surf import write_surf
from haidang.broadcast.playing.wire import PATIENCE, LineCut, Wire

MOST = 4 * 1024**3  # bytes of sound that are kept
LOCAL = "cho"  # folder of the sounds that the station itself puts there


_M_ARENA_MAX = -8  # of mallopt: one heap for all threads


def live_on_little() -> None:
    """Give memory back that was needed once, and let threads share one heap."""
    libc = ctypes.CDLL(None)
    if hasattr(libc, "malloc_trim"):  # glibc
        libc.mallopt(_M_ARENA_MAX, 1)
        libc.malloc_trim(0)


@dataclass(frozen=True)
class Setting:
    """Where a player runs, whom it asks, where its sound goes."""

    folder: Path
    server: str
    token: str
    output: str
    version: str = ""
    most: int = MOST


class AlreadyRunning(Exception):
    """Another player runs in the same folder."""


class Player:
    """Plays until it is told to stop."""

    def __init__(self, setting: Setting, memory: Memory, clock: Clock | None = None) -> None:
        self.setting, self.clock = setting, clock or Clock()
        setting.folder.mkdir(parents=True, exist_ok=True)
        self._lock = (setting.folder / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._lock.close()
            raise AlreadyRunning(str(setting.folder)) from error
        keep_ballast(setting.folder)
        if not (setting.folder / SAFE).exists():
            write_surf(setting.folder / SAFE)
        live_on_little()
        self.wake, self.done = threading.Event(), threading.Event()
        store = Store(setting.folder, setting.most)
        journal = Journal(setting.folder / "journal.jsonl", self.clock.monotonic)
        liquidsoap = Liquidsoap(setting.folder, setting.output, self.clock.monotonic, self.wake.set)
        self.air = Air(memory, store, journal, self.clock, liquidsoap)
        self.health = Health(self.air, setting.version)
        self.fetching = Fetching(self.air, self._wire(), self.health)
        self._carrying = Fetching(self.air, self._wire(), self.health)
        self._take_up()

    def run(self) -> None:
        """Play; returns after `stop`."""
        threads = [self._thread(act) for act in (self._ask, self._carry)]
        try:
            while not self.done.is_set():
                self.wake.clear()
                self.wake.wait(self._look())
        finally:
            self.stop()
            self.air.close()
            for thread in threads:
                thread.join(PATIENCE + 1)
            self.close()

    def stop(self) -> None:
        """Let `run` return; what is heard is written down."""
        self.done.set()
        self.wake.set()

    def close(self) -> None:
        """Let go of everything that is held open."""
        self.fetching.wire.close()
        self._carrying.wire.close()
        self._lock.close()

    def _take_up(self) -> None:
        """Go on where an earlier run ended: it was heard until its last sign of life."""
        alive = self.air.settling.until
        self.air.journal.end(alive or self.clock.now(), "máy phát tắt giữa chừng")
        local = self.setting.folder / LOCAL
        local.mkdir(exist_ok=True)
        sounds = [p for p in sorted(local.iterdir()) if p.suffix.lower() in {".mp3", ".wav"}]
        self.air.local = [self.air.store.adopt(path) for path in sounds]
        self.fetching.load()

    def _wire(self) -> Wire:
        return Wire(self.setting.server, self.setting.token)

    def _thread(self, act: Callable[[], float]) -> threading.Thread:
        thread = threading.Thread(target=self._each, args=(act,), daemon=True)
        thread.start()
        return thread

    def _each(self, act: Callable[[], float]) -> None:
        while not self.done.is_set():
            self.done.wait(self._tried(act))

    def _tried(self, act: Callable[[], float]) -> float:
        """Act; a mistake of ours is told, and the line goes on as the air does."""
        try:
            return act()
        except Exception as error:  # noqa: BLE001 - whatever it is, the log must still go home
            words = f"Lỗi của máy phát: {type(error).__name__} {error}"
            with self.air.lock:
                self.air.journal.fault(self.clock.now(), "mistake", words)
            return LATEST

    def _look(self) -> float:
        """Look at the plan; a disk that fails ends nothing that is heard."""
        try:
            return self.air.look()
        except OSError as error:
            self.air.journal.fault(self.clock.now(), "disk", f"Đĩa của máy phát: {error}")
            return LONGEST

    def _ask(self) -> float:
        pause = self.fetching.look()
        self.wake.set()
        return pause

    def _carry(self) -> float:
        """Fetch sounds ahead, so that orders never wait for them."""
        try:
            self._carrying.fetch_ahead()
        except LineCut:
            return LATEST  # the other thread says so
        except OSError as error:
            if not is_full(error):
                raise
        return 2.0
