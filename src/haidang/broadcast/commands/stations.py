"""Stations and clusters: set up, changed, and given up."""

from dataclasses import replace

from django.db import transaction

from haidang.activities.facts import one_line
from haidang.broadcast import rules
from haidang.broadcast import station_checks as checks
from haidang.broadcast.models import Station
from haidang.broadcast.overtaking import refuse_late
from haidang.broadcast.station_facts import StationFacts, station_words
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans.changes import differences

NOT_YOURS = "Chỉ người làm phát thanh hoặc quản trị của đơn vị mới sửa được đài và giờ phát."


@transaction.atomic
def add_station(*, unit: Unit, facts: StationFacts, by: User) -> Station:
    """Set up a station of a unit, or a cluster that hangs on one.

    Refuses with NotAllowed and Incomplete (Thông tư 39/2020/TT-BTTTT: the commune owns its own).
    """
    if not rules.may_keep_stations(by, unit):
        raise NotAllowed(NOT_YOURS)
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    station = Station(unit=unit)
    _take(station, facts)
    station.save(force_insert=True)
    record("add_station", target=station, by=by, unit=str(unit), **station_words(station))
    return station


@transaction.atomic
def edit_station(
    *, station: Station, facts: StationFacts, by: User, seen: int | None = None
) -> Station:
    """Put other facts in place of those of a station.

    Refuses with NotAllowed, WrongState once it is not used any more, Overtaken and Incomplete.
    """
    station = _in_hand(station, by, seen)
    before = station_words(station)
    _take(station, facts)
    return _keep("edit_station", station, before, by)


@transaction.atomic
def retire_station(*, station: Station, by: User, seen: int | None = None) -> Station:
    """Give a station up; what it aired stays. Refuses with NotAllowed, Overtaken, WrongState."""
    station = _in_hand(station, by, seen)
    if station.clusters.filter(is_retired=False).exists():
        raise WrongState("Đài này còn cụm loa đang dùng; chuyển hoặc bỏ các cụm loa trước.")
    before = station_words(station)
    station.is_retired = True
    return _keep("retire_station", station, before, by)


def _in_hand(station: Station, by: User, seen: int | None) -> Station:
    """The row as it stands, locked, for who may change it."""
    rows = Station.objects.select_for_update(no_key=True, of=("self",))
    station = rows.select_related("unit__acts_for", "within", "rule").get(pk=station.pk)
    if not rules.may_keep_stations(by, station.unit):
        raise NotAllowed(NOT_YOURS)
    refuse_late(station, seen, by)
    if station.is_retired:
        raise WrongState("Đài này không dùng nữa.")
    return station


def _take(station: Station, facts: StationFacts) -> None:
    refuse_stamped(name=facts.name, place=facts.place, relays=facts.relays)
    facts = replace(
        facts,
        name=one_line(facts.name)[:200],
        place=one_line(facts.place)[:200],
        relays=one_line(facts.relays)[:200],
        stream=facts.stream.strip(),
    )
    if issues := checks.about_station(facts, station) or _about_name(facts, station):
        raise Incomplete(issues)
    for field in ("kind", "name", "within", "place", "relays", "stream", "rule"):
        setattr(station, field, getattr(facts, field))
    station.languages = ",".join(facts.languages)


def _about_name(facts: StationFacts, station: Station) -> list[Issue]:
    others = Station.objects.filter(unit=station.unit, name=facts.name).exclude(pk=station.pk)
    if not others.exists():
        return []
    return [Issue("named_twice", "Đơn vị đã có đài hoặc cụm loa tên này.", "name")]


def _keep(event: str, station: Station, before: dict[str, str], by: User) -> Station:
    station.version += 1
    station.save()
    changes = differences(before, station_words(station))
    record(event, target=station, by=by, changes=changes, version=station.version)
    return station
