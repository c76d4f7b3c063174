"""A released week as the player reads it; what is not as agreed is refused as a whole."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from haidang.broadcast.seal import NotSealed, digest

_SHA = re.compile(r"[0-9a-f]{64}")
_LONGEST = 86400


@dataclass(frozen=True)
class Sound:
    """A file of sound, by its hash."""

    sha256: str
    size: int
    seconds: float
    title: str = ""


@dataclass(frozen=True)
class Slot:
    """Hours in which the station speaks, on some days of the week."""

    weekdays: str
    starts_at: dt.time
    minutes: int


@dataclass(frozen=True)
class Part:
    """What is planned from a moment on: a sound, a relay, or neither where a person plays it."""

    release: str
    id: str
    released_at: dt.datetime
    starts_at: dt.datetime
    seconds: int
    kind: str
    title: str
    language: str
    bulletin: int | None = None
    relay: str = ""
    sound: Sound | None = None

    @property
    def key(self) -> str:
        """What stays one part when a week is released anew."""
        what = self.sound.sha256 if self.sound else self.relay
        return f"{self.id} {self.starts_at.isoformat()} {what}"

    @property
    def ends_at(self) -> dt.datetime:
        return self.starts_at + dt.timedelta(seconds=self.seconds)


@dataclass(frozen=True)
class Week:
    """One release: of a station, for a week, under a number."""

    sha256: str
    station: int
    monday: dt.date
    number: int
    valid_from: dt.datetime
    valid_until: dt.datetime
    slots: tuple[Slot, ...]
    parts: tuple[Part, ...]
    filling: tuple[Sound, ...]

    def sounds(self) -> list[Sound]:
        """Every sound of the week, those that are due first in front; then the filling."""
        return [part.sound for part in self.parts if part.sound] + list(self.filling)


def week_of(content: Mapping[str, Any]) -> Week:
    """Read what was sealed. Refuses with NotSealed(format)."""
    try:
        sha256 = digest(content)
        released_at = _moment(content["released_at"])
        parts = [_part(sha256, released_at, part) for part in content["parts"]]
        return Week(
            sha256=sha256,
            station=int(content["station"]),
            monday=dt.date.fromisoformat(content["monday"]),
            number=int(content["number"]),
            valid_from=_moment(content["valid_from"]),
            valid_until=_moment(content["valid_until"]),
            slots=tuple(_slot(slot) for slot in content["slots"]),
            parts=tuple(sorted(parts, key=lambda part: part.starts_at)),
            filling=tuple(sound_of(sound) for sound in content.get("filling", [])),
        )
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        raise NotSealed("format", f"Gói không đúng khuôn: {error!r}"[:200]) from error


def sound_of(words: Mapping[str, Any]) -> Sound:
    """Read the facts of a sound. Raises ValueError where they cannot be a sound's."""
    sha256, size, seconds = str(words["sha256"]), int(words["size"]), float(words["seconds"])
    if not _SHA.fullmatch(sha256) or size < 1 or not 0 < seconds <= _LONGEST:
        raise ValueError(f"not a sound: {sha256[:64]}, {size}, {seconds}")
    return Sound(sha256, size, seconds, str(words.get("title", ""))[:200])


def _part(release: str, released_at: dt.datetime, words: Mapping[str, Any]) -> Part:
    seconds = int(words["seconds"])
    if not 0 < seconds <= _LONGEST:
        raise ValueError(f"seconds {seconds}")
    sounding = (
        {**words, "seconds": words.get("sound_seconds") or seconds} if words.get("sha256") else None
    )
    relay = str(words.get("relay") or "")
    if relay and not re.fullmatch(r"https?://[!-~]+", relay):
        raise ValueError("relay")
    return Part(
        release=release,
        released_at=released_at,
        id=str(words["id"])[:40],
        starts_at=_moment(words["starts_at"]),
        seconds=seconds,
        kind=str(words["kind"]),
        title=str(words["title"])[:200],
        language=str(words["language"]),
        bulletin=words.get("bulletin"),
        relay=relay,
        sound=sound_of(sounding) if sounding else None,
    )


def _slot(words: Mapping[str, Any]) -> Slot:
    minutes = int(words["minutes"])
    if not 0 < minutes <= _LONGEST / 60:
        raise ValueError(f"minutes {minutes}")
    return Slot(str(words["weekdays"]), dt.time.fromisoformat(words["starts_at"]), minutes)


def _moment(words: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(words)
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {words}")
    return moment
