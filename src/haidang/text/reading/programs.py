"""Runs a program of the system that reads what we do not: bounded in time, nothing left running."""

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress

_PASSED_ON = ("PATH", "HOME", "TMPDIR", "TESSDATA_PREFIX")

_CLEARING = 3.0


class TooSlow(Exception):
    """The program did not end in time and was ended, with all that it had started."""


def output_of(
    command: Sequence[str], given: bytes, seconds: float, settings: Mapping[str, str] | None = None
) -> bytes | None:
    """What a program answers to these bytes; None where it fails or is not there.

    Refuses with TooSlow after so many seconds.
    """
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        process = subprocess.Popen(  # noqa: S603 - our own words, never a file's
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**kept, "LC_ALL": "C.UTF-8", **(settings or {})},
            start_new_session=True,
        )
    except OSError:
        return None
    return _ended(process, given, seconds)


def _ended(process: subprocess.Popen[bytes], given: bytes, seconds: float) -> bytes | None:
    with process:  # its pipes are closed and it is waited for, whatever happens
        try:
            answer, _ = process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            _ask_to_end(process)
            raise TooSlow from error
        finally:
            with suppress(ProcessLookupError, PermissionError):  # after a good end nobody is left
                os.killpg(process.pid, signal.SIGKILL)
    return answer if process.returncode == 0 else None


def _ask_to_end(process: subprocess.Popen[bytes]) -> None:
    """Let it clear away what it made; then it is ended without being asked."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_CLEARING)
