"""What players tell: what they aired, what they refused, how they are."""

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

from haidang.broadcast.commands import take_aired
from haidang.broadcast.commands.players import take_health
from haidang.broadcast.models import Player
from haidang.broadcast.queries.outlook import Caller
from haidang.web.player_door.answers import refused, told
from haidang.web.player_door.shelf import Shelf

LARGEST = 1024 * 1024
MOST_LINES = 500  # of one sending


def report(request: HttpRequest, asking: Caller, shelf: Shelf, name: str) -> HttpResponse:
    """Keep the log of a player, and say what it need not send again."""
    size = request.META.get("CONTENT_LENGTH") or "0"
    if not size.isdigit() or int(size) > LARGEST:
        return refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Gửi từng phần, mỗi lần dưới 1 MB.")
    said = _said(request.read(LARGEST))
    if said is None:
        return refused(HTTPStatus.BAD_REQUEST, "Không đọc được nhật ký: phải là JSON.")
    player = Player.objects.select_related("station").get(pk=asking.pk)
    taken = take_aired(player, _list(said, "lines")[:MOST_LINES])
    kept = take_health(player=player, health=said.get("health"), faults=_list(said, "faults"))
    return told({"taken": [str(one) for one in taken] + kept})


def _said(body: bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _list(said: dict[str, Any], name: str) -> list[Any]:
    found = said.get(name)
    return found if isinstance(found, list) else []
