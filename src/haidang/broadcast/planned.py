"""What was to be aired: the parts of the release that was in force when each of them began.

Values in, values out. A week may be released anew while it runs: up to that moment the release
before it holds, from then on the new one; what a release says of hours before it was never a plan.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Planned:
    """One part of a plan that held. `release` is the key of its release, None for a bare slot."""

    release: int | None
    part: str
    slot: int
    on: dt.date
    starts_at: dt.datetime
    seconds: int
    expected: float  # the length of its sound, where that is known
    kind: str
    title: str
    language: str
    sha256: str = ""
    bulletin: int | None = None
    released_at: dt.datetime | None = None

    @property
    def ends_at(self) -> dt.datetime:
        """When the next part may begin."""
        return self.starts_at + dt.timedelta(seconds=self.seconds)


@dataclass(frozen=True, slots=True)
class Released:
    """One release of a week: its key, its number, the moment from which it held, its parts."""

    key: int
    monday: dt.date
    number: int
    at: dt.datetime
    parts: tuple[Mapping[str, Any], ...]


def in_force(releases: Iterable[Released]) -> list[Planned]:
    """The parts that held, in the order of their beginnings; each moment has one release a week."""
    weeks: dict[dt.date, list[Released]] = {}
    for release in releases:
        weeks.setdefault(release.monday, []).append(release)
    found = [part for week in weeks.values() for part in _of_week(week)]
    return sorted(found, key=lambda part: (part.starts_at, part.slot, part.part))


def _of_week(releases: list[Released]) -> Iterator[Planned]:
    # A release takes the place of the one before it, also where the clock stepped back between.
    in_order = sorted(releases, key=lambda release: release.number)
    until: dt.datetime | None = None
    for release in reversed(in_order):
        for part in _parts(release):
            if release.at <= part.starts_at and (until is None or part.starts_at < until):
                yield part
        until = release.at if until is None else min(until, release.at)


def _parts(release: Released) -> Iterator[Planned]:
    for part in release.parts:
        sound = part.get("sound_seconds")
        yield Planned(
            release=release.key,
            part=part["id"],
            slot=part["slot"],
            on=dt.date.fromisoformat(part["on"]),
            starts_at=dt.datetime.fromisoformat(part["starts_at"]),
            seconds=part["seconds"],
            expected=float(part["seconds"] if sound is None else sound),
            kind=part["kind"],
            title=part["title"],
            language=part["language"],
            sha256=part.get("sha256") or "",
            bulletin=part.get("bulletin"),
            released_at=release.at,
        )
