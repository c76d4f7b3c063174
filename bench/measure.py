"""Taking times and printing them beside their limits."""

import os
import platform
import re
import resource
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

Clock = Callable[[], float]
QUICK = "BENCH_QUICK"  # in the environment: take each time once


def times_of(
    act: Callable[[], object],
    *,
    at_least: int = 5,
    seconds: float = 2.0,
    clock: Clock = time.perf_counter,
) -> list[float]:
    """Run an act again and again, at least so often and about so long; the first run warms up."""
    act()
    if os.environ.get(QUICK):
        at_least, seconds = 1, 0.0
    taken: list[float] = []
    while len(taken) < at_least or (sum(taken) < seconds and len(taken) < 200):
        begun = clock()
        act()
        taken.append(clock() - begun)
    return taken


def work_of_children() -> float:
    """Seconds that processes which have ended had of a processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def once(act: Callable[[], object]) -> float:
    """Run an act one time, cold."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def median(times: Iterable[float]) -> float:
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    return sorted(times)[max(0, round(len(times) * 0.95) - 1)]


def seconds(taken: float) -> str:
    return f"{taken:.2f} s" if taken >= 1 else f"{taken * 1000:.1f} ms"


def kilobytes(count: float) -> str:
    return f"{count / 1000:.1f} kB"


def against(figure: float, limit: float) -> str:
    """A figure as a share of its limit; what is over it says so."""
    return f"{figure / limit:.0%}{' OVER' if figure > limit else ''}"


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows under a head; the first column stands left, the others right."""
    lines = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    print(f"\n{title}")
    for line in lines:
        cells = [line[0].ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        print("  " + "  ".join(cells).rstrip(), flush=True)


def machine() -> str:
    """Say what all figures were taken on."""
    processor = _first(r"model name\s*: (.+)", "/proc/cpuinfo")
    load = _first(r"(\S+)", "/proc/loadavg")
    return (
        f"{os.cpu_count()} cores, {processor}, {platform.system()} {platform.release()}; Python "
        f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}; load at the start {load}; "
        f"a plain loop of a million turns {seconds(pace())}"
    )


def pace() -> float:
    """How fast one core is just now, best of five: a shared machine may be twice slower today."""
    return min(_loop() for _ in range(5))


def _loop() -> float:
    begun, total = time.process_time(), 0
    for number in range(1_000_000):
        total += number * number % 7
    return time.process_time() - begun


def _first(pattern: str, file: str) -> str:
    text = Path(file).read_text() if Path(file).exists() else ""
    found = re.search(pattern, text)
    return found.group(1) if found else "unknown"
