"""What is new: orders after those that a player has, the weeks to fetch, the keys to know."""

import datetime as dt

from django.http import HttpRequest, HttpResponse

from haidang import clock
from haidang.broadcast.commands.players import note_known, note_seen
from haidang.broadcast.models import Player
from haidang.broadcast.queries.outlook import MOST_ORDERS, Caller
from haidang.web.player_door.answers import told
from haidang.web.player_door.shelf import Shelf

NEAR_ENOUGH = dt.timedelta(seconds=60)  # of when a player was last seen
LONGEST_NUMBER = 9
POLL_SECONDS = 1


def news(request: HttpRequest, asking: Caller, shelf: Shelf, name: str) -> HttpResponse:
    """Answer the poll, and keep which orders the player says it has."""
    now, known = clock.passing(), _number(request.GET.get("biet", ""))
    found = shelf.outlook(asking)
    if known > asking.known < asking.newest[0]:
        note_known(
            player=Player(pk=asking.pk, station_id=asking.station, known=asking.known), number=known
        )
    elif asking.seen_at is None or now - asking.seen_at > NEAR_ENOUGH:
        note_seen(player=Player(pk=asking.pk))
    orders = [sealed for number, end, sealed in found.orders if number > known and end > now]
    return told(
        {
            "now": now.isoformat(),
            "station": found.station,
            "name": found.name,
            "place": found.place,
            "keys": found.keys,
            "endorsements": found.endorsements,
            "orders": orders[:MOST_ORDERS],
            "releases": found.releases,
            "poll_seconds": POLL_SECONDS,
        }
    )


def _number(given: str) -> int:
    """The number that a player says it knows; nothing readable is none."""
    is_one = given.isascii() and given.isdigit() and len(given) <= LONGEST_NUMBER
    return int(given) if is_one else 0
