"""Runs ffmpeg on a stranger's file: bounded in time, memory and output, with no way to the net."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer
from typing import IO

from haidang.broadcast.sound.kinds import NotSound

MISSING = (
    "Máy chủ chưa có chương trình xử lý tiếng. Quản trị cài bằng lệnh: sudo apt-get install ffmpeg"
)
_QUIET = ("-hide_banner", "-nostdin", "-nostats", "-loglevel", "info", "-threads", "1")
_MEMORY = 2**30  # bytes of address space
_CHUNK, _PIECE = 2**20, 2**16
MOST_FIRST, MOST_LAST = 2**20, 2**16  # bytes: the last ones hold what it measured
TOO_SLOW = "tệp bất thường: xử lý quá lâu nên đã dừng. Xuất lại thành MP3 rồi tải lên."


class Said:
    """What a program says: its beginning and its end. A file can make it say hundreds of MB."""

    def __init__(self) -> None:
        self._first, self._last = bytearray(), bytearray()

    def hear(self, words: IO[bytes]) -> None:
        """Listen until it says no more."""
        while piece := words.read(_PIECE):
            room = MOST_FIRST - len(self._first)
            self._first += piece[:room]
            self._last += piece[room:]
            del self._last[:-MOST_LAST]

    def words(self) -> str:
        """What was kept."""
        return bytes(self._first + self._last).decode("utf-8", "replace")


def is_installed() -> bool:
    """Whether ffmpeg is there."""
    return shutil.which("ffmpeg") is not None


def opened(path: Path, kind: str) -> list[str]:
    """The words by which a file is opened as this kind and as nothing else."""
    return ["-protocol_whitelist", "file,pipe", "-f", kind, "-i", f"file:{path}"]


def run(
    words: Sequence[str], seconds: float, heed: Callable[[bytes], None] | None = None
) -> tuple[int, str]:
    """Run ffmpeg and return how it ended and what it said; `heed` gets its output by pieces.

    Raises NotSound after so many seconds, or where ffmpeg is not there.
    """
    if not is_installed():
        raise NotSound(MISSING)
    limits = ["prlimit", f"--as={_MEMORY}", f"--cpu={int(seconds)}"]
    program = [*(limits if shutil.which("prlimit") else []), "ffmpeg", *_QUIET, *words]
    process = subprocess.Popen(  # noqa: S603 - our own words, never a file's
        program,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )
    return _attended(process, seconds, heed)


def _attended(
    process: subprocess.Popen[bytes], seconds: float, heed: Callable[[bytes], None] | None
) -> tuple[int, str]:
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        _end(process)

    watch = Timer(seconds, end)
    watch.start()
    try:
        said = _heard(process, heed)
        process.wait()
    finally:
        watch.cancel()
        _end(process)
        process.wait()
    if late:
        raise NotSound(TOO_SLOW)
    return process.returncode, said


def _heard(process: subprocess.Popen[bytes], heed: Callable[[bytes], None] | None) -> str:
    """What it said on the side; a thread reads it, so that neither pipe fills up."""
    said = Said()
    answers, words = process.stdout, process.stderr
    assert answers is not None
    assert words is not None
    side = Thread(target=lambda: said.hear(words))
    side.start()
    while piece := answers.read(_CHUNK):
        if heed is not None:
            heed(piece)
    side.join()
    answers.close()
    words.close()
    return said.words()


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
