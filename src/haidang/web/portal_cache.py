"""Public pages, kept whole in memory: what a stranger asks a second time is answered at once.

It stands before every other middleware: a page comes out of it as it went to the first reader,
with its headers and as it was packed. Every act is a line of the ledger, in its own transaction:
while the ledger ends where it did, a page is what it was, and with the next act it is made anew. So
a correction shows at once (promise N15); what only time changes is at most half a minute old.
"""

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag

from haidang.ledger.queries import end

PUBLIC = re.compile(
    r"/(?:vi|en|km)/|/robots\.txt$|/sitemap[\w-]*\.xml$"  # not what people send
)
KEPT = 30.0  # seconds
MOST = 24_000_000  # bytes
GOES_ON = {"trang"}  # questions in an address that name a page; others are as many as anybody likes


@dataclass
class Shelf:
    """The pages of one process."""

    pages: "OrderedDict[tuple[str, ...], tuple[float, HttpResponse]]" = field(
        default_factory=OrderedDict
    )
    weight: int = 0
    version: str = ""
    lock: Lock = field(default_factory=Lock)

    def found(self, key: tuple[str, ...], now: float) -> HttpResponse | None:
        """The page kept under a key, unless it is too old."""
        with self.lock:
            kept = self.pages.get(key)
            return kept[1] if kept and now - kept[0] < KEPT else None

    def keep(self, key: tuple[str, ...], page: HttpResponse, now: float, version: str) -> None:
        """Keep a page that was made of one version; the longest kept make room."""
        with self.lock:
            if version != self.version:
                return
            self._drop(key)
            self.pages[key] = now, page
            self.weight += len(page.content)
            while self.weight > MOST:
                self._drop(next(iter(self.pages)))

    def look(self) -> str:
        """Where the ledger ends; what was kept before its last line goes."""
        ends = str(end())
        if ends != self.version:
            with self.lock:
                self.pages.clear()
                self.weight, self.version = 0, ends
        return ends

    def _drop(self, key: tuple[str, ...]) -> None:
        if kept := self.pages.pop(key, None):
            self.weight -= len(kept[1].content)


class PortalCache:
    """Answers what strangers ask of portals from memory, and keeps what it had to make."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.shelf = Shelf()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from memory where it may."""
        key = _key(request)
        if key is None:
            return self.get_response(request)
        now = time.monotonic()
        version = self.shelf.look()
        page = self.shelf.found(key, now)
        if page is None:
            made = self.get_response(_strangers(request))
            if not isinstance(made, HttpResponse) or not _may_keep(made):
                return made
            page = _for_everybody(made)
            self.shelf.keep(key, page, now, version)
        return _handed(request, page)


def _key(request: HttpRequest) -> tuple[str, ...] | None:
    """What a page depends on; None where it must be made each time."""
    meta = request.META
    if request.method not in {"GET", "HEAD"} or not PUBLIC.match(request.path_info):
        return None
    if "no-store" in meta.get("HTTP_CACHE_CONTROL", "") or set(request.GET) - GOES_ON:
        return None
    packed = "gzip" if "gzip" in meta.get("HTTP_ACCEPT_ENCODING", "") else ""
    host = f"{request.scheme}://{meta.get('HTTP_HOST', '')}"
    saves = "saves" if meta.get("HTTP_SAVE_DATA", "") == "on" else ""
    return request.method, host, request.get_full_path(), packed, saves


def _strangers(request: HttpRequest) -> HttpRequest:
    """The same as a stranger asks it: nothing of a public page may depend on who looks."""
    request.META.pop("HTTP_COOKIE", None)
    return request


def _may_keep(page: HttpResponse) -> bool:
    asked = page.get("Cache-Control", "")
    is_open = "no-store" not in asked and "private" not in asked
    return page.status_code == HTTPStatus.OK and not page.cookies and is_open


def _for_everybody(page: HttpResponse) -> HttpResponse:
    page["Cache-Control"] = f"public, max-age={KEPT:.0f}"
    page["Vary"] = "Accept-Encoding, Save-Data"
    set_response_etag(page)
    return page


def _handed(request: HttpRequest, page: HttpResponse) -> HttpResponseBase:
    """A page of its own for each reader: what is kept is shared by threads."""
    copy = HttpResponse(page.content, status=page.status_code)
    copy.headers = page.headers.copy()
    return get_conditional_response(request, etag=page.get("ETag"), response=copy) or copy
