"""Files kept once under the hash of their bytes, in a folder that no web server serves."""

import hashlib
import os
import tempfile
from pathlib import Path

from haidang import clock
from haidang.documents.models import FileFault, StoredFile
from haidang.errors import Refused


class NotStored(Refused):
    """A file could not be written: the disk is full, or does not take it."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            "Máy chủ không ghi được tệp (đĩa đầy hoặc không cho ghi), nên không có gì được lưu."
            " Hãy báo quản trị giải phóng chỗ trên đĩa rồi làm lại."
        )


def keep(content: bytes, content_type: str) -> StoredFile:
    """Store bytes under their hash and return the row; the same bytes twice are one file.

    The file is whole before its name exists, so that a cut never leaves half a file behind. One
    that rotted since is written again. Refuses with NotStored where the disk is full.
    """
    digest = hashlib.sha256(content).hexdigest()
    file = StoredFile(sha256=digest, size=len(content), content_type=content_type)
    if not _is_whole(file):
        write_whole(file.path, content)
    stored, _ = StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={"size": len(content), "content_type": content_type, "stored_at": clock.now()},
    )
    return stored


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is whole before its name exists. Refuses with NotStored."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, content)
    except OSError as error:
        raise NotStored from error


def _is_whole(file: StoredFile) -> bool:
    try:
        file.read()
    except FileFault:
        return False
    return True


def _write(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(temporary).replace(path)
        _settle(path.parent)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """Have the names of a folder written too: else the file may be lost with the power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
