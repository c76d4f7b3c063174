"""Stations with a released week, and lines of a player's log, for tests of what was aired."""

import datetime as dt
import hashlib
from uuid import uuid4

from haidang import clock
from haidang.broadcast.models import Player, Release, Slot, Station
from tests.makers.orgs import LONG_AGO, make_unit

MONDAY = dt.date(2026, 11, 23)


def a_station(unit=None, *, kind="commune", name="Trạm Truyền thanh xã", **fields):
    """A station with a slot in the morning and one in the afternoon, half an hour each."""
    unit = unit or make_unit()
    station = Station.objects.create(unit=unit, kind=kind, name=name, **fields)
    for called, hour in (("Sáng", 5), ("Chiều", 17)):
        Slot.objects.create(
            station=station, name=called, starts_at=dt.time(hour), minutes=30, valid_from=LONG_AGO
        )
    return station


def a_player(station, name="Máy phát"):
    """A player that was added to a station."""
    token = hashlib.sha256(uuid4().bytes).hexdigest()
    return Player.objects.create(
        station=station, name=name, token_hash=token, added_at=clock.at(MONDAY)
    )


def a_part(slot, on=MONDAY, after=0, seconds=900, number=1, **fields):
    """A part of a released week, as it is frozen: `after` seconds into its slot."""
    begins = clock.at(on, slot.starts_at.hour, slot.starts_at.minute)
    return {
        "id": f"p{number}",
        "slot": slot.pk,
        "on": on.isoformat(),
        "starts_at": (begins + dt.timedelta(seconds=after)).isoformat(),
        "seconds": seconds,
        "kind": "bulletin",
        "title": f"Bản tin {number}",
        "language": "vi",
        "bulletin": None,
        "relay": "",
        "sha256": hashlib.sha256(f"tiếng {number}".encode()).hexdigest(),
        "size": 100,
        "sound_seconds": seconds,
    } | fields


def a_release(station, parts, *, number=1, monday=MONDAY, at=None):
    """A week as it was handed to players; in force from some days before unless told."""
    at = at or clock.at(monday) - dt.timedelta(days=2)
    content = {
        "format": "haidang-week/1",
        "station": station.pk,
        "name": station.name,
        "monday": monday.isoformat(),
        "number": number,
        "released_at": at.isoformat(),
        "parts": list(parts),
        "filling": [],
    }
    digest = hashlib.sha256(repr(content).encode()).hexdigest()
    return Release.objects.create(
        station=station, monday=monday, number=number, content=content, sha256=digest, at=at
    )


def a_line(part=None, *, release=None, late=0, **fields):
    """A line as a player sends it; as planned unless told."""
    part = part or {}
    begins = part.get("starts_at") or clock.at(MONDAY, 5).isoformat()
    at = dt.datetime.fromisoformat(begins) + dt.timedelta(seconds=late)
    return {
        "id": str(uuid4()),
        "release": release.sha256 if release else "",
        "part": part.get("id", ""),
        "kind": part.get("kind", "bulletin"),
        "title": part.get("title", "Bản tin"),
        "language": part.get("language", "vi"),
        "sha256": part.get("sha256", ""),
        "started_at": at.isoformat(),
        "seconds": float(part.get("seconds", 900)),
        "missed": "",
        "note": "",
    } | fields
