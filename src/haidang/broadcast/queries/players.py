"""Players as people look at them: which are heard of, what they have, what they refused."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Max, Q, QuerySet

from haidang import clock
from haidang.broadcast.models import Fault, Player, Station
from haidang.broadcast.queries.stations import visible_stations
from haidang.orgs.models import User

HEARD = dt.timedelta(minutes=3)  # a player asks each second, and a minute is near enough
RECENT = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Standing:
    """One player and how it stands."""

    player: Player
    is_heard: bool
    lacks: int  # orders that were given and that it has not said it has
    faults: int  # of the last days


def without_player(stations: Iterable[Station]) -> list[Station]:
    """Those of some stations that no player in use stands at: an order there is heard by nobody."""
    asked = list(stations)
    players = Player.objects.filter(station__in=asked, retired_at=None)
    heard = set(players.values_list("station_id", flat=True))
    return [station for station in asked if station.pk not in heard]


def players_in_sight(user: User) -> list[Standing]:
    """The players in use of those stations, the ones that are not heard of first."""
    now = clock.passing()
    recent = Q(faults__at__gt=now - RECENT)
    players = (
        Player.objects.filter(station__in=visible_stations(user).order_by(), retired_at=None)
        .select_related("station__unit")
        .annotate(
            newest=Max("station__orders__number"),
            recent=Count("faults", filter=recent, distinct=True),
        )
    )
    standing = [
        Standing(
            player=player,
            is_heard=is_heard(player, now),
            lacks=max((player.newest or 0) - player.known, 0),
            faults=player.recent,
        )
        for player in players.order_by(F("seen_at").asc(nulls_first=True), "pk")
    ]
    return sorted(standing, key=lambda one: one.is_heard)


def is_heard(player: Player, now: dt.datetime) -> bool:
    """Whether a player asked for news a moment ago."""
    return player.seen_at is not None and now - player.seen_at < HEARD


def player_in_sight(user: User, pk: int) -> Player | None:
    """A player of a station that a person may look at."""
    seen = Player.objects.filter(pk=pk, station__in=visible_stations(user).order_by())
    return seen.select_related("station__unit__acts_for").first()


def faults_of(player: Player) -> QuerySet[Fault]:
    """What a player refused or could not do, the newest first."""
    return player.faults.order_by("-at", "-received_at")
