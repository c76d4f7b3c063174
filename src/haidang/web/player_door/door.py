"""Answers players before everything that is there for people: no session, no page, no form.

A hundred players ask once a second for what is new. It stands before every other middleware, knows
a player by its token in one question to the database, and answers from memory.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from haidang.broadcast.queries.outlook import Caller, caller
from haidang.broadcast.tokens import token_hash
from haidang.errors import Refused
from haidang.web.player_door.answers import refused
from haidang.web.player_door.files import sound, week
from haidang.web.player_door.news import news
from haidang.web.player_door.report import report
from haidang.web.player_door.shelf import Shelf

PREFIX = "/may-phat/"
LONGEST_TOKEN = 200
GET, POST = frozenset({"GET", "HEAD"}), frozenset({"POST"})


class PlayerDoor:
    """Opens to players alone; every other address goes on to those who stand behind."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.shelf = Shelf()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer a player, or let others pass."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        asking = _caller(request)
        if asking is None:
            answer: HttpResponseBase = refused(
                HTTPStatus.UNAUTHORIZED, "Mã máy không đúng hoặc không còn dùng."
            )
            answer["WWW-Authenticate"] = "Bearer"
        else:
            answer = self._answer(request, asking)
        answer["Cache-Control"] = "no-store"
        answer["X-Content-Type-Options"] = "nosniff"
        patch_vary_headers(answer, ["Authorization"])
        return answer

    def _answer(self, request: HttpRequest, asking: Caller) -> HttpResponseBase:
        what, _, name = request.path_info.removeprefix(PREFIX).strip("/").partition("/")
        known = {"viec": news, "lich": week, "tieng": sound, "nhat-ky": report}
        if what not in known or bool(name) != (what in {"lich", "tieng"}):
            return refused(HTTPStatus.NOT_FOUND, "Không có địa chỉ này.")
        if request.method not in (POST if what == "nhat-ky" else GET):
            return refused(HTTPStatus.METHOD_NOT_ALLOWED, "Cách hỏi không đúng.")
        try:
            return known[what](request, asking, self.shelf, name)
        except Refused as why:
            return refused(why.status, why.message)


def _caller(request: HttpRequest) -> Caller | None:
    scheme, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    if scheme.lower() != "bearer" or not 0 < len(token) <= LONGEST_TOKEN:
        return None
    return caller(token_hash(token))
