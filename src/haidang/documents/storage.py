"""Files kept once under the hash of their bytes, in a folder that no web server serves."""

import hashlib
import os
import tempfile
from pathlib import Path

from haidang import clock
from haidang.documents.models import StoredFile


def keep(content: bytes, content_type: str) -> StoredFile:
    """Store bytes under their hash and return the row; the same bytes twice are one file.

    The file is whole before its name exists, so that a cut never leaves half a file behind.
    Raises OSError where the disk is full.
    """
    digest = hashlib.sha256(content).hexdigest()
    file = StoredFile(sha256=digest, size=len(content), content_type=content_type)
    if not file.path.exists():
        write_whole(file.path, content)
    stored, _ = StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={"size": len(content), "content_type": content_type, "stored_at": clock.now()},
    )
    return stored


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that is whole before its name exists. Raises OSError where the disk is full."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
