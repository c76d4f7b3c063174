"""Who sets up players and their keys, and who says that something is not aired any more."""

from haidang.broadcast.models import Bulletin, Recording, Station
from haidang.broadcast.rules import may_keep_stations
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User

STOPPERS = (Role.EDITOR, Role.LEADER)


def may_keep_players(user: User | None, station: Station) -> bool:
    """Who keeps a station's other facts; nobody is the installation itself."""
    return user is None or may_keep_stations(user, station.unit)


def may_change_keys(user: User | None, seat: Unit) -> bool:
    """Administrators and leaders of an authority, or above it; the installation itself."""
    if user is None:
        return True
    is_above = user.unit is not None and seat.is_under(user.seat)
    return is_above and user.has_role(Role.ADMINISTRATOR, Role.LEADER)


def may_stop(user: User | None, sound: Bulletin | Recording) -> bool:
    """Editors of the authority whose sound it is, and leaders there or above it.

    Nobody is the installation itself: a story in it was withdrawn (N15).
    """
    if user is None:
        return True
    if user.unit is None or not user.has_role(*STOPPERS):
        return False
    is_own = user.seat == sound.unit.seat
    return is_own or (user.has_role(Role.LEADER) and sound.unit.is_under(user.seat))
