"""The application as it is served: granian on loopback, and what a first visit transfers."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from gzip import decompress
from http.client import HTTPConnection
from posixpath import dirname, join, normpath

from bench.ground import ROOT
from haidang.console.serving import APPLICATION, CALM, WORKERS

ASKED_BY_PAGE = re.compile(
    r'<(?:link rel="(?:stylesheet|icon)"|script|img|use)[^>]*? (?:href|src)="(/[^"#]+)'
)
ASKED_BY_STYLE = re.compile(r'url\("?([^")]+)"?\)')


@dataclass(frozen=True)
class Weight:
    """Bytes over the wire, bodies only, and how many requests."""

    html: int
    styles: int
    scripts: int
    others: int
    requests: int

    @property
    def whole(self) -> int:
        return self.html + self.styles + self.scripts + self.others


@contextmanager
def served() -> Iterator[int]:
    """Serve this installation on a free port of loopback until the block ends."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # As many workers and threads as `haidang up` starts: console/serving.py says why.
    address = ["--host", "127.0.0.1", "--port", str(port), "--no-log"]
    call = [sys.executable, "-m", "granian", *WORKERS, *CALM, *address, APPLICATION]
    server = subprocess.Popen(call, cwd=ROOT)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()  # a busy machine; what was measured stands
            server.wait()


def wait_for(port: int) -> None:
    for _ in range(1200):
        with closing(socket.socket()) as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("granian did not answer within two minutes")


def fetch(line: HTTPConnection, path: str, session: str = "") -> tuple[bytes, bool]:
    """The body as it came over the wire, and whether it is gzip. Refuses what is not a page."""
    headers = {"Accept-Encoding": "gzip", "Cookie": f"haidang_session={session}"}
    line.request("GET", path, headers=headers if session else {"Accept-Encoding": "gzip"})
    answer = line.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status} {answer.getheader('Location', '')}")
    return body, answer.getheader("Content-Encoding") == "gzip"


def weigh(port: int, path: str, session: str) -> Weight:
    """What a browser with an empty cache transfers for a page and all that it names."""
    line = HTTPConnection("127.0.0.1", port, timeout=60)
    page, text = _both(line, path, session)
    sizes: dict[str, int] = {}
    waiting = list(dict.fromkeys(ASKED_BY_PAGE.findall(text)))
    while waiting:
        asset = waiting.pop()
        sizes[asset], inside = _both(line, asset, session)
        if asset.endswith(".css"):
            named = (normpath(join(dirname(asset), one)) for one in ASKED_BY_STYLE.findall(inside))
            waiting += [one for one in dict.fromkeys(named) if one not in sizes]
    line.close()

    def of(*suffixes: str) -> int:
        return sum(size for asset, size in sizes.items() if asset.endswith(suffixes))

    styles, scripts = of(".css"), of(".js")
    return Weight(page, styles, scripts, sum(sizes.values()) - styles - scripts, 1 + len(sizes))


def _both(line: HTTPConnection, path: str, session: str) -> tuple[int, str]:
    body, is_packed = fetch(line, path, session)
    return len(body), (decompress(body) if is_packed else body).decode("utf-8", "replace")
