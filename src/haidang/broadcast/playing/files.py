"""Files that are either whole or not there, and room that is kept free for the log."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

BALLAST = 1024 * 1024  # given up when the disk is full, so that the log can be written
RESERVE = 32 * 1024 * 1024  # what sounds may never take


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place at once; after a power cut it is the old one or the new one."""
    beside = path.with_name(path.name + ".part")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Let the names in a folder outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def free_space(folder: Path) -> int:
    """Bytes that are free on the disk of a folder."""
    return shutil.disk_usage(folder).free


def is_full(error: OSError) -> bool:
    """Whether a disk, or what we may have of it, is full."""
    return error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def keep_ballast(folder: Path) -> None:
    """Hold some room; where there is none any more, go on without."""
    ballast = folder / "ballast"
    if not ballast.exists() and free_space(folder) > 2 * RESERVE:
        with suppress(OSError):
            ballast.write_bytes(b"\0" * BALLAST)


def drop_ballast(folder: Path) -> None:
    """Give the room up."""
    (folder / "ballast").unlink(missing_ok=True)
