"""Kept files, whole or a range of them, so that a cut line goes on where it was cut (RFC 9110)."""

import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from haidang.documents.models import FileFault, StoredFile
from haidang.documents.models.file import LOST

ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
PIECE = 64 * 1024


def ranged(request: HttpRequest, file: StoredFile) -> HttpResponseBase:
    """Hand out a kept file as it was asked for. Refuses with FileFault what is lost.

    The bytes are not held against their hash here: who plays them does so.
    """
    first, last = _asked(request, file)
    if first > last and file.size:
        beyond = HttpResponse(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        beyond["Content-Range"] = f"bytes */{file.size}"
        return beyond
    is_part = (first, last) != (0, file.size - 1)
    answer = _body(request, file, first, last)
    answer.status_code = HTTPStatus.PARTIAL_CONTENT if is_part else HTTPStatus.OK
    if is_part:
        answer["Content-Range"] = f"bytes {first}-{last}/{file.size}"
    answer["Content-Type"] = file.content_type
    answer["Content-Length"] = str(last - first + 1)
    answer["Accept-Ranges"] = "bytes"
    answer["ETag"] = f'"{file.sha256}"'
    return answer


def _asked(request: HttpRequest, file: StoredFile) -> tuple[int, int]:
    """The first and the last byte; what is not understood asks for all."""
    whole = 0, file.size - 1
    found = ONE_RANGE.fullmatch(request.META.get("HTTP_RANGE", ""))
    is_same = request.META.get("HTTP_IF_RANGE", "") in {"", f'"{file.sha256}"'}
    if found is None or not any(found.groups()) or not is_same:
        return whole
    first, last = found.groups()
    if not first:
        return (max(file.size - int(last), 0), file.size - 1) if int(last) else (1, 0)
    if last and int(last) < int(first):
        return whole
    if int(first) >= file.size:
        return 1, 0
    return int(first), min(int(last), file.size - 1) if last else file.size - 1


def _body(request: HttpRequest, file: StoredFile, first: int, last: int) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse()
    if not file.path.is_file():
        raise FileFault(file.sha256, LOST)
    return StreamingHttpResponse(_pieces(file.path, first, last - first + 1))


def _pieces(path: Path, first: int, left: int) -> Iterator[bytes]:
    with path.open("rb") as opened:
        opened.seek(first)
        while left > 0 and (piece := opened.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
