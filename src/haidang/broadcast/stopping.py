"""Which stations have some sound in weeks that may still be aired."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from haidang import clock
from haidang.broadcast.models import Bulletin, Release, Station

STILL_GOOD = dt.timedelta(days=17)  # a week and the 72 hours that it is good for afterwards, amply


@dataclass(frozen=True, slots=True)
class Held:
    """Where a bulletin or a sound is held, and under which hashes."""

    bulletin: int | None
    sounds: set[str]
    stations: list[Station]


def held_in_weeks(bulletin: int | None, sounds: set[str]) -> Held:
    """The stations in whose released weeks a bulletin or some sounds stand, with all its sounds."""
    found, stations = set(sounds), dict[int, Station]()
    for release in _mentioning(bulletin, sounds):
        for part in _parts(release.content):
            is_it = bulletin is not None and part.get("bulletin") == bulletin
            if is_it or part.get("sha256") in sounds:
                found.add(str(part["sha256"]))
                stations[release.station_id] = release.station
    return Held(bulletin, found - {""}, list(stations.values()))


def sounds_of(bulletin: Bulletin) -> set[str]:
    """The hash of the sound that a bulletin has now."""
    return {bulletin.recording.file_id} if bulletin.recording else set()


def _mentioning(bulletin: int | None, sounds: set[str]) -> QuerySet[Release]:
    """Releases whose text has it somewhere: contents are large, and most have nothing of it."""
    has = Q(text__contains=f'"bulletin": {bulletin},') if bulletin is not None else Q()
    for sound in sounds:
        has |= Q(text__contains=sound)
    since = min(clock.today(), clock.passing().date()) - STILL_GOOD
    weeks = Release.objects.filter(monday__gte=since).annotate(text=Cast("content", TextField()))
    return weeks.filter(has).select_related("station").order_by("pk")


def _parts(content: Any) -> Iterator[dict[str, Any]]:
    yield from content.get("parts", [])
    yield from content.get("filling", [])
