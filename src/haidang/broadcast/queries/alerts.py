"""Emergencies as people look at them: how they stand, and who has them."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef, QuerySet

from haidang import clock
from haidang.broadcast import rules
from haidang.broadcast.cap_words import MessageKind
from haidang.broadcast.models import Aired, Alert, OrderReceipt, Player, Station
from haidang.broadcast.queries.stations import visible_stations
from haidang.orgs.models import User


@dataclass(frozen=True, slots=True)
class Reach:
    """One player that a message was for: when it had it, and when it first aired it."""

    player: Player
    received_at: dt.datetime | None
    aired_at: dt.datetime | None


def alerts_in_sight(user: User) -> QuerySet[Alert]:
    """The messages to stations that a person may look at, the newest first."""
    stations = visible_stations(user).order_by()
    through = Alert.stations.through.objects.filter(alert=OuterRef("pk"), station__in=stations)
    rows = Alert.objects.filter(Exists(through)).select_related("unit", "recording", "by__unit")
    replaced = Alert.objects.filter(updates=OuterRef("pk"))
    return rows.annotate(is_replaced=Exists(replaced)).order_by("-pk")


def stations_to_order(user: User) -> list[Station]:
    """The stations that a person may give orders to, as leader; clusters after their station."""
    if user.unit is None:
        return []
    rows = Station.objects.filter(is_retired=False, unit__path__startswith=user.seat.path)
    found = [
        one
        for one in rows.select_related("unit__acts_for", "within").order_by("unit__path", "pk")
        if rules.may_order(user, one)
    ]
    return sorted(found, key=lambda one: (one.unit.path, one.within_id or one.pk, one.pk))


def is_open(alert: Alert) -> bool:
    """Whether a message is still being aired, and may be replaced or called off."""
    is_cancel = alert.facts["msgType"] == MessageKind.CANCEL
    is_replaced = getattr(alert, "is_replaced", None)
    if is_replaced is None:
        is_replaced = Alert.objects.filter(updates=alert).exists()
    return not is_cancel and not is_replaced and alert.expires_at > clock.passing()


def standing(alert: Alert) -> tuple[str, str]:
    """How a message stands, as a sign and a word of the kit."""
    if alert.facts["msgType"] == MessageKind.CANCEL:
        return "plain", "tin hủy"
    if is_open(alert):
        return "run", "Đang phát"
    if getattr(alert, "is_replaced", False):
        return "none", "Đã hủy hoặc thay"
    return "done", "Đã hết hiệu lực"


def reach_of(alert: Alert) -> list[Reach]:
    """Each player of the stations of a message: those without it first."""
    orders = alert.orders.values("station")
    players = Player.objects.filter(
        station__in=orders, retired_at=None, added_at__lt=alert.expires_at
    )
    received = dict(
        OrderReceipt.objects.filter(order__alert=alert).values_list("player").annotate(Max("at"))
    )
    aired = dict(
        Aired.objects.filter(
            player__in=players,
            sha256=alert.recording.file_id,
            started_at__gte=alert.at,
            started_at__lte=alert.expires_at,
            seconds__gt=0,
        )
        .order_by("-started_at")
        .values_list("player", "started_at")
    )
    rows = [
        Reach(one, received.get(one.pk), aired.get(one.pk))
        for one in players.select_related("station").order_by("station__unit__path", "pk")
    ]
    return sorted(rows, key=lambda row: row.received_at is not None)
