"""A worker: takes one job after another, starts what is due, and ends when it is told to.

It reads while there is nothing to do, and holds no transaction while a job runs.
"""

import datetime as dt
import logging
import os
import secrets
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from django.db import InterfaceError, OperationalError, connection
from django.utils.module_loading import autodiscover_modules

from haidang import clock
from haidang.jobs import periodic, queue
from haidang.jobs.errors import Hopeless, Later, TookTooLong
from haidang.jobs.models import Row

PAUSE = 0.5  # seconds between two looks for work
ROUND = 5.0  # seconds between two looks for what is due, and for what the dead left
TROUBLE = 5.0  # seconds to wait for a database that does not answer

log = logging.getLogger("haidang.jobs")


def new_name() -> str:
    """A name that no other worker has: machine, process, and chance."""
    return f"{socket.gethostname()[:30]}:{os.getpid()}:{secrets.token_hex(4)}"


class Worker:
    """One worker. `is_wanted` is asked between two jobs; `after` names a worker that is dead."""

    def __init__(
        self, name: str = "", *, after: str = "", is_wanted: Callable[[], bool] = lambda: True
    ) -> None:
        self.name, self._after = name or new_name(), after
        self._is_wanted, self._is_told_to_stop = is_wanted, False
        self._next_round, self._is_settled = 0.0, False

    def run(self) -> None:
        """Work until SIGTERM or SIGINT; the job at hand is finished first."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        autodiscover_modules("jobs")
        while self._goes_on():
            try:
                if not self.turn():
                    time.sleep(PAUSE)
            except (OperationalError, InterfaceError):
                log.exception("the database does not answer")
                connection.close()
                time.sleep(TROUBLE)
        connection.close()

    def turn(self) -> bool:
        """Do one job; whether there was one."""
        if time.monotonic() >= self._next_round:
            self._look_round()
            self._next_round = time.monotonic() + ROUND
        row = queue.claim(self.name)
        if row is not None:
            self._do(row)
        return row is not None

    def run_ready(self) -> int:
        """Do all that can be done now; how many jobs there were."""
        count = 0
        while self.turn():
            count += 1
        return count

    def _look_round(self) -> None:
        if self._after:
            queue.take_back_from(self._after)
            self._after = ""
        queue.take_back_expired()
        now = clock.passing()
        if not self._is_settled:
            periodic.settle(now)
            self._is_settled = True
        periodic.start_due(now)

    def _do(self, row: Row) -> None:
        try:
            _call(row)
        except (Later, *queue.NEVER_AGAIN) as error:
            log.warning("job %s: %s", row.task_path, error)
            is_ours = queue.fail(row, self.name, error)
        except Exception as error:  # whatever a job does wrong, the worker goes on to the next
            log.exception("job %s, attempt %s", row.task_path, len(row.worker_ids))
            _mend_connection()
            is_ours = queue.fail(row, self.name, error)
        else:
            is_ours = queue.finish(row, self.name)
        if not is_ours:
            log.warning("job %s ended after its lease", row.task_path)

    def _goes_on(self) -> bool:
        return not self._is_told_to_stop and self._is_wanted()

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self._is_told_to_stop = True


def _call(row: Row) -> None:
    job = queue.job_of(row)
    if job is None:
        raise Hopeless(f"no such job: {row.task_path}")
    with within(job.seconds):
        job.call(*row.args_kwargs["args"], **row.args_kwargs["kwargs"])


def _mend_connection() -> None:
    if not connection.in_atomic_block:  # inside of one, Django would take it for broken
        connection.close_if_unusable_or_obsolete()


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let something take so long and no longer. Refuses with TookTooLong; main thread only."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise TookTooLong(str(dt.timedelta(seconds=seconds)))

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
