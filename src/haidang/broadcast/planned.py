"""What was to be aired: the parts of the release that was in force when each of them began.

Values in, values out. A week may be released anew while it runs: up to that moment the release
before it holds, from then on the new one; what a release says of hours before it was never a plan.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar


class Planned(NamedTuple):
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
    left_out: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One programme of a week that a release went without, and why."""

    slot: int
    on: dt.date
    starts_at: dt.datetime
    title: str
    why: str
    bulletin: int | None = None


One = TypeVar("One", Planned, LeftOut)


def in_force(releases: Iterable[Released]) -> list[Planned]:
    """The parts that held, in the order of their beginnings; each moment has one release a week."""
    found = _that_held(releases, _parts)
    return sorted(found, key=lambda part: (part.starts_at, part.slot, part.part))


def left_out_in_force(releases: Iterable[Released]) -> list[LeftOut]:
    """What the releases that held went without, in the order in which it would have begun."""
    found = _that_held(releases, _left_out)
    return sorted(found, key=lambda left: (left.starts_at, left.slot, left.title))


def _that_held(
    releases: Iterable[Released], read: Callable[[Released], Iterator[One]]
) -> Iterator[One]:
    """Of what each release says, what was not over before it and not over-ruled after it."""
    for release, until in _spans(releases):
        for one in read(release):
            if release.at <= one.starts_at and (until is None or one.starts_at < until):
                yield one


def _spans(releases: Iterable[Released]) -> Iterator[tuple[Released, dt.datetime | None]]:
    """Each release, and the moment from which another of its week held."""
    weeks: dict[dt.date, list[Released]] = {}
    for release in releases:
        weeks.setdefault(release.monday, []).append(release)
    for week in weeks.values():
        # A release takes the place of the one before it, also where the clock stepped back between.
        in_order = sorted(week, key=lambda release: release.number)
        until: dt.datetime | None = None
        for release in reversed(in_order):
            yield release, until
            until = release.at if until is None else min(until, release.at)


def _left_out(release: Released) -> Iterator[LeftOut]:
    for part in release.left_out:
        moment = dt.datetime.fromisoformat(part["starts_at"])
        on = dt.date.fromisoformat(part["on"])
        yield LeftOut(part["slot"], on, moment, part["title"], part["why"], part.get("bulletin"))


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
