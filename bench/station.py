"""A station as the server sees one: it polls, fetches, checks by the seal, and returns its log."""

import asyncio
import hashlib
import json
import random
import time
from dataclasses import dataclass, field
from typing import Any

from haidang.broadcast import seal

POLL = 1.0  # seconds


class Busy(Exception):
    """The server takes the logs of others, and asks to be asked again."""


@dataclass
class Station:
    """One simulated player, with a line of its own that is kept open."""

    port: int
    token: str
    pk: int
    trusted: set[str]
    known: int = 0
    weeks: dict[str, dict[str, Any]] = field(default_factory=dict)
    sounds: set[str] = field(default_factory=set)
    had: dict[str, float] = field(default_factory=dict)  # of what, when
    polls: list[float] = field(default_factory=list)
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def run(self) -> None:
        """Poll once a second, from a moment of its own, until it is cancelled."""
        await asyncio.sleep(random.random() * POLL)
        while True:
            begun = time.perf_counter()
            await self.poll()
            self.polls.append(time.perf_counter() - begun)
            await asyncio.sleep(max(POLL - (time.perf_counter() - begun), 0))

    async def poll(self) -> None:
        """Ask what is new, and fetch it."""
        said = json.loads(await self.ask("GET", f"/may-phat/viec/?biet={self.known}"))
        for sealed in said["orders"]:
            await self._obey(seal.opened(sealed, self.trusted))
        for release in said["releases"]:
            if release["sha256"] not in self.weeks:
                await self._take(release["sha256"])

    async def _obey(self, order: dict[str, Any]) -> None:
        if order["station"] != self.pk or order["number"] <= self.known:
            raise RuntimeError("an order for another station, or an old one")
        self.known = order["number"]
        name = str(order.get("identifier", order["order"]))
        self.had[f"order {name}"] = time.perf_counter()
        if order["order"] == "emergency":
            await self._fetch(order["sha256"])
            self.had[f"sound {name}"] = time.perf_counter()

    async def _take(self, sha256: str) -> None:
        content = seal.opened(
            (await self.ask("GET", f"/may-phat/lich/{sha256}/")).decode(), self.trusted
        )
        if seal.digest(content) != sha256 or content["station"] != self.pk:
            raise RuntimeError("not the week that was named")
        for part in content["parts"]:
            await self._fetch(part["sha256"])
        self.weeks[sha256] = content
        self.had[f"week {content['number']}"] = time.perf_counter()

    async def _fetch(self, sha256: str) -> None:
        if sha256 not in self.sounds:
            sound = await self.ask("GET", f"/may-phat/tieng/{sha256}/")
            if hashlib.sha256(sound).hexdigest() != sha256:
                raise RuntimeError("not the sound that was named")
            self.sounds.add(sha256)

    async def report(self, lines: list[dict[str, Any]]) -> set[str]:
        """Send lines of the log; what the server says it has: nothing while others have a turn."""
        body = json.dumps({"lines": lines, "faults": [], "health": {"disk_free": 1}}).encode()
        try:
            answer = await self.ask("POST", "/may-phat/nhat-ky/", body)
        except Busy:
            await asyncio.sleep(0.5 + random.random())
            return set()
        return set(json.loads(answer)["taken"])

    async def ask(self, method: str, path: str, body: bytes = b"") -> bytes:
        """One request on the line of this station."""
        # Who is stopped in the middle of a request leaves no answer for the next one.
        line, self._line = self._line, None
        reader, writer = line or await asyncio.open_connection("127.0.0.1", self.port)
        head = (
            f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {self.token}\r\n"
        )
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        await writer.drain()
        status = int((await reader.readline()).split()[1])
        length, chunked = 0, False
        while line := (await reader.readline()).strip().lower():
            length = int(line.split(b":")[1]) if line.startswith(b"content-length:") else length
            chunked |= line == b"transfer-encoding: chunked"
        answer = await _chunks(reader) if chunked else await reader.readexactly(length)
        self._line = reader, writer
        if status == 429:
            raise Busy
        if status != 200:
            raise RuntimeError(f"{path}: {status} {answer[:200]!r}")
        return answer


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    whole = b""
    while size := int(await reader.readline(), 16):
        whole += await reader.readexactly(size)
        await reader.readline()
    await reader.readline()
    return whole
