"""The sittings of today that are over and of which nobody, and no player, has said anything."""

from django.db.models import QuerySet

from haidang import clock
from haidang.broadcast.aired_sittings import AiredSitting
from haidang.broadcast.enums import Airing
from haidang.broadcast.models import Station
from haidang.broadcast.queries.as_run import as_run
from haidang.orgs.enums import Role
from haidang.orgs.models import User
from haidang.prepared import prepared


def unsaid_today(user: User) -> list[tuple[Station, AiredSitting]]:
    """What somebody of a unit has still to say of its stations; one question where it has none."""
    if user.unit_id is None or user.has_role(Role.AUDITOR):
        return []
    stations = _stations(user.unit_id)
    if not stations:
        return []
    now, found = clock.now(), as_run(stations, clock.today(), clock.today())
    return [
        (station, sitting)
        for station in stations
        for sitting in found[station.pk]
        if sitting.ends_at <= now and _is_unsaid(sitting)
    ]


def _is_unsaid(sitting: AiredSitting) -> bool:
    return any(one.state == Airing.UNKNOWN for one in sitting.outcomes)


@prepared
def _stations(unit: int) -> QuerySet[Station]:
    # A cluster is told of by its station: nobody ticks twenty loudspeakers.
    own = Station.objects.filter(unit=unit, within=None, is_retired=False)
    return own.order_by("kind", "name")
