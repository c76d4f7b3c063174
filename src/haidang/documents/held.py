"""Uploads between two steps of a page: kept for a day where no web server serves them.

An upload that is not taken over leaves no row; what is older than a day goes with the next one.
"""

import hashlib
import re
import time
from contextlib import suppress
from pathlib import Path

from django.conf import settings

from haidang.documents.models import Edition
from haidang.documents.storage import write_whole
from haidang.orgs.models import User

READ = ".json"
MOST_AGE = 24 * 3600  # seconds
_DIGEST = re.compile("[0-9a-f]{64}")


def hold(edition: Edition, by: User, content: bytes, reading: str) -> str:
    """Keep an upload of a person for an edition, and what was read in it, as JSON.

    Its hash is what they ask for it by. Refuses with NotStored where the disk is full.
    """
    digest = hashlib.sha256(content).hexdigest()
    _clear()
    path = _path(edition, by, digest)
    write_whole(path.with_suffix(READ), reading.encode())
    write_whole(path, content)
    return digest


def held_reading(edition: Edition, by: User, content: bytes) -> str | None:
    """What was read in an upload that is kept, so that it need not be read again."""
    path = _path(edition, by, hashlib.sha256(content).hexdigest()).with_suffix(READ)
    return path.read_text() if path.exists() else None


def held(edition: Edition, by: User, digest: str) -> bytes | None:
    """What the same person uploaded for the same edition; None where nothing is kept any more."""
    if not _DIGEST.fullmatch(digest):
        return None
    path = _path(edition, by, digest)
    return path.read_bytes() if path.exists() else None


def let_go(edition: Edition, by: User, digest: str) -> None:
    """Forget an upload that was taken over."""
    path = _path(edition, by, digest)
    path.unlink(missing_ok=True)
    path.with_suffix(READ).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.FILES) / "held"


def _path(edition: Edition, by: User, digest: str) -> Path:
    return _folder() / f"{edition.pk}-{by.pk}-{digest}"


def _clear() -> None:
    oldest = time.time() - MOST_AGE
    for path in _folder().glob("*"):
        with suppress(FileNotFoundError):  # another upload was just named, or cleared away
            if path.stat().st_mtime < oldest:
                path.unlink()
