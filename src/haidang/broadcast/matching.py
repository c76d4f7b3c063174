"""Matching what was planned with what was aired, both ways (promise N22).

Values in, values out: every planned part comes to exactly one state, every line of the log stands
at one part at most or among what nobody planned, and no line is lost. A later word on a part
holds, the earlier ones stay beside it.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from haidang.broadcast.enums import Airing
from haidang.broadcast.planned import Planned

LATE_AFTER = 5  # seconds, as long as a station may be silent
SHORT_BY = 5  # seconds that may be missing, or two in a hundred
NEAR = dt.timedelta(minutes=30)  # how far from its time a line without a reference is looked for
AHEAD = dt.timedelta(minutes=2)  # a line from later than when it came: the clock was wrong


class Line(NamedTuple):
    """One line of the log. `player` is None where a person says it."""

    id: UUID
    release: int | None
    part: str
    player: int | None
    kind: str
    title: str
    language: str
    sha256: str
    started_at: dt.datetime
    seconds: float
    missed: str
    note: str
    received_at: dt.datetime
    by: int | None = None
    station: int = 0  # a cluster's line counts for the station that it hangs on, too

    @property
    def ends_at(self) -> dt.datetime:
        """When it was over."""
        return self.started_at + dt.timedelta(seconds=self.seconds)


class Outcome(NamedTuple):
    """What became of one planned part: its one state, and the words it follows from."""

    planned: Planned
    state: Airing
    seconds: float = 0.0
    late: int = 0  # seconds; below zero: early
    missed: str = ""
    note: str = ""
    word: tuple[Line, ...] = ()  # that holds
    others: tuple[Line, ...] = ()  # that stood before it, or beside it
    is_clock_wrong: bool = False
    is_other_sound: bool = False

    @property
    def is_aired(self) -> bool:
        """Whether something of it was heard."""
        return self.state in {Airing.AIRED, Airing.LATE, Airing.CUT}


@dataclass(frozen=True, slots=True)
class Matched:
    """Planned parts with what became of them, and the lines that no plan asked for."""

    outcomes: tuple[Outcome, ...]
    unplanned: tuple[Line, ...]


def matched(planned: Sequence[Planned], lines: Iterable[Line], now: dt.datetime) -> Matched:
    """Match a plan with a log as they stand at a moment."""
    log = sorted({line.id: line for line in lines}.values(), key=_in_order)
    at: list[list[Line]] = [[] for _ in planned]
    loose = list(_by_reference(planned, log, at))
    left = tuple(_by_sound(planned, loose, at))
    outcomes = tuple(_outcome(part, said, now) for part, said in zip(planned, at, strict=True))
    return Matched(outcomes, left)


def _in_order(line: Line) -> tuple[dt.datetime, dt.datetime, UUID]:
    return line.started_at, line.received_at, line.id


def _by_reference(
    planned: Sequence[Planned], log: Sequence[Line], at: list[list[Line]]
) -> Iterator[Line]:
    """Put each line to the part that it names; give back those that name none of these.

    The release in force counts: a player that did not have it yet names its part of the release
    before, and that part is the same one.
    """
    exact = {(part.release, part.part): number for number, part in enumerate(planned)}
    named: dict[str, list[int]] = {}
    for number, part in enumerate(planned):
        named.setdefault(part.part, []).append(number)
    for line in log:
        same = named.get(line.part, []) if line.part else []
        if not same:
            yield line
            continue
        place = exact.get((line.release, line.part))
        if place is None:
            place = min(same, key=lambda one: (_distance(planned[one], line), one))
        at[place].append(line)


def _by_sound(
    planned: Sequence[Planned], loose: Sequence[Line], at: list[list[Line]]
) -> Iterator[Line]:
    """Put lines without a reference to the nearest part of the same sound that lacks it still."""
    by_time = sorted((part.starts_at, number) for number, part in enumerate(planned))
    pairs = sorted(
        (_distance(planned[number], line), place, number)
        for place, line in enumerate(loose)
        for number in _near(by_time, line)
        if _is_same(planned[number], line)
    )
    taken: set[int] = set()
    for _, place, number in pairs:
        line = loose[place]
        if place not in taken and _lacks(planned[number], at[number]):
            at[number].append(line)
            taken.add(place)
    return (line for place, line in enumerate(loose) if place not in taken)


def _near(by_time: Sequence[tuple[dt.datetime, int]], line: Line) -> list[int]:
    first = bisect_left(by_time, (line.started_at - NEAR, -1))
    last = bisect_right(by_time, (line.started_at + NEAR, len(by_time)))
    return [number for _, number in by_time[first:last]]


def _is_same(part: Planned, line: Line) -> bool:
    if part.sha256 and line.sha256:
        return part.sha256 == line.sha256
    return (part.kind, part.title) == (line.kind, line.title)


def _lacks(part: Planned, said: Sequence[Line]) -> bool:
    return heard(said) < part.expected - _tolerance(part)


def _tolerance(part: Planned) -> float:
    return max(SHORT_BY, part.expected * 0.02)


def _distance(part: Planned, line: Line) -> dt.timedelta:
    return abs(line.started_at - part.starts_at)


def heard(lines: Iterable[Line]) -> float:
    """Seconds in which something of these lines was heard: what overlaps counts once."""
    total, until = 0.0, None
    for line in sorted(lines, key=_in_order):
        ends = line.ends_at
        if until is None or line.started_at >= until:
            total += line.seconds
        elif ends > until:
            total += (ends - until).total_seconds()
        until = ends if until is None else max(until, ends)
    return round(total, 3)


def _outcome(part: Planned, said: Sequence[Line], now: dt.datetime) -> Outcome:
    if not said:
        return Outcome(part, Airing.UNKNOWN if part.ends_at <= now else Airing.WAITING)
    word = _word_that_holds(part, said)
    others = tuple(line for line in said if line not in word)
    seconds, first = heard(word), min(word, key=_in_order)
    if not seconds:
        last = max(word, key=lambda line: line.received_at)
        return Outcome(
            part, Airing.MISSED, missed=last.missed, note=last.note, word=word, others=others
        )
    is_wrong = _is_clock_wrong(part, first)  # where one is right, those that are wrong are left out
    late = 0 if is_wrong else round((first.started_at - part.starts_at).total_seconds())
    return Outcome(
        part,
        _state(part, seconds, late),
        seconds=seconds,
        late=late,
        note=next((line.note for line in word if line.note), ""),
        word=word,
        others=others,
        is_clock_wrong=is_wrong,
        is_other_sound=any(_is_other(part, line) for line in word),
    )


def _word_that_holds(part: Planned, said: Sequence[Line]) -> tuple[Line, ...]:
    """The last word of a person or, if that came later, all that players logged.

    Pieces of a player that was started anew, of one that took another's place, and of two side by
    side are one word: what they aired at the same time counts once.
    """
    logged = [line for line in said if line.player is not None]
    persons = [line for line in said if line.player is None]
    last = max(persons, key=lambda line: (line.received_at, line.id), default=None)
    if last and not any(line.received_at > last.received_at for line in logged):
        return (last,)
    aired = [line for line in logged if line.seconds] or logged
    return tuple([line for line in aired if not _is_clock_wrong(part, line)] or aired)


def _state(part: Planned, seconds: float, late: int) -> Airing:
    if seconds < part.expected - _tolerance(part):
        return Airing.CUT
    return Airing.LATE if late > LATE_AFTER else Airing.AIRED


def _is_clock_wrong(part: Planned, line: Line) -> bool:
    """Whether the line cannot be from when it says: after it came, or before its own release."""
    if line.player is None:
        return False
    is_before = part.released_at is not None and line.started_at < part.released_at - AHEAD
    return is_before or line.ends_at > line.received_at + AHEAD


def _is_other(part: Planned, line: Line) -> bool:
    return bool(part.sha256 and line.sha256 and part.sha256 != line.sha256)
