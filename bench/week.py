"""The week's list and the leader's page at sixteen people at once.

Fifteen units with 20,000 activities on SQLite, then the 3,321 communes of the country with a
million on a PostgreSQL of its own, where it is there. Through granian on loopback, as it is served.
"""

import os
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection

from bench.ground import on_both, own_installation
from bench.measure import QUICK, against, median, p95, seconds, table
from bench.nation import DAY, Nation, nation
from bench.pages import _client, _session
from bench.served import fetch, served

PEOPLE, TURNS = 16, 12
SMALL = {"provinces": 1, "communes": 15, "activities": 20_000}
LARGE = {"provinces": 34, "communes": 3321, "activities": 1_000_000}
if os.environ.get(QUICK):
    SMALL, LARGE = (
        SMALL | {"activities": 2_000},
        {"provinces": 2, "communes": 60, "activities": 6_000},
    )
NAME = "{communes:,} units, {activities:,} activities, "
SET_ON_SQLITE = (NAME.format(**SMALL) + "SQLite", SMALL, 0.15)
SET_ON_POSTGRESQL = (NAME.format(**LARGE) + "PostgreSQL", LARGE, 0.3)


def main() -> None:
    on_both("week", _measure)


def _measure(address: str | None) -> None:
    name, size, limit = SET_ON_POSTGRESQL if address else SET_ON_SQLITE
    with own_installation(as_of=DAY, database=address):
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)
        begun = time.perf_counter()
        made = nation(**size)
        print(f"\nmade in bulk: {name}, in {seconds(time.perf_counter() - begun)}")
        rows = _rows(made, limit)
    head = ["page", "p50", "p95", "limit", "of it", "queries"]
    table(f"{PEOPLE} people at once: {name}", head, rows)


def _rows(made: Nation, limit: float) -> list[list[object]]:
    whose = {
        "Việc tuần này, xã": (made.officers, "/viec/"),
        "Việc tuần này, chuyên viên": (made.drafters, "/viec/"),
        "Một trang, lãnh đạo": (made.leaders, "/viec/"),
        "Một trang, bộ (mọi đơn vị)": ([made.ministry], "/viec/"),
        "Chưa ai làm, chuyên viên": (made.drafters, "/chua-ai-lam/"),
        "Chỉ tiêu, xã": (made.officers, "/chi-tieu/"),
        "Chỉ tiêu, chuyên viên": (made.drafters, "/chi-tieu/"),
    }
    rows: list[list[object]] = []
    with served() as port:
        for name, (accounts, path) in whose.items():
            queries = _queries(accounts[0], path)
            taken = _together(port, [_session(one) for one in accounts[:PEOPLE]], path)
            late = p95(taken)
            facts = [seconds(median(taken)), seconds(late), seconds(limit), against(late, limit)]
            rows.append([name, *facts, queries])
    return rows


def _queries(account: str, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = _client(account)
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return len(asked)


def _together(port: int, keys: Sequence[str], path: str) -> list[float]:
    """Times of a page asked for by all at once, again and again; each has a line of its own."""
    start, taken, lock = threading.Barrier(PEOPLE), [], threading.Lock()
    turns = 2 if os.environ.get(QUICK) else TURNS

    def ask(at: int) -> None:
        line = HTTPConnection("127.0.0.1", port, timeout=60)
        fetch(line, path, keys[at % len(keys)])
        start.wait()
        for _ in range(turns):
            begun = time.perf_counter()
            fetch(line, path, keys[at % len(keys)])
            one = time.perf_counter() - begun
            with lock:
                taken.append(one)
        line.close()

    with ThreadPoolExecutor(PEOPLE) as together:
        list(together.map(ask, range(PEOPLE)))
    return taken


if __name__ == "__main__":
    main()
