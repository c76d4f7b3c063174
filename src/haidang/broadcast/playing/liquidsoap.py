"""Liquidsoap as a child: started, asked over its socket, heard, and ended with us."""

import collections
import ctypes
import os
import secrets
import shutil
import signal
import socket
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from haidang.broadcast.playing.script import SOCKET, script

PATIENCE = 1.2  # seconds for an answer: it takes a thousandth
# A small young heap and an eager collector: 100 MB where its own choice takes 145.
_LEAN = {"OCAMLRUNPARAM": "s=16k,o=20", "MALLOC_ARENA_MAX": "1"}
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None)


class Gone(Exception):
    """Liquidsoap does not answer."""


class Heard(NamedTuple):
    """What Liquidsoap reported, and when we heard it, by our clock."""

    at: float
    words: list[str]


class Liquidsoap:
    """One run of Liquidsoap in the player's folder. `tell` is called after each report."""

    def __init__(
        self, folder: Path, output: str, monotonic: Callable[[], float], tell: Callable[[], None]
    ) -> None:
        self.folder, self._output = folder, output
        self._monotonic, self._tell = monotonic, tell
        self.reports: collections.deque[Heard] = collections.deque()
        self.last_words: collections.deque[str] = collections.deque(maxlen=20)
        self._child: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None

    def start(self) -> None:
        """Start it anew. Raises FileNotFoundError where it is not installed."""
        self.end()
        mark = f"@{secrets.token_hex(4)}"  # no tag of a file can look like a report
        path = self.folder / "haidang.liq"
        path.touch(mode=0o600)
        path.write_text(script(address=self._output, mark=mark), "utf-8")
        (self.folder / SOCKET).unlink(missing_ok=True)
        program = shutil.which("liquidsoap")
        if program is None:
            raise FileNotFoundError("liquidsoap")
        self._child = subprocess.Popen(  # noqa: S603 - a program of this computer, our own script
            [program, "--no-stdlib", path.name],
            cwd=self.folder,
            env=os.environ | _LEAN,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            preexec_fn=_die_with_us,  # noqa: PLW1509 - one call into libc, no lock
        )
        threading.Thread(target=self._listen, args=(self._child, mark), daemon=True).start()

    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._child is not None and self._child.poll() is None

    @property
    def pid(self) -> int:
        return self._child.pid if self._child else 0

    def ask(self, order: str) -> str:
        """Give an order and return the answer. Raises Gone."""
        try:
            connection = self._socket or self._connected()
            connection.sendall(f"{order}\n".encode())
            answer = b""
            while not answer.endswith(b"END\r\n"):
                more = connection.recv(4096)
                if not more:
                    raise ConnectionError("closed")
                answer += more
        except OSError as error:
            self._hang_up()
            raise Gone(f"{order.partition(' ')[0]}: {error}") from error
        return answer[:-5].decode("utf-8", "replace").strip()

    def end(self, *, at_once: bool = False) -> None:
        """End it; it has a moment to close its output, unless it hangs."""
        self._hang_up()
        if self._child is None:
            return
        with suppress(ProcessLookupError):
            self._child.kill() if at_once else self._child.terminate()
        try:
            self._child.wait(0.5)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()
        self._child = None

    def _listen(self, child: "subprocess.Popen[bytes]", mark: str) -> None:
        assert child.stdout is not None
        with child.stdout as lines:
            for line in lines:
                words = line.decode("utf-8", "replace").split()
                if words[:1] == [mark]:
                    self.reports.append(Heard(self._monotonic(), words[1:]))
                    self._tell()
                elif words:
                    self.last_words.append(" ".join(words)[:300])
        self._tell()

    def _connected(self) -> socket.socket:
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(PATIENCE)
        folder = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        try:  # the name of a socket has 108 bytes at most, and a folder may lie deep
            connection.connect(f"/proc/self/fd/{folder}/{SOCKET}")
        except OSError:
            connection.close()
            raise
        finally:
            os.close(folder)
        self._socket = connection
        return connection

    def _hang_up(self) -> None:
        if self._socket:
            self._socket.close()
        self._socket = None


def _die_with_us() -> None:
    """The kernel ends the child when the thread that started it ends, also by kill -9."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
