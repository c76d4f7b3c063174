"""A week as its grid and its list show it: each part with its colour, each sitting with its end."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from haidang import clock
from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.findings import Finding
from haidang.broadcast.models import Part, Slot
from haidang.broadcast.part_facts import length
from haidang.broadcast.queries.week import WeekView
from haidang.broadcast.sittings import Sitting
from haidang.broadcast.station_facts import WEEKDAYS

OTHERS = frozenset({ProgrammeKind.RELAY, ProgrammeKind.REPEAT})
TALL, MIDDLE = 1500, 720  # seconds
GRID = 12  # rows that the grid has a place for


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One part: its row, its time, its look, and what is wrong with it."""

    part: Part
    at: dt.datetime
    look: str
    length: str
    problems: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a slot has on one day; no sitting where it does not come round."""

    slot: Slot
    on: dt.date
    sitting: Sitting | None
    parts: Sequence[ShownPart] = ()
    clashes: Sequence[Finding] = ()

    @property
    def state(self) -> str:
        """How it stands: full, free, over, outside."""
        if self.sitting is None:
            return ""
        if self.sitting.is_outside:
            return "outside"
        if self.sitting.over:
            return "over"
        return "free" if self.sitting.free else "full"

    @property
    def left(self) -> str:
        """How long it is, is free, or is over."""
        if self.sitting is None:
            return ""
        return length(self.sitting.over or self.sitting.free or self.sitting.seconds)


@dataclass(frozen=True, slots=True)
class ShownDay:
    """One day with a cell for every slot of the week."""

    on: dt.date
    name: str
    is_today: bool
    cells: Sequence[Cell]

    @property
    def is_silent(self) -> bool:
        """Whether nothing comes round."""
        return all(cell.sitting is None for cell in self.cells)


def shown_days(view: WeekView) -> list[ShownDay]:
    """The days of a week."""
    found = {(one.slot.pk, one.on): one for one in view.sittings}
    return [
        ShownDay(
            on,
            WEEKDAYS[str(on.isoweekday())],
            on == clock.today(),
            [_cell(slot, on, found.get((slot.pk, on)), view.findings) for slot in view.slots],
        )
        for on in view.days
    ]


def rows_of(view: WeekView) -> str:
    """The class that says how many rows the grid has; none where there are too many for it."""
    return f"rows-{len(view.slots)}" if 0 < len(view.slots) <= GRID else "long"


def to_look_at(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that the grid itself does not say, those that stop something first."""
    said = [one for one in findings if one.name not in {"gap", "over", "no_bulletin"}]
    return sorted(said, key=lambda one: not one.stops)


def without_bulletin(findings: Iterable[Finding]) -> int:
    """How many programmes have no bulletin yet; the grid says which."""
    return sum(one.name == "no_bulletin" for one in findings)


def ends_of(slot: Slot) -> dt.time:
    """When a slot is over, by the clock."""
    over = dt.datetime.combine(dt.date(2000, 1, 1), slot.starts_at)
    return (over + dt.timedelta(minutes=slot.minutes)).time()


def _cell(slot: Slot, on: dt.date, sitting: Sitting | None, findings: Sequence[Finding]) -> Cell:
    if sitting is None:
        return Cell(slot, on, None)
    clashes = [
        one for one in findings if one.name == "clash" and (one.slot, one.on) == (slot.pk, on)
    ]
    parts = [
        ShownPart(
            part, at, _look(part), length(part.seconds), [f for f in findings if f.part == part.pk]
        )
        for at, part in sitting.timed()
    ]
    return Cell(slot, on, sitting, parts, clashes)


def _look(part: Part) -> str:
    colour = "other" if part.kind in OTHERS else part.language
    height = "tall" if part.seconds >= TALL else "middle" if part.seconds >= MIDDLE else ""
    return f"{colour} {height}".strip()
