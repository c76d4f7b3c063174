"""The bytes that a stranger is served at an address, made by the whole server in this process.

They see what this transaction has written: what is kept of a page is what readers get of it, and
where it cannot be shown nothing is published.
"""

import io
from functools import cache
from urllib.parse import unquote_to_bytes, urlsplit

from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http.response import HttpResponseBase

from haidang.errors import Refused

SHOWN, GONE = 200, 410


class NotShown(Refused):
    """The page cannot be shown as it would be, so nothing was done."""

    status = 503

    def __init__(self, address: str) -> None:
        super().__init__(
            f"Máy chủ chưa hiện được trang {address}, nên chưa có gì thay đổi trên cổng. "
            "Thử lại; nếu vẫn vậy thì báo quản trị."
        )


def as_seen(address: str, *, status: int = SHOWN) -> bytes:
    """What a stranger's GET of an address is answered. Refuses with NotShown another status."""
    answer = _server().get_response(_request(address))
    if answer.status_code != status:
        raise NotShown(address)
    return _bytes(answer)


@cache
def _server() -> BaseHandler:
    server = BaseHandler()
    server.load_middleware()
    return server


def _request(address: str) -> WSGIRequest:
    parts = urlsplit(address)
    is_secure = parts.scheme == "https"
    return WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": unquote_to_bytes(parts.path).decode("latin-1"),
            "QUERY_STRING": parts.query,
            "SERVER_NAME": parts.hostname or "",
            "SERVER_PORT": str(parts.port or (443 if is_secure else 80)),
            "HTTP_HOST": parts.netloc,
            "REMOTE_ADDR": "127.0.0.1",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": parts.scheme,
            "wsgi.input": io.BytesIO(),
            # As the proxy before the server says it.
            "HTTP_X_FORWARDED_PROTO": parts.scheme,
            # What is asked for here is not yet so for others: it is neither kept nor taken.
            "HTTP_CACHE_CONTROL": "no-store",
        }
    )


def _bytes(answer: HttpResponseBase) -> bytes:
    # Not closed: closing tells the server that a request has ended, and one is still going on.
    return b"".join(map(bytes, answer))
