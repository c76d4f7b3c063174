"""Files that leave the documents room: to keep, never opened in the page, made in turn."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from haidang.web import turns
from haidang.web.request import Request
from haidang.web.watching import asked_to_retry

View = Callable[..., HttpResponse]


def attachment(content: bytes, content_type: str, name: str) -> HttpResponse:
    """Bytes to be kept under a name, which may hold any letters."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Cache-Control"] = "no-store"
    return response


def asks_to_wait(view: View) -> View:
    """Ask whoever comes while every place is taken to come again; nothing is lost by that."""

    @wraps(view)
    def patient(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except turns.Busy:
            return asked_to_retry(render(request, "documents/busy.html"))

    return patient
