"""Listens to a program while it works: what it says line by line, and the silence in between."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from haidang.text.reading.programs import TooSlow

TICK = 0.25  # seconds of silence, after which whoever waits may look round
_CLEARING = 3.0
_MOUTHFUL = 2**16


def lines_of(
    command: Sequence[str], given: bytes, seconds: float, settings: Mapping[str, str]
) -> Iterator[bytes | None]:
    """What a program says to these bytes, line by line; None for each moment of silence.

    The bytes wait in memory, never on a disk. Whoever stops listening ends the program, with all
    that it had started. Refuses with TooSlow after so many seconds.
    """
    until = time.monotonic() + seconds
    process = _started(command, given, settings)
    try:
        yield from _heard(process, until)
    finally:
        _end(process)


def _started(
    command: Sequence[str], given: bytes, settings: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    # A file without a disk: a pipe would have to be fed while we listen.
    file = os.memfd_create("given", os.MFD_CLOEXEC)
    try:
        with os.fdopen(os.dup(file), "wb") as writing:
            writing.write(given)
        os.lseek(file, 0, os.SEEK_SET)
        return subprocess.Popen(  # noqa: S603 - our own words, never a file's
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(settings),
            start_new_session=True,
        )
    finally:
        os.close(file)


def _heard(process: subprocess.Popen[bytes], until: float) -> Iterator[bytes | None]:
    assert process.stdout is not None
    mouth, open_line = process.stdout.fileno(), b""
    while True:
        left = until - time.monotonic()
        if left <= 0:
            raise TooSlow
        if not select.select([mouth], [], [], min(TICK, left))[0]:
            yield None
            continue
        if not (said := os.read(mouth, _MOUTHFUL)):
            return
        *lines, open_line = (open_line + said).split(b"\n")
        yield from lines


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let it clear away what it made; then it is ended without being asked."""
    with process:
        if process.poll() is None:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(_CLEARING)
        with suppress(ProcessLookupError, PermissionError):  # after a good end nobody is left
            os.killpg(process.pid, signal.SIGKILL)
