"""Turns at work that fills a core of the machine, counted over all processes of the server.

A place is a lock on an empty file in the data folder: the system gives it back when its holder
ends, however it ends.
"""

import fcntl
import os
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

CORES = min(os.cpu_count() or 1, 4)  # of a large machine, people at other pages keep the rest


class Busy(Exception):
    """Every place is taken, also the one to wait in."""


def in_turn(kind: str, moment: float) -> Generator[tuple[int, int], None, int]:
    """Wait for a place at the work, looking round each moment; `leave` gives it back.

    Only one may wait, and hears (0, 0): nothing is done yet. Refuses with Busy whoever comes then.
    """
    waiting = None
    try:
        while (place := _any_place(kind)) is None:
            if waiting is None and (waiting := place_at(kind, 0)) is None:
                raise Busy
            yield 0, 0
            time.sleep(moment)
        return place
    finally:
        if waiting is not None:
            leave(waiting)


def leave(place: int) -> None:
    """Give a place back."""
    os.close(place)


@contextmanager
def turn_at(kind: str, seconds: float) -> Iterator[None]:
    """A place at short work. Refuses with Busy after so many seconds of waiting for one."""
    until = time.monotonic() + seconds
    while (place := _any_place(kind)) is None:
        if time.monotonic() >= until:
            raise Busy
        time.sleep(0.05)
    try:
        yield
    finally:
        leave(place)


def place_at(kind: str, number: int) -> int | None:
    """Take one place, if it is free. Number 0 is the one to wait in."""
    folder = Path(settings.DATA) / "turns"
    folder.mkdir(exist_ok=True)
    lock = os.open(folder / f"{kind}-{number}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    return lock


def _any_place(kind: str) -> int | None:
    found = (place_at(kind, number) for number in range(1, CORES + 1))
    return next((place for place in found if place is not None), None)
