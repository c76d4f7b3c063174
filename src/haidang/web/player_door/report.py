"""What players tell: what they aired, what they refused, how they are."""

import json
from http import HTTPStatus
from threading import BoundedSemaphore
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from haidang.broadcast.commands import take_aired
from haidang.broadcast.commands.players import take_health
from haidang.broadcast.models import Player
from haidang.broadcast.queries.outlook import Caller
from haidang.web.player_door.answers import refused, told
from haidang.web.player_door.shelf import Shelf

LARGEST = 1024 * 1024
MOST_LINES = 500  # of one sending
# After a storm a hundred players send days of logs at once. They take turns: two in a process, so
# that the other threads stay free for polls, and an emergency does not wait behind logs.
TURNS = BoundedSemaphore(2)
BUSY = "Máy chủ đang nhận nhật ký của máy khác. Giữ lại và gửi sau."


def report(request: HttpRequest, asking: Caller, shelf: Shelf, name: str) -> HttpResponse:
    """Keep the log of a player, and say what it need not send again."""
    size = request.META.get("CONTENT_LENGTH") or "0"
    if not size.isdigit() or int(size) > LARGEST:
        return refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Gửi từng phần, mỗi lần dưới 1 MB.")
    said = _said(request.read(LARGEST))
    if said is None:
        return refused(HTTPStatus.BAD_REQUEST, "Không đọc được nhật ký: phải là JSON.")
    if not TURNS.acquire(blocking=False):
        return _later()
    try:
        return _taken(asking, said)
    except OperationalError:  # another act holds the database: nothing was kept
        return _later()
    finally:
        TURNS.release()


def _taken(asking: Caller, said: dict[str, Any]) -> HttpResponse:
    player = Player.objects.select_related("station").get(pk=asking.pk)
    taken = take_aired(player, _list(said, "lines")[:MOST_LINES])
    kept = take_health(player=player, health=said.get("health"), faults=_list(said, "faults"))
    return told({"taken": [str(one) for one in taken] + kept})


def _later() -> HttpResponse:
    answer = refused(HTTPStatus.TOO_MANY_REQUESTS, BUSY)
    answer["Retry-After"] = "1"
    return answer


def _said(body: bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _list(said: dict[str, Any], name: str) -> list[Any]:
    found = said.get(name)
    return found if isinstance(found, list) else []
