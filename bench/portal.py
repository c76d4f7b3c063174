"""Portals: an article from memory and made anew, beside a new Wagtail site; search over 100,000.

Both sites are served by granian with the workers of `haidang up`, asked over 16 lines of loopback
that stay open, as `wrk` would. The peer is what `wagtail start` makes, its first page asked.
"""

import os
import random
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ground import ADDRESS, ROOT, on_both, own_installation
from bench.many_stories import SEARCHED, fill
from bench.measure import QUICK, against, median, p95, seconds, table, times_of
from bench.served import served, wait_for
from haidang.console.serving import CALM, WORKERS

LINES = 16
LONG = 0.5 if os.environ.get(QUICK) else 6.0  # seconds
CACHED, UNCACHED, SEARCH = 1_500, 150, 0.1  # answers a second, and seconds at p95
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


def main() -> None:
    on_both("portal", _measure)


def _measure(address: str | None) -> None:
    with own_installation(as_of="2024-11-25", database=address):
        from django.core.management import call_command

        from haidang.demonstration import load_demonstration

        call_command("collectstatic", interactive=False, verbosity=0)
        load_demonstration()
        if not os.environ.get(ADDRESS):
            _beside_wagtail()
        _search(address)


def _beside_wagtail() -> None:
    path = _article()
    with served() as port, _wagtail() as other:
        cached, remade, plain = [], [], []
        for _ in range(1 if os.environ.get(QUICK) else 3):  # in turns: the machine is shared
            cached.append(rate(port, path))
            remade.append(rate(port, path, "Cache-Control: no-store\r\n"))
            plain.append(rate(other, "/"))
    peer = median(plain)
    rows = [
        ("an article, from memory", cached, CACHED, 5.0),
        ("an article, made anew", remade, UNCACHED, 1.0),
        ("first page of wagtail start", plain, 0, 0.0),
    ]
    table(
        f"Answers a second over {LINES} lines, two workers, median of {len(plain)}",
        ("", "answers/s", "of the wanted", "times the peer", "aim"),
        [
            (
                name,
                f"{median(found):,.0f}",
                f"{median(found) / wanted:.0%}{'' if median(found) >= wanted else ' SHORT'}"
                if wanted
                else "",
                f"{median(found) / peer:.1f}",
                f"{aim:.0f}" if aim else "",
            )
            for name, found, wanted, aim in rows
        ],
    )


def _article() -> str:
    from haidang.newsroom.queries.public import appearing
    from haidang.newsroom.relative import relative

    story = appearing().filter(locale__language_code="vi").order_by("-pk").first()
    assert story is not None
    return relative(story)


def rate(port: int, path: str, more: str = "") -> float:
    """Answers a second while 16 lines ask again and again."""
    asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n{more}\r\n"
    counts = [0] * LINES
    until = time.monotonic() + LONG
    asking = [
        threading.Thread(target=_ask, args=(port, asked.encode(), until, counts, at))
        for at in range(LINES)
    ]
    begun = time.monotonic()
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    return sum(counts) / (time.monotonic() - begun)


def _ask(port: int, asked: bytes, until: float, counts: list[int], at: int) -> None:
    with closing(socket.create_connection(("127.0.0.1", port), timeout=60)) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while time.monotonic() < until:
            line.sendall(asked)
            _read(line)
            counts[at] += 1


def _read(line: socket.socket) -> None:
    got = b""
    while b"\r\n\r\n" not in got:
        got += line.recv(65_536)
    head, _, body = got.partition(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n")[0]:
        raise RuntimeError(head.decode())
    length = LENGTH.search(head)
    assert length is not None
    left = int(length[1]) - len(body)
    while left > 0:
        left -= len(line.recv(65_536))


@contextmanager
def _wagtail() -> Iterator[int]:
    """A new Wagtail site, made and served in a folder that goes away."""
    with TemporaryDirectory(prefix="haidang-peer-") as folder, closing(socket.socket()) as free:
        around = {k: v for k, v in os.environ.items() if not k.startswith(("HAIDANG_", "DJANGO_"))}
        around |= {"DJANGO_SETTINGS_MODULE": "peer.settings.bench", "PYTHONPATH": folder}
        tool = Path(sys.executable).with_name("wagtail")
        subprocess.run([tool, "start", "peer", folder], check=True, capture_output=True)
        settings = Path(folder, "peer/settings/bench.py")
        settings.write_text(
            "from .base import *\nDEBUG = False\nSECRET_KEY = 'x' * 50\nALLOWED_HOSTS = ['*']\n"
            "STORAGES['staticfiles'] = {'BACKEND': "
            "'django.contrib.staticfiles.storage.StaticFilesStorage'}\n"
        )
        migrate = [sys.executable, "manage.py", "migrate", "-v0"]
        subprocess.run(migrate, cwd=folder, env=around, check=True, capture_output=True)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        address = ["--host", "127.0.0.1", "--port", str(port), "--no-log"]
        call = [sys.executable, "-m", "granian", *WORKERS, *CALM, *address, "peer.wsgi:application"]
        server = subprocess.Popen(call, cwd=folder, env=around)
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()
            server.wait(timeout=20)


def _search(address: str | None) -> None:
    from django.test import Client

    asked = fill(20 if os.environ.get(QUICK) else SEARCHED)
    client, draw = Client(headers={"host": "127.0.0.1:8000"}), random.Random(7)

    def search(choose: Callable[[random.Random], str]) -> None:
        answer = client.get("/vi/tim/", {"q": choose(draw)})
        assert answer.status_code == 200

    rows = []
    for name, choose in asked.items():
        taken = times_of(partial(search, choose), at_least=40, seconds=4)
        rows.append(
            (name, seconds(median(taken)), seconds(p95(taken)), against(p95(taken), SEARCH))
        )
    on = "PostgreSQL" if address else "SQLite"
    table(
        f"Searching {SEARCHED:,} public stories, {on}, the whole page; limit {seconds(SEARCH)}",
        ("asked", "median", "p95", "of the limit"),
        rows,
    )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
