"""A station's week as its page shows it: sittings by day, findings, releases. Few questions."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from haidang import clock
from haidang.broadcast.comparing import Difference, differences
from haidang.broadcast.findings import Finding, findings_of, left_out
from haidang.broadcast.frozen import frozen_week
from haidang.broadcast.models import Part, Release, Slot, Station, Week
from haidang.broadcast.queries.airable import airable_among
from haidang.broadcast.queries.beside import taken_around
from haidang.broadcast.queries.filling import filling_of
from haidang.broadcast.queries.veiled import veil
from haidang.broadcast.sittings import Sitting, days_of, sittings_of
from haidang.orgs.models import User

BESIDE = ("slot", "bulletin__recording__file", "recording__file")


@dataclass(frozen=True, slots=True)
class WeekView:
    """All that is shown of one week."""

    station: Station
    monday: dt.date
    version: int
    slots: Sequence[Slot]  # those of which the week has sittings, by their hours
    sittings: Sequence[Sitting]
    findings: Sequence[Finding]
    releases: Sequence[Release]  # newest first
    since: Sequence[Difference]  # what the newest release does not have yet
    is_released: bool  # as it stands: a further release would say the same

    @property
    def days(self) -> list[dt.date]:
        """Its days."""
        return days_of(self.monday)

    @property
    def used(self) -> int:
        """The seconds that are planned."""
        return sum(one.used for one in self.sittings)

    @property
    def seconds(self) -> int:
        """The seconds that its hours have."""
        return sum(one.seconds for one in self.sittings if not one.is_outside)

    @property
    def over(self) -> int:
        """How many sittings go beyond their hours."""
        return sum(one.over > 0 for one in self.sittings)


def week_of(station: Station, monday: dt.date, user: User) -> WeekView:
    """A week of a station as a person may see it; nine questions, however full it is.

    One or two more where bulletins stand in it that are not cleared.
    """
    slots = list(station.slots.all())
    week = Week.objects.filter(station=station, monday=monday).first()
    parts = list(week.parts.select_related(*BESIDE)) if week else []
    sittings = sittings_of(slots, parts, days_of(monday))
    airable = airable_among(parts, station.unit)
    veil(parts, user, airable)
    releases = list(
        Release.objects.filter(station=station, monday=monday)
        .select_related("by__unit")
        .order_by("-number")
    )
    findings = findings_of(
        sittings,
        rule=station.rule,
        languages=station.languages.split(","),
        airable=airable,
        around=taken_around(station, monday),
    )
    shown = {one.slot.pk: one.slot for one in sittings}
    since = _since(releases, station, monday, slots, parts, airable)
    return WeekView(
        station=station,
        monday=monday,
        version=week.version if week else 0,
        slots=sorted(shown.values(), key=lambda slot: (slot.starts_at, slot.pk)),
        sittings=sittings,
        findings=findings,
        releases=releases,
        since=since,
        is_released=bool(releases) and not since and _fills_alike(releases[0], station),
    )


def _since(
    releases: Sequence[Release],
    station: Station,
    monday: dt.date,
    slots: Sequence[Slot],
    parts: Sequence[Part],
    airable: set[int],
) -> list[Difference]:
    if not releases:
        return []
    draft = frozen_week(
        station=station,
        monday=monday,
        number=0,
        at=clock.now(),
        slots=slots,
        parts=parts,
        left_out=left_out(parts, airable),
    )
    return differences(releases[0].content, draft)


def _fills_alike(release: Release, station: Station) -> bool:
    """Whether the music for when nothing else is there is what a release holds."""
    now = {one.file_id for one in filling_of(station)}
    return {one["sha256"] for one in release.content.get("filling", [])} == now
