"""The worker beside the web server: started with it, started again when it dies, ended with it."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

# What the parent has loaded is there at once, and shares its memory.
_FORK = get_context("fork")
FIRST_REST, LONGEST_REST = 1.0, 60.0  # seconds before the next start of one that keeps dying
LIVED_WELL = 300.0  # seconds after which a death is no sign of a fault that comes back
PATIENCE = 10.0  # seconds for the job at hand


class Companion:
    """One worker process. Looks after it whenever `tend` is called."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._name = self._before = ""
        self._started = self._next_start = 0.0
        self._rest = FIRST_REST

    @property
    def pid(self) -> int | None:
        """The process, while there is one."""
        return self._process.pid if self._process else None

    def tend(self) -> None:
        """Start the worker if it is not there; one that keeps dying has to wait longer."""
        if self._process is not None and not self._process.is_alive():
            self._bury()
        if self._process is None and time.monotonic() >= self._next_start:
            self._start()

    def end(self) -> None:
        """Kindly; and when its job takes too long, not. The job is done again then."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.terminate()
        try:
            process.join(PATIENCE)
        finally:  # also when somebody is told to stop a second time
            process.kill()
            process.join()

    def _start(self) -> None:
        from haidang.jobs.worker import new_name  # rows exist only once Django is set up

        self._name, self._started = new_name(), time.monotonic()
        told = (self._name, self._before, os.getpid())
        self._process = _FORK.Process(target=work, args=told, daemon=True)
        self._process.start()

    def _bury(self) -> None:
        now = time.monotonic()
        self._rest = (
            FIRST_REST if now - self._started > LIVED_WELL else min(self._rest * 2, LONGEST_REST)
        )
        self._next_start, self._before, self._process = now + self._rest, self._name, None


@contextmanager
def companion() -> Iterator[Companion]:
    """A worker that is started now and gone afterwards."""
    found = Companion()
    try:
        found.tend()
        yield found
    finally:
        found.end()


def work(name: str, before: str, parent: int) -> None:
    """What the process does until it is told to stop, or nobody is there to tell it."""
    from django.db import connection

    from haidang.jobs.worker import Worker

    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    connection.close()  # the parent's, which two must not share
    Worker(name, after=before, is_wanted=lambda: os.getppid() == parent).run()
