"""The server that phones send to, and the line between them, which can be cut on purpose.

The line is a proxy on loopback: it carries everything, until it is told at which place of which
request to fail. The server is the application as it is served, and can be killed at any time.
"""

import asyncio
import contextlib
import datetime as dt
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bench.ground import ROOT, own_installation

DAY = "2024-11-25"
FULL = 2**16


class Server:
    """The processes of one Hải Đăng."""

    def __init__(self) -> None:
        self.port = free_port()
        self.running: subprocess.Popen[bytes] | None = None
        self._alone = threading.Lock()

    def start(self) -> None:
        from haidang.console.serving import APPLICATION, CALM, WORKERS

        call = [sys.executable, "-m", "granian", *WORKERS, *CALM, "--host", "127.0.0.1"]
        call += ["--port", str(self.port), APPLICATION]
        self.running = subprocess.Popen(call, cwd=ROOT, process_group=0)
        for _ in range(600):
            with contextlib.suppress(OSError, HTTPException):
                asked = HTTPConnection("127.0.0.1", self.port, timeout=60)
                asked.request("GET", "/sw.js")
                asked.getresponse()
                return
            time.sleep(0.2)
        raise TimeoutError("the server did not answer within two minutes")

    def kill(self) -> None:
        """As when the machine loses its power: nothing is told to end."""
        if self.running is not None:
            os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()
            self.running = None

    def restart(self) -> None:
        """Killed, and started again."""
        with self._alone:
            self.kill()
            self.start()


class Line:
    """Carries bytes between phones and the server; `cut` says where the next sending fails.

    `before` lets nothing through, `after` lets the request through and keeps the answer, `photo`
    ends while a file is under way, `down` fails everything until it is mended. What a cut ended
    is counted, and a line that was cut once is whole again, unless it is down.
    """

    def __init__(self, server: Server) -> None:
        self.server, self.port = server, free_port()
        self.cut, self.cuts = "", 0
        self._carriers: set[asyncio.Task[None] | None] = set()  # a loop forgets who only waits
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_until_complete, args=[self._run()]).start()

    async def _run(self) -> None:
        self._end = asyncio.Event()
        async with await asyncio.start_server(self._carry, "127.0.0.1", self.port):
            await self._end.wait()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._end.set)

    async def _carry(self, phone: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self._carriers.add(carrier := asyncio.current_task())
        try:
            await self._carry_all(phone, back)
        finally:
            self._carriers.discard(carrier)

    async def _carry_all(self, phone: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        with contextlib.closing(back), contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while request := await self._request(phone):
                head, length = request
                body, how = await self._body(phone, head, length)
                if how in {"before", "photo", "down"}:
                    return
                answer = await self._answer(head, body)
                if how == "after":
                    return
                back.write(answer)
                await back.drain()

    async def _request(self, phone: asyncio.StreamReader) -> tuple[bytes, int] | None:
        try:
            head = await phone.readuntil(b"\r\n\r\n")
        except asyncio.IncompleteReadError:
            return None
        return head, _length(head)

    async def _body(
        self, phone: asyncio.StreamReader, head: bytes, length: int
    ) -> tuple[bytes, str]:
        how = self._due(head)
        if how == "photo":
            await phone.read(min(length // 2, FULL))
            return b"", how
        return await phone.readexactly(length), how

    def _due(self, head: bytes) -> str:
        if self.cut == "down":
            return "down"
        is_sending = head.startswith(b"POST /ghi/gui/")
        is_photo = is_sending and not head.startswith((b"POST /ghi/gui/ ", b"POST /ghi/gui/?"))
        wanted, due = self.cut, ""
        if wanted and is_sending and is_photo == wanted.endswith("photo"):
            due = wanted.removesuffix("-photo")
            self.cut, self.cuts = "", self.cuts + 1
        return due

    async def _answer(self, head: bytes, body: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.server.port)
        with contextlib.closing(writer):
            writer.write(head.replace(b"\r\n", b"\r\nX-Line: 1\r\n", 1))
            writer.write(body)
            await writer.drain()
            answer = await reader.readuntil(b"\r\n\r\n")
            if b"transfer-encoding: chunked" in answer.lower():
                return answer + await _chunks(reader)
            if head.startswith(b"HEAD") or answer.split(b" ", 2)[1] in {b"204", b"304"}:
                return answer
            return answer + await reader.readexactly(_length(answer))


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    read = b""
    while True:
        size = await reader.readuntil(b"\r\n")
        read += size + await reader.readexactly(int(size, 16) + 2)
        if int(size, 16) == 0:
            return read


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0


def free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def office() -> Iterator[tuple[Path, dict[str, str]]]:
    """An installation with units and people and nothing logged yet; gives their passwords."""
    os.environ["HAIDANG_SECRET_KEY"] = os.urandom(32).hex()
    with own_installation(as_of=DAY) as folder:
        from django.core.management import call_command

        from haidang import clock
        from haidang.activities.commands import load_catalogue
        from haidang.demonstration import people, units

        desk = ["wagtail*"]  # nobody opens it here
        call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=desk)
        with clock.as_if(clock.at(dt.date(2023, 10, 2), 8)):
            accounts, _ = people.appoint_all(units.set_up())
            load_catalogue(by=None)
        yield folder, {name: password for name, password, _ in accounts}
