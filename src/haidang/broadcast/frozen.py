"""What a released week says, to people, to players and to the log: plain values, never changed.

    {"format": "haidang-week/1", "station": 3, "name": "Đài Truyền thanh huyện",
     "monday": "2024-11-25", "number": 2, "released_at": "…+07:00",
     "valid_from": "2024-11-25T00:00:00+07:00", "valid_until": "2024-12-05T00:00:00+07:00",
     "slots": [{"id": 7, "name": "Sáng", "weekdays": "1234567", "starts_at": "05:00",
                "minutes": 30}],
     "parts": [{"id": "p12", "slot": 7, "on": "2024-11-25",
                "starts_at": "2024-11-25T05:00:00+07:00", "seconds": 900, "kind": "bulletin",
                "title": "Bản tin huyện", "language": "vi", "bulletin": 5, "relay": "",
                "sha256": "…", "size": 14400000, "sound_seconds": 897.2}],
     "filling": [{"sha256": "…", "size": 1, "seconds": 60.0, "title": "Nhạc"}],
     "left_out": [{"id": "p13", "slot": 7, "on": "2024-11-25", "title": "…",
                   "starts_at": "2024-11-25T05:15:00+07:00", "bulletin": 6, "why": "…"}]}

A part begins at the start of its slot and the seconds of all parts before it, of those too that
were left out: what stands on the printed sheet is on the air at its time, and filling in a hole.
A part without sound and without a relay is played by hand. `valid_until` is the end of Sunday and
72 hours, for a station without a line.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from haidang import clock
from haidang.broadcast.models import Part, Recording, Slot, Station
from haidang.broadcast.sittings import Sitting, days_of, sittings_of

FORMAT = "haidang-week/1"
KEPT = dt.timedelta(hours=72)
WEEK = dt.timedelta(days=7)


def frozen_week(
    *,
    station: Station,
    monday: dt.date,
    number: int,
    at: dt.datetime,
    slots: Sequence[Slot],
    parts: Iterable[Part],
    filling: Iterable[Recording] = (),
    left_out: Mapping[int, str] | None = None,
) -> dict[str, Any]:
    """The content of a release; `left_out` says of parts, by their number, why they may not go."""
    why = left_out or {}
    sittings = sittings_of(slots, parts, days_of(monday))
    starts = clock.at(monday)
    return {
        "format": FORMAT,
        "station": station.pk,
        "name": station.name,
        "monday": monday.isoformat(),
        "number": number,
        "released_at": at.isoformat(),
        "valid_from": starts.isoformat(),
        "valid_until": (starts + WEEK + KEPT).isoformat(),
        "slots": [_slot(slot) for slot in slots],
        "parts": [
            _part(sitting, moment, part)
            for sitting in sittings
            for moment, part in sitting.timed()
            if part.pk not in why
        ],
        "filling": [_sound(one) | {"title": one.title} for one in filling],
        "left_out": [
            _named(sitting, part)
            | {"starts_at": moment.isoformat(), "bulletin": part.bulletin_id, "why": why[part.pk]}
            for sitting in sittings
            for moment, part in sitting.timed()
            if part.pk in why
        ],
    }


def sound_of(part: Part) -> Recording | None:
    """What is heard of a part: its own recording, or that of its bulletin."""
    return part.recording or (part.bulletin.recording if part.bulletin else None)


def key_of(part: Part) -> str:
    """The name of a part in a release and in the log."""
    return f"p{part.pk}"


def _slot(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.pk,
        "name": slot.name,
        "weekdays": slot.weekdays,
        "starts_at": f"{slot.starts_at:%H:%M}",
        "minutes": slot.minutes,
    }


def _named(sitting: Sitting, part: Part) -> dict[str, Any]:
    return {
        "id": key_of(part),
        "slot": sitting.slot.pk,
        "on": sitting.on.isoformat(),
        "title": part.title,
    }


def _part(sitting: Sitting, moment: dt.datetime, part: Part) -> dict[str, Any]:
    sound = sound_of(part)
    heard = _sound(sound) if sound else {"sha256": "", "size": 0, "seconds": None}
    return _named(sitting, part) | {
        "starts_at": moment.isoformat(),
        "seconds": part.seconds,
        "kind": part.kind,
        "language": part.language,
        "bulletin": part.bulletin_id,
        "relay": part.relay,
        "sha256": heard["sha256"],
        "size": heard["size"],
        "sound_seconds": heard["seconds"],
    }


def _sound(recording: Recording) -> dict[str, Any]:
    return {
        "sha256": recording.file_id,
        "size": recording.file.size,
        "seconds": float(recording.seconds),
    }
