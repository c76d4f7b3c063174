"""Released weeks as players take them: the manifest under its seal, the sound beside it."""

from collections.abc import Mapping
from typing import Any

from haidang.broadcast import keys
from haidang.broadcast.models import Release, Station
from haidang.documents.models import StoredFile
from haidang.documents.storage import keep


def packed(content: Mapping[str, Any]) -> StoredFile:
    """Seal a week by the key of its station's authority, and keep it.

    Refuses with KeyLost without the key, with NotStored where the disk is full.
    """
    station = Station.objects.select_related("unit__acts_for").get(pk=content["station"])
    return keep(keys.sealed(content, station.unit).encode(), "application/json")


def package_of(release: Release) -> bytes:
    """The manifest of a release as a player may open it today: sealed by the key in use."""
    text = release.package.read().decode() if release.package else ""
    return keys.keyring(release.station.unit).sealed_now(text, release.content).encode()
