"""Folders for programs that can only work with files: in memory, and gone whatever happens.

What is not yet known to be no secret may touch no disk (N19). Where a machine has no memory to lend
as a folder, the system's own place for such folders is taken.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - it is memory, and each folder in it is for us alone
_SPARE = 64 * 2**20  # bytes for the program's own settings and work
_NAME = re.compile(r"haidang-(\d+)-\w+")


@contextmanager
def shelter(size: int) -> Iterator[Path]:
    """A folder that is gone at the end, with room for several copies of so many bytes."""
    place = _place(size)
    _sweep(place)
    with tempfile.TemporaryDirectory(
        prefix=f"haidang-{os.getpid()}-", dir=place, ignore_cleanup_errors=True
    ) as name:
        yield Path(name)


def _place(size: int) -> Path:
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK | os.X_OK):
        free = os.statvfs(MEMORY)
        if free.f_bavail * free.f_frsize >= 4 * size + _SPARE:
            return MEMORY
    return Path(tempfile.gettempdir())


def _sweep(place: Path) -> None:
    """Clear away what a process left that was ended without being asked."""
    for folder in place.glob("haidang-*-*"):
        found = _NAME.fullmatch(folder.name)
        if found and not Path("/proc", found.group(1)).exists() and _is_ours(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    try:
        return folder.lstat().st_uid == os.getuid()
    except OSError:  # another process cleared it away
        return False
