"""Stations with their hours, weeks with programmes, and releases, through the real commands."""

import datetime as dt

from haidang.broadcast.commands.hours import add_slot
from haidang.broadcast.commands.releasing import release_week
from haidang.broadcast.commands.scheduling import add_part
from haidang.broadcast.commands.stations import add_station
from haidang.broadcast.enums import ProgrammeKind, StationKind
from haidang.broadcast.part_facts import PartFacts
from haidang.broadcast.station_facts import SlotFacts, StationFacts
from haidang.orgs.enums import Role
from tests.makers.orgs import make_unit, make_user

MONDAY = dt.date(2024, 11, 25)
LONG_AGO = dt.date(2020, 1, 1)


def make_station(by=None, *, unit=None, name="Đài Truyền thanh xã Thử", **facts):
    """A station of a person's unit; without a person, of a commune with an editor."""
    by = by or make_user(Role.EDITOR, unit=unit or make_unit(), post="Người làm phát thanh")
    facts = {"kind": StationKind.COMMUNE, "name": name, "languages": ("vi", "km")} | facts
    return add_station(unit=unit or by.unit, facts=StationFacts(**facts), by=by)


def maker_of(station):
    """Somebody who makes the weeks of a station."""
    found = station.unit.people.filter(appointments__role=Role.EDITOR).first()
    return found or make_user(Role.EDITOR, unit=station.unit)


def make_slot(station, starts="05:00", minutes=30, *, by=None, name="Sáng", **facts):
    """Hours of a station, every day unless told."""
    facts = {
        "name": name,
        "starts_at": dt.time.fromisoformat(starts),
        "minutes": minutes,
        "valid_from": LONG_AGO,
    } | facts
    return add_slot(station=station, facts=SlotFacts(**facts), by=by or maker_of(station))


def make_part(slot, on=MONDAY, *, by=None, minutes=15, seen=None, **facts):
    """A programme in a sitting; music played by hand unless told."""
    facts = {"kind": ProgrammeKind.MUSIC, "title": "Văn nghệ", "seconds": minutes * 60} | facts
    station, by = slot.station, by or maker_of(slot.station)
    facts = PartFacts(**facts)
    return add_part(station=station, slot=slot, on=on, facts=facts, by=by, seen=seen)


def make_release(station=None, monday=MONDAY, *, by=None):
    """Release a week; of a station without programmes in it, one with music in the morning."""
    station = station or make_station()
    if not station.weeks.filter(monday=monday, parts__isnull=False).exists():
        slot = station.slots.first() or make_slot(station)
        make_part(slot, monday, by=by)
    return release_week(station=station, monday=monday, by=by or maker_of(station))
