"""Orders as they are given: to which stations, under which number, sealed, and for how long."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Max, Q

from haidang import clock
from haidang.broadcast import keys, seal
from haidang.broadcast.enums import Order
from haidang.broadcast.models import Alert, PlayerOrder, Station
from haidang.orgs.models import User

# A week in hand is good for at most three weeks and 72 hours; a switch holds until it is undone.
LASTS = {
    Order.STOP: dt.timedelta(days=40),
    Order.HALT: dt.timedelta(days=366),
    Order.RESUME: dt.timedelta(days=366),
}


def reached(stations: Iterable[Station]) -> list[Station]:
    """Some stations and the groups of loudspeakers on them, each once, in the order of locking."""
    chosen = [station.pk for station in stations]
    on_air = Station.objects.filter(is_retired=False).select_related("unit__acts_for")
    return list(on_air.filter(Q(pk__in=chosen) | Q(within__in=chosen)).order_by("pk"))


def held(stations: Iterable[Station]) -> list[Station]:
    """Hold stations in the order of their keys until the act is over."""
    rows = Station.objects.select_for_update(no_key=True, of=["self"])
    wanted = rows.filter(pk__in=[station.pk for station in stations])
    return list(wanted.select_related("unit__acts_for").order_by("pk"))


def give(
    order: Order,
    stations: Iterable[Station],
    facts: Mapping[str, Any],
    *,
    by: User | None,
    expires_at: dt.datetime | None = None,
    alert: Alert | None = None,
) -> list[PlayerOrder]:
    """Number, seal and keep one order for the players of each station.

    Stations are held until the act is over, so that numbers of one station rise without a gap.
    Times are the machine's own, as players have no other.
    """
    at = clock.passing()
    until = expires_at or at + LASTS[order]
    locked = held(stations)
    numbers = _numbers(locked)
    orders = []
    for station in locked:
        content = {
            "format": seal.ORDER,
            "station": station.pk,
            "number": numbers.get(station.pk, 0) + 1,
            "order": order.value,
            "at": at.isoformat(),
            "expires_at": until.isoformat(),
            **facts,
        }
        orders.append(
            PlayerOrder(
                station=station,
                number=content["number"],
                order=order,
                content=content,
                sealed=keys.sealed(content, station.unit),
                alert=alert,
                by=by,
                at=at,
            )
        )
    return PlayerOrder.objects.bulk_create(orders)


def _numbers(stations: list[Station]) -> dict[int, int]:
    given = PlayerOrder.objects.filter(station__in=stations).order_by()
    return dict(given.values_list("station").annotate(Max("number")))
