"""What stations aired of what they planned, over some days: the as-run log, matched both ways."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Q

from haidang import clock
from haidang.broadcast.aired_sittings import (
    AiredSitting,
    bare_slots,
    sittings_in,
    with_left_out,
)
from haidang.broadcast.matching import Line, matched
from haidang.broadcast.models import Aired, Release, Slot, Station
from haidang.broadcast.planned import Planned, Released, in_force, left_out_in_force

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
# A line whose clock was wrong stands elsewhere in time than where it came; it is looked for there.
LONGEST_WAY = dt.timedelta(days=40)
READ = (
    "id",
    "release_id",
    "part",
    "player_id",
    "kind",
    "title",
    "language",
    "sha256",
    "started_at",
    "seconds",
    "missed",
    "note",
    "received_at",
    "by_id",
    "station_id",
)  # in the order of the fields of a Line
SECONDS = READ.index("seconds")


def as_run(
    stations: Iterable[Station], first: dt.date, last: dt.date
) -> dict[int, list[AiredSitting]]:
    """The sittings of each station on some days, as they stand now; a few questions for all.

    A cluster without weeks of its own is measured by those of its station; what its clusters
    aired, a station aired.
    """
    stations = list(stations)
    keys = {station.pk for station in stations}
    above = {station.pk: station.within_id for station in stations if station.within_id}
    below = _clusters_below(keys)
    weeks = _releases(keys | set(above.values()) | set(below), first, last)
    slots = _slots(keys | set(above.values()))
    lines = _lines(keys | set(below), below, weeks, first, last)
    now, found = clock.now(), {}
    for station in stations:
        source = station.pk
        if station.within_id and not weeks.get(source):
            source = station.within_id
        own = slots.get(source, [])
        planned = _planned(station, own, weeks.get(source, []), first, last)
        log = matched(planned, lines.get(station.pk, []), now)
        left = [one for one in left_out_in_force(weeks.get(source, [])) if first <= one.on <= last]
        found[station.pk] = with_left_out(sittings_in(own, log, first, last), own, left)
    return found


def _planned(
    station: Station,
    slots: Sequence[Slot],
    releases: Sequence[Released],
    first: dt.date,
    last: dt.date,
) -> list[Planned]:
    language = station.languages.split(",")[0] or "vi"
    # A day more on both sides: a line may be of what began before midnight.
    days = [first - DAY + DAY * number for number in range((last - first).days + 3)]
    bare = bare_slots(slots, releases, days, language)
    return sorted([*in_force(releases), *bare], key=lambda part: (part.starts_at, part.part))


def _clusters_below(stations: set[int]) -> dict[int, int]:
    """Clusters that play what their station plans, and that station."""
    own = Release.objects.filter(station__within__in=stations).order_by().values("station")
    found = Station.objects.filter(within__in=stations).exclude(pk__in=own)
    return {pk: above for pk, above in found.values_list("pk", "within_id") if above is not None}


def _releases(stations: set[int], first: dt.date, last: dt.date) -> dict[int, list[Released]]:
    begins = first - DAY
    mondays = (begins - dt.timedelta(begins.weekday()), last + DAY)
    found = Release.objects.filter(station__in=stations, monday__range=mondays).order_by()
    weeks: dict[int, list[Released]] = defaultdict(list)
    for row in found.values_list("station_id", "pk", "monday", "number", "at", "content"):
        station, pk, monday, number, at, content = row
        parts, left = tuple(content["parts"]), tuple(_left_out(content))
        weeks[station].append(Released(pk, monday, number, at, parts, left))
    return weeks


def _left_out(content: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What a release went without; of one that says no moment, that of the slot is near enough."""
    begins = {slot["id"]: slot["starts_at"] for slot in content.get("slots", ())}
    for one in content.get("left_out", ()):
        moment = dt.time.fromisoformat(begins.get(one["slot"], "00:00"))
        at = clock.at(dt.date.fromisoformat(one["on"]), moment.hour, moment.minute)
        yield {"starts_at": at.isoformat(), **one}


def _slots(stations: set[int]) -> dict[int, list[Slot]]:
    slots: dict[int, list[Slot]] = defaultdict(list)
    for slot in Slot.objects.filter(station__in=stations):
        slots[slot.station_id].append(slot)
    return slots


def _lines(
    stations: set[int],
    below: dict[int, int],
    weeks: dict[int, list[Released]],
    first: dt.date,
    last: dt.date,
) -> dict[int, list[Line]]:
    since, until = clock.at(first) - DAY, clock.at(last) + 2 * DAY
    named = [release.key for releases in weeks.values() for release in releases]
    came = Q(received_at__range=(since, until + LONGEST_WAY)) & ~Q(
        started_at__range=(since - LONGEST_WAY, until + LONGEST_WAY)
    )
    near = Q(started_at__range=(since, until)) | Q(release__in=named) | came
    rows = Aired.objects.filter(near, station__in=stations).order_by().values_list(*READ)
    lines: dict[int, list[Line]] = defaultdict(list)
    for row in rows:
        line = Line._make((*row[:SECONDS], float(row[SECONDS]), *row[SECONDS + 1 :]))
        lines[line.station].append(line)
        if line.station in below:
            lines[below[line.station]].append(line)
    return lines
