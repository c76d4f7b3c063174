"""An emergency as players get it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from haidang.broadcast.models import Alert


def as_ordered(alert: Alert, language: str) -> dict[str, Any]:
    """What an order to air a message says beside its number and times."""
    recording = alert.recording
    return {
        "identifier": alert.identifier,
        "status": alert.facts["status"],
        "title": alert.facts["headline"],
        "language": language,
        "sha256": recording.file_id,
        "size": recording.file.size,
        "seconds": float(recording.seconds),
        "repeats": alert.facts["repeats"],
    }


def expiry(about: Mapping[str, Any]) -> dt.datetime:
    """When a message is over."""
    return dt.datetime.fromisoformat(about["expires"])
