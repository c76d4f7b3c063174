"""Releasing a week: what may be aired is frozen, numbered and sealed, and never changes again."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from haidang import clock
from haidang.broadcast import rules
from haidang.broadcast.findings import findings_of, left_out
from haidang.broadcast.frozen import frozen_week
from haidang.broadcast.holding import hold_bulletins
from haidang.broadcast.models import Bulletin, Part, Release, Slot, Station, Week
from haidang.broadcast.overtaking import refuse_late
from haidang.broadcast.packing import packed
from haidang.broadcast.queries.airable import airable_among
from haidang.broadcast.queries.beside import taken_around
from haidang.broadcast.queries.bulletins import is_airable
from haidang.broadcast.queries.filling import filling_of
from haidang.broadcast.queries.spoken import spoken_among
from haidang.broadcast.queries.veiled import veil
from haidang.broadcast.seal import digest
from haidang.broadcast.sittings import comes_round, days_of, sittings_of
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import User

WEEK = dt.timedelta(days=7)
SPOKEN = "bản thu là lời nói, phải phát theo bản tin đã duyệt"


@transaction.atomic
def release_week(
    *, station: Station, monday: dt.date, by: User, seen: int | None = None
) -> Release:
    """Release a week under its next number. What may not be aired is left out, named part by part.

    Refuses with NotAllowed, WrongState for a week that is over or empty, Overtaken, and Incomplete
    where programmes would be on the air together, or nothing may be aired.
    """
    held = hold_bulletins(_bulletins(station, monday))
    station = _in_hand(station, by)
    week = Week.objects.select_for_update(no_key=True).filter(station=station, monday=monday)
    draft = week.first()
    parts = _parts(draft) if draft else []
    if draft is None or not parts:
        raise WrongState("Tuần này chưa có chương trình nào để phát hành.")
    refuse_late(draft, seen, by)
    if not {part.bulletin_id for part in parts if part.bulletin_id} <= held:
        raise WrongState("Lịch vừa được xếp thêm bản tin. Xem lại rồi bấm phát hành lần nữa.")
    if clock.today() >= monday + WEEK:
        raise WrongState("Tuần này đã qua nên không phát hành được nữa.")
    content = _frozen(station, monday, parts, by)
    release = Release.objects.create(
        station=station,
        monday=monday,
        number=content["number"],
        content=content,
        sha256=digest(content),
        package=packed(content),
        by=by,
        at=dt.datetime.fromisoformat(content["released_at"]),
    )
    left = [f"{one['title']}: {one['why']}" for one in content["left_out"]]
    facts = {"number": release.number, "sha256": release.sha256, "left_out": left}
    record("release_week", target=draft, by=by, release=release.pk, **facts)
    return release


def _bulletins(station: Station, monday: dt.date) -> QuerySet[Bulletin]:
    parts = Part.objects.filter(week__station=station, week__monday=monday)
    return Bulletin.objects.filter(pk__in=parts.values("bulletin"))


def _in_hand(station: Station, by: User) -> Station:
    rows = Station.objects.select_for_update(no_key=True, of=("self",))
    station = rows.select_related("unit__acts_for", "rule").get(pk=station.pk)
    if not rules.may_release(by, station):
        raise NotAllowed("Chỉ người làm phát thanh của đài mới phát hành được lịch.")
    if station.is_retired:
        raise WrongState("Đài này không dùng nữa.")
    return station


def _parts(week: Week) -> list[Part]:
    beside = ("slot", "bulletin__recording__file", "recording__file")
    return list(week.parts.select_related(*beside))


def _frozen(station: Station, monday: dt.date, parts: Sequence[Part], by: User) -> dict[str, Any]:
    days = days_of(monday)
    slots = [slot for slot in station.slots.all() if any(comes_round(slot, on) for on in days)]
    why = _left_out(station, parts)
    _refuse_clashes(station, monday, parts, slots)
    if len(why) == len(parts):
        veil(parts, by)
        raise Incomplete([Issue("left_out", f"“{p.title}”: {why[p.pk]}.", "week") for p in parts])
    return frozen_week(
        station=station,
        monday=monday,
        number=_next_number(station, monday),
        at=clock.now(),
        slots=slots,
        parts=parts,
        filling=filling_of(station),
        left_out=why,
    )


def _left_out(station: Station, parts: Sequence[Part]) -> dict[int, str]:
    """Why some parts may not go, by their number. Bulletins are read word by word once more."""
    near = airable_among(parts, station.unit)
    airable = {one.pk for one in Bulletin.objects.filter(pk__in=near) if is_airable(one)}
    spoken = spoken_among(part.recording_id for part in parts if part.recording_id)
    said = {part.pk: SPOKEN for part in parts if part.recording_id in spoken}
    return left_out(parts, airable) | said


def _refuse_clashes(
    station: Station, monday: dt.date, parts: Sequence[Part], slots: Sequence[Slot]
) -> None:
    """Refuse with Incomplete what would be on the air together, with weeks beside it too."""
    # What is left out keeps its time, so that what comes after it is where the sheet has it.
    coming = [part for part in parts if comes_round(part.slot, part.on)]
    sittings = sittings_of(slots, coming, days_of(monday))
    found = findings_of(sittings, around=taken_around(station, monday))
    if clashes := [one for one in found if one.name == "clash"]:
        raise Incomplete([Issue("clash", one.message, "week") for one in clashes])


def _next_number(station: Station, monday: dt.date) -> int:
    found = Release.objects.filter(station=station, monday=monday).aggregate(last=Max("number"))
    return int(found["last"] or 0) + 1
