"""Uploads between two steps of a page: kept for a day where no web server serves them.

An upload that is not taken over leaves no row; what is older than a day goes with the next one.
"""

import hashlib
import re
import time
from pathlib import Path

from django.conf import settings

from haidang.documents.models import Edition
from haidang.documents.storage import write_whole
from haidang.orgs.models import User

MOST_AGE = 24 * 3600  # seconds
_DIGEST = re.compile("[0-9a-f]{64}")


def hold(edition: Edition, by: User, content: bytes) -> str:
    """Keep an upload of a person for an edition; its hash is what they ask for it by.

    Raises OSError where the disk is full.
    """
    digest = hashlib.sha256(content).hexdigest()
    _clear()
    path = _path(edition, by, digest)
    if path.exists():
        path.touch()
    else:
        write_whole(path, content)
    return digest


def held(edition: Edition, by: User, digest: str) -> bytes | None:
    """What the same person uploaded for the same edition; None where nothing is kept any more."""
    if not _DIGEST.fullmatch(digest):
        return None
    path = _path(edition, by, digest)
    return path.read_bytes() if path.exists() else None


def let_go(edition: Edition, by: User, digest: str) -> None:
    """Forget an upload that was taken over."""
    _path(edition, by, digest).unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.FILES) / "held"


def _path(edition: Edition, by: User, digest: str) -> Path:
    return _folder() / f"{edition.pk}-{by.pk}-{digest}"


def _clear() -> None:
    oldest = time.time() - MOST_AGE
    for path in _folder().glob("*"):
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
