"""What the players of a station are to know: made once, and anew with the next order or release."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from haidang import clock
from haidang.broadcast import keys, seal
from haidang.broadcast.enums import Order
from haidang.broadcast.models import Player, PlayerOrder, Release, SigningKey, Station
from haidang.prepared import prepared

WEEKS = 3  # this one and the two next
MOST_ORDERS = 200  # in one answer; the next poll gets the others


@dataclass(frozen=True, slots=True)
class Caller:
    """The player that asks, and how its station stands."""

    pk: int
    station: int
    known: int
    seen_at: dt.datetime | None
    newest: tuple[int, int, int]  # order, release, key: with one of them the outlook is another


@dataclass(frozen=True, slots=True)
class Outlook:
    """Keys, orders and weeks of a station, and the sound that belongs to them."""

    station: int
    name: str
    place: str
    keys: list[str]
    endorsements: list[str]
    orders: list[tuple[int, dt.datetime, str]]  # number, end, sealed
    releases: list[dict[str, Any]]
    sounds: frozenset[str]


def caller(token_hash: str) -> Caller | None:
    """The player with this token, unless it is retired: one question, put into SQL once."""
    row = next(iter(_callers(token_hash)), None)
    if row is None:
        return None
    pk, station, known, seen_at, *newest = row
    return Caller(pk, station, known, seen_at, (newest[0], newest[1], newest[2]))


def outlook(station_pk: int) -> Outlook:
    """What the players of a station are to know now."""
    station = Station.objects.select_related("unit__acts_for", "within").get(pk=station_pk)
    releases = _releases(station)
    orders, ring = _orders(station), keys.keyring(station.unit)
    place = {
        "format": seal.PLACE,
        "station": station.pk,
        "number": station.version,
        "plays": [pk for pk in (station.pk, station.within_id) if pk],
        "name": station.name,
    }
    return Outlook(
        station=station.pk,
        name=station.name,
        place=ring.sealed(place),
        keys=[key.public for key in ring.good()],
        endorsements=ring.endorsements(),
        orders=[
            (one.number, _end(one), ring.sealed_now(one.sealed, one.content)) for one in orders
        ],
        releases=[
            {"monday": f"{one.monday}", "number": one.number, "sha256": one.sha256}
            for one in releases
        ],
        sounds=frozenset(_sounds(releases, orders)),
    )


def release_for(station_pk: int, sha256: str) -> Release | None:
    """A week that players of a station may have, by its hash: its own, or of what it hangs on."""
    near = Q(station=station_pk) | Q(station__clusters=station_pk)
    found = Release.objects.filter(near, sha256=sha256)
    return found.select_related("package", "station__unit__acts_for").first()


def _releases(station: Station) -> list[Release]:
    """The newest release of each week; a group without an own one has that of its station."""
    today = clock.passing().astimezone(clock.now().tzinfo).date()
    first = today - dt.timedelta(days=today.weekday())
    mondays = [first + dt.timedelta(weeks=number) for number in range(WEEKS)]
    near = [pk for pk in (station.within_id, station.pk) if pk]
    found = Release.objects.filter(station__in=near, monday__in=mondays).defer("content")
    newest: dict[tuple[dt.date, int], Release] = {}
    for release in found.order_by("number"):
        newest[release.monday, release.station_id] = release
    chosen = [
        next((newest[monday, pk] for pk in reversed(near) if (monday, pk) in newest), None)
        for monday in mondays
    ]
    return list(Release.objects.filter(pk__in=[one.pk for one in chosen if one]).order_by("monday"))


def _orders(station: Station) -> list[PlayerOrder]:
    """The orders of a station that are not over, by number."""
    now = clock.passing()
    return [one for one in station.orders.order_by("number") if _end(one) > now]


def _end(order: PlayerOrder) -> dt.datetime:
    return dt.datetime.fromisoformat(order.content["expires_at"])


def _sounds(releases: Sequence[Release], orders: Sequence[PlayerOrder]) -> set[str]:
    """The sound of weeks and emergencies, without what was stopped after a week was released."""
    sounds = {one.content["sha256"] for one in orders if one.order == Order.EMERGENCY}
    for release in releases:
        stopped = {
            sha256
            for one in orders
            if one.order == Order.STOP and one.at > release.at
            for sha256 in one.content["sha256"]
        }
        both = [*release.content.get("parts", []), *release.content.get("filling", [])]
        sounds |= {part.get("sha256", "") for part in both} - stopped
    return sounds - {""}


@prepared
def _callers(token_hash: str) -> QuerySet[Player, Any]:
    def newest(rows: QuerySet[Any, Any], column: str) -> Coalesce:
        last = rows.order_by().values("station").annotate(last=Max(column)).values("last")
        return Coalesce(Subquery(last), 0)

    orders = PlayerOrder.objects.filter(station=OuterRef("station"))
    releases = Release.objects.filter(
        Q(station=OuterRef("station")) | Q(station=OuterRef("station__within"))
    )
    weeks = releases.order_by("-pk").values("pk")[:1]
    last_key = SigningKey.objects.order_by("-pk").values("pk")[:1]
    return (
        Player.objects.filter(token_hash=token_hash, retired_at=None)
        .annotate(
            last_order=newest(orders, "number"),
            last_release=Coalesce(Subquery(weeks), 0),
            last_key=Coalesce(Subquery(last_key), 0),
        )
        .values_list("pk", "station", "known", "seen_at", "last_order", "last_release", "last_key")
    )
