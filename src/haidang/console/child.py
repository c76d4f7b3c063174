"""A child process that reads one file after another within limits, and the parent's side of it."""

import os
import resource
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from haidang.text.reading.apart import MOST_MEMORY, MOST_SECONDS, MOST_WORK
from haidang.text.reading.progress import Progress

TICK = 0.5  # seconds between two looks at the clock
FULL = 300 * 1024  # kB: a child that grew so much makes room for another
_CLEARING = 3.0
_FORK = get_context("fork")  # what the parent has loaded is there at once


class Answer(NamedTuple):
    """What is said of a file, and whether it was no document."""

    words: str
    is_refusal: bool = False


class Page(NamedTuple):
    """A page of a file was recognised: how many now, and of how many."""

    done: int
    of: int


class Ended(NamedTuple):
    """The last that is heard of a child: its answer, None where it died over the file."""

    answer: Answer | None


Act = Callable[[str, Progress], Answer]


class Child:
    """The parent's side: `file` is what the child is busy with."""

    def __init__(self, act: Act) -> None:
        self.pipe, theirs = _FORK.Pipe()
        self.file: tuple[int, str] | None = None
        self._until = 0.0
        self._process = _FORK.Process(target=work, args=(theirs, os.getpid(), act), daemon=True)
        signals = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:  # a child hears no Ctrl+C before it knows that it is the parent's
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, signals)
        theirs.close()

    def ask(self, number: int, file: str) -> None:
        """Give it a file."""
        self.file, self._until = (number, file), time.monotonic() + MOST_SECONDS
        with suppress(OSError):  # it is dead, which is heard next
            self.pipe.send(file)

    def hear(self) -> Answer | Page | Ended | None:
        """What it says; None where it says nothing yet and still has time."""
        if not self.pipe.poll():
            return None if time.monotonic() < self._until else Ended(None)
        try:
            said: Answer | Page | Ended = self.pipe.recv()
        except (EOFError, OSError):
            return Ended(None)
        return said

    def end(self) -> None:
        """Let it clear away what it made; then it is ended without being asked."""
        self.pipe.close()
        self._process.terminate()
        self._process.join(_CLEARING)
        self._process.kill()
        self._process.join()


def work(pipe: "Connection[Any, Any]", parent: int, act: Act) -> None:
    """What a child does until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears of it and ends us
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # for what we start
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what is open is cleared away
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash would write the file to a disk
    answer_files(pipe, parent, act)


def answer_files(pipe: "Connection[Any, Any]", parent: int, act: Act) -> None:
    """Answer one file after another, until the parent is gone or the memory is full."""
    while _is_asked(pipe, parent):
        signal.setitimer(signal.ITIMER_PROF, MOST_WORK)  # its end is ours
        answer = act(pipe.recv(), lambda done, of: pipe.send(Page(done, of)))
        signal.setitimer(signal.ITIMER_PROF, 0)
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > FULL:
            pipe.send(Ended(answer))
            return
        pipe.send(answer)


def _is_asked(pipe: "Connection[Any, Any]", parent: int) -> bool:
    while not pipe.poll(TICK):
        if os.getppid() != parent:  # it was killed
            return False
    return True
