"""A station's sittings as they were planned and aired: each with its parts and what became of them.

Values in, values out. A slot of a week without a released schedule is a plan of one part, by hand:
a small station without weeks of its own can say of it that it was aired.
"""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.timezone import localdate

from haidang.broadcast.enums import ProgrammeKind
from haidang.broadcast.matching import Line, Matched, Outcome, heard
from haidang.broadcast.models import Slot
from haidang.broadcast.planned import LeftOut, Planned, Released
from haidang.broadcast.sittings import Sitting, comes_round

AROUND = dt.timedelta(minutes=15)  # before and after its hours a slot still owns a line
FILLING = frozenset({ProgrammeKind.MUSIC, ProgrammeKind.TUNE})


@dataclass(frozen=True, slots=True)
class AiredSitting:
    """One slot of one day, or what was aired on a day outside every slot (`slot` is None)."""

    slot: Slot | None
    on: dt.date
    starts_at: dt.datetime
    ends_at: dt.datetime
    outcomes: tuple[Outcome, ...] = ()
    unplanned: tuple[Line, ...] = ()
    left_out: tuple[LeftOut, ...] = ()  # what the released week went without

    @property
    def seconds(self) -> float:
        """How long something was heard that was planned."""
        return round(sum(one.seconds for one in self.outcomes), 3)

    @property
    def extra(self) -> tuple[Line, ...]:
        """What was aired beside the plan and is no filling: emergencies, notices, relays."""
        return tuple(line for line in self.unplanned if line.kind not in FILLING and line.seconds)

    @property
    def is_aired(self) -> bool:
        """Whether anything counts in it."""
        return any(one.is_aired for one in self.outcomes) or bool(heard(self.extra))


def bare_slots(
    slots: Sequence[Slot], releases: Iterable[Released], days: Sequence[dt.date], language: str
) -> list[Planned]:
    """Slots of weeks without a schedule that was released before them, each as one part."""
    weeks: dict[dt.date, dt.datetime] = {}
    for release in releases:
        weeks[release.monday] = min(release.at, weeks.get(release.monday, release.at))
    found = []
    for on in days:
        released_at = weeks.get(on - dt.timedelta(on.weekday()))
        for slot in slots:
            sitting = Sitting(slot, on)
            is_planned = released_at is not None and released_at <= sitting.starts_at
            if comes_round(slot, on) and not is_planned:
                found.append(_bare(sitting, language))
    return found


def bare_part(slot: Slot, on: dt.date) -> str:
    """The name under which a slot without a schedule is ticked."""
    return f"s{slot.pk}-{on:%Y%m%d}"


def _bare(sitting: Sitting, language: str) -> Planned:
    return Planned(
        release=None,
        part=bare_part(sitting.slot, sitting.on),
        slot=sitting.slot.pk,
        on=sitting.on,
        starts_at=sitting.starts_at,
        seconds=sitting.seconds,
        expected=float(sitting.seconds),
        kind=ProgrammeKind.BULLETIN,
        title=f"Buổi {sitting.slot.name.lower()}",
        language=language,
    )


def sittings_in(
    slots: Sequence[Slot], found: Matched, first: dt.date, last: dt.date
) -> list[AiredSitting]:
    """What was matched, put into the sittings of some days, in order."""
    known = {slot.pk: slot for slot in slots}
    parts: dict[tuple[int, dt.date], list[Outcome]] = defaultdict(list)
    for outcome in found.outcomes:
        parts[outcome.planned.slot, outcome.planned.on].append(outcome)
    rows = [_sitting(known.get(slot), on, said) for (slot, on), said in parts.items()]
    return _with_unplanned(sorted(rows, key=_order), found.unplanned, first, last)


def with_left_out(
    rows: Sequence[AiredSitting], slots: Sequence[Slot], left: Iterable[LeftOut]
) -> list[AiredSitting]:
    """The sittings with what was left out of each; one that had nothing else stands among them."""
    known = {slot.pk: slot for slot in slots}
    beside: dict[tuple[int | None, dt.date], list[LeftOut]] = defaultdict(list)
    for one in left:
        beside[one.slot if one.slot in known else None, one.on].append(one)
    found = []
    for row in rows:
        key = (row.slot.pk if row.slot else None, row.on)
        found.append(replace(row, left_out=tuple(beside.pop(key, ()))))
    for (pk, on), lacking in beside.items():
        slot, begins = known.get(pk or 0), lacking[0].starts_at
        ends = Sitting(slot, on).ends_at if slot else begins
        found.append(AiredSitting(slot, on, begins, ends, left_out=tuple(lacking)))
    return sorted(found, key=_order)


def _order(row: AiredSitting) -> tuple[dt.datetime, int]:
    return row.starts_at, row.slot.pk if row.slot else 0


def _sitting(slot: Slot | None, on: dt.date, said: Sequence[Outcome]) -> AiredSitting:
    begins = min(one.planned.starts_at for one in said)
    ends = max(one.planned.ends_at for one in said)
    if slot is not None:
        hours = Sitting(slot, on)
        begins, ends = min(begins, hours.starts_at), max(ends, hours.ends_at)
    return AiredSitting(slot, on, begins, ends, tuple(said))


def _with_unplanned(
    rows: Sequence[AiredSitting], unplanned: Sequence[Line], first: dt.date, last: dt.date
) -> list[AiredSitting]:
    begins = [row.starts_at - AROUND for row in rows]
    beside: dict[int, list[Line]] = defaultdict(list)
    outside: dict[dt.date, list[Line]] = defaultdict(list)
    for line in unplanned:
        at = moment_of(line)
        row = bisect_right(begins, at) - 1
        if row >= 0 and at <= rows[row].ends_at + AROUND:
            beside[row].append(line)
        else:
            outside[localdate(at)].append(line)
    whole = [_extended(row, beside.get(number, [])) for number, row in enumerate(rows)]
    whole += [_outside(on, lines) for on, lines in outside.items()]
    return sorted((row for row in whole if first <= row.on <= last), key=_order)


def _extended(row: AiredSitting, lines: Sequence[Line]) -> AiredSitting:
    return AiredSitting(row.slot, row.on, row.starts_at, row.ends_at, row.outcomes, tuple(lines))


def _outside(on: dt.date, lines: Sequence[Line]) -> AiredSitting:
    starts, ends = min(map(moment_of, lines)), max(line.ends_at for line in lines)
    return AiredSitting(None, on, starts, ends, (), tuple(lines))


def moment_of(line: Line) -> dt.datetime:
    """When a line happened; where that cannot be, the moment it came."""
    too_old = line.started_at < line.received_at - dt.timedelta(days=60)
    too_new = line.started_at > line.received_at + dt.timedelta(hours=1)
    return line.received_at if too_old or too_new else line.started_at
