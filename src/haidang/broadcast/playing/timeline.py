"""What the loudspeakers must play at a moment: pure, from the weeks that hold.

Outside the hours of the station nothing is played; within them never nothing. A part begins at
its time and cuts what is still playing; it ends with its sound, before the next part, and at the
latest a breath after its hours.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from haidang.broadcast.playing.week import Part, Slot, Sound, Week

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BREATH = dt.timedelta(seconds=10)  # the last word may be said
_FAR = dt.timedelta(hours=1)  # we look again at least so often
SLACK = 1.0  # seconds that a sound may last longer: that it is over, Liquidsoap says
QUIET, FILL, PIECE, RELAY = "quiet", "fill", "piece", "relay"


@dataclass(frozen=True)
class Scene:
    """What is to be heard from now `until` then; `why` a part is not, by a word of Missed."""

    kind: str
    until: dt.datetime
    part: Part | None = None
    offset: float = 0.0
    why: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Two scenes with one key are one and the same, at different moments."""
        return (self.kind, self.part.key if self.part and self.kind in {PIECE, RELAY} else "")


@dataclass(frozen=True)
class Stops:
    """What is not to be aired any more, by hashes and numbers of bulletins, and since when.

    A week that is released later may hold the same again, on purpose.
    """

    since: Mapping[str, str] = field(default_factory=dict)

    def hold(self, part: Part) -> bool:
        """Whether a part was stopped."""
        names = [str(part.bulletin), part.sound.sha256 if part.sound else ""]
        return any(
            part.released_at < dt.datetime.fromisoformat(self.since[name])
            for name in names
            if name in self.since
        )


@dataclass(frozen=True)
class Plan:
    """All that decides what is played: weeks that hold, what was stopped, what is here to play."""

    weeks: Sequence[Week] = ()
    stops: Stops = Stops()
    lacks: Callable[[Sound], str] = lambda _: ""  # "" where it is here, else a word of Missed
    over: Collection[str] = frozenset()  # parts that were heard out
    held: Mapping[str, float] = field(default_factory=dict)  # seconds that an emergency took
    is_halted: bool = False


def scene(plan: Plan, now: dt.datetime) -> Scene:
    """Say what is to be heard now."""
    weeks = [week for week in plan.weeks if week.valid_from <= now <= week.valid_until]
    parts = parts_around(weeks, now)
    until, is_open = _hours(weeks, now)
    until = min([until, now + _FAR, *(p.starts_at for p in parts if p.starts_at > now)])
    part = next((p for p in reversed(parts) if p.starts_at <= now), None)
    if plan.is_halted:
        return Scene(QUIET, until, part, why="other")
    if part is None or part.key in plan.over or now >= _end_of(part, plan, weeks):
        return Scene(FILL if is_open else QUIET, until)
    offset = (now - part.starts_at).total_seconds()
    until = min(until if is_open else now + _FAR, _end_of(part, plan, weeks))
    until = min([until, *(p.starts_at for p in parts if p.starts_at > now)])
    if why := "withdrawn" if plan.stops.hold(part) else "":
        return Scene(FILL, until, part, why=why)
    if part.sound:
        why = plan.lacks(part.sound)
        return Scene(FILL if why else PIECE, until, part, offset, why)
    return Scene(RELAY if part.relay else FILL, until, part, offset)


def parts_around(weeks: Iterable[Week], now: dt.datetime) -> list[Part]:
    """The parts of yesterday, today and tomorrow, in the order in which they cut each other."""
    reach = dt.timedelta(days=1)
    found = [
        (part.starts_at, week.monday, at, part)
        for week in weeks
        for at, part in enumerate(week.parts)
        if now - reach <= part.starts_at <= now + reach
        and week.valid_from <= part.starts_at <= week.valid_until
    ]
    return [part for *_, part in sorted(found, key=lambda row: row[:3])]


def _end_of(part: Part, plan: Plan, weeks: Sequence[Week]) -> dt.datetime:
    """When a part is over: with its sound, a little later where an emergency held it up."""
    if not part.sound:
        return part.ends_at
    lasts = part.sound.seconds + plan.held.get(part.key, 0.0) + SLACK
    end = part.starts_at + dt.timedelta(seconds=lasts)
    closing, is_open = _hours(weeks, part.starts_at)
    return min(end, max(closing if is_open else part.ends_at, part.ends_at) + BREATH)


def _hours(weeks: Sequence[Week], now: dt.datetime) -> tuple[dt.datetime, bool]:
    """Until when the station is open or shut, and which of both.

    The hours of a week that ended go on until its package runs out: a cut line is filled then.
    """
    spans = _spans(weeks, now)
    end = now
    for begins, ends in spans:
        if begins <= end and ends > end and (end > now or begins <= now):
            end = ends
    if end > now:
        return end, True
    later = [begins for begins, _ in spans if begins > now]
    return (min(later, default=now + _FAR), False)


def _spans(weeks: Sequence[Week], now: dt.datetime) -> list[tuple[dt.datetime, dt.datetime]]:
    today = now.astimezone(ZONE).date()
    found = []
    for day in (today + dt.timedelta(days=days) for days in (-1, 0, 1)):
        for slot in _slots(weeks, day):
            if str(day.isoweekday()) in slot.weekdays:
                begins = dt.datetime.combine(day, slot.starts_at, ZONE)
                found.append((begins, begins + dt.timedelta(minutes=slot.minutes)))
    return sorted(found)


def _slots(weeks: Sequence[Week], day: dt.date) -> Sequence[Slot]:
    """The hours of a day by its own week; where that one never came, by the week before."""
    before = [week for week in weeks if week.monday <= day]
    return max(before, key=lambda week: week.monday).slots if before else ()
