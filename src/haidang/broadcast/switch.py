"""The switch of a level: who turned stations off, and who may turn them on again."""

from collections.abc import Iterable

from haidang.broadcast.enums import Order
from haidang.broadcast.models import PlayerOrder, Station
from haidang.orgs.models import Unit, User


def switches(stations: Iterable[Station]) -> dict[int, PlayerOrder]:
    """The last order that turned each of some stations off or on; where there is none, it is on."""
    switched = PlayerOrder.objects.filter(
        station__in=[station.pk for station in stations], order__in=[Order.HALT, Order.RESUME]
    )
    return {order.station_id: order for order in switched.order_by("number")}


def halted(stations: Iterable[Station]) -> dict[int, PlayerOrder]:
    """Of some stations those that are turned off, by key, with the order that did it."""
    return {
        pk: order for pk, order in switches(stations).items() if order.order == Order.HALT.value
    }


def may_undo(user: User, halt: PlayerOrder) -> bool:
    """Who turned a station off, or stands above: a level below does not undo it."""
    level = Unit.objects.filter(pk=halt.content.get("level")).first()
    return level is None or level.is_under(user.seat)


def is_above(user: User, halt: PlayerOrder) -> bool:
    """Whether a person's level stands above the one that turned a station off."""
    return may_undo(user, halt) and halt.content.get("level") != user.seat.pk
