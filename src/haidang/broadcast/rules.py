"""Who keeps stations, who makes and releases their weeks, who says what was aired, who orders."""

from haidang.broadcast.enums import StationKind
from haidang.broadcast.models import Station
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

MAKERS = (Role.EDITOR, Role.REPORTER, Role.DRAFTER)

KEEPER_OF_RULES = "Chỉ người quản trị của cơ quan cao nhất mới ghi quy định giờ phát."


def may_keep_stations(user: User, unit: Unit) -> bool:
    """Who sets up the stations of a unit and their hours: its own people, and those above it."""
    if user.unit is None or not user.has_role(Role.ADMINISTRATOR, *MAKERS):
        return False
    return user.seat == unit.seat or _is_above(user, unit)


def may_keep_rules(user: User | None) -> bool:
    # Rules of hours hold for every station of the installation: its highest authority keeps them.
    if user is None:
        return True
    return user.has_role(Role.ADMINISTRATOR) and user.is_of_highest_authority()


def may_schedule(user: User, station: Station) -> bool:
    return _makes_for(user, station)


def may_release(user: User, station: Station) -> bool:
    return _makes_for(user, station)


def may_tick(user: User, station: Station) -> bool:
    """Who says what was aired: anybody of the station's unit who is there when it speaks."""
    if user.unit is None or user.has_role(Role.AUDITOR):
        return False
    return user.unit == station.unit or user.seat == station.unit.seat


def may_order(user: User, station: Station) -> bool:
    """A leader at the seat of the station, or at a seat above it, orders its players."""
    if user.unit is None or not user.has_role(Role.LEADER):
        return False
    return station.unit.is_under(user.seat)


def may_look(user: User, station: Station) -> bool:
    """Those of the station's authority, those above and below it, and auditors.

    What a district's station airs is for all of its district, also where an own unit of the
    district keeps the station.
    """
    if user.sees_everything():
        return True
    if user.unit is None:
        return False
    seat = station.unit.seat
    beside = station.kind == StationKind.DISTRICT and user.seat.parent_id == seat.parent_id
    return station.unit.is_under(user.seat) or user.seat.is_under(seat) or beside


def _makes_for(user: User, station: Station) -> bool:
    if user.unit is None or not user.has_role(*MAKERS):
        return False
    return user.seat == station.unit.seat


def _is_above(user: User, unit: Unit) -> bool:
    return user.has_role(Role.ADMINISTRATOR, Role.DRAFTER) and unit.is_under(user.seat)
