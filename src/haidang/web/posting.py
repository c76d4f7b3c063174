"""Addresses that only take something in: whoever opens one again sees the page it belongs to."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from haidang.web.request import Request

View = Callable[..., HttpResponse]


def posts_from(page: str | Callable[..., HttpResponse] = "../") -> Callable[[View], View]:
    """Let a view answer POST alone; a reload or a bookmark leads to its page, with its query.

    `page` is an address relative to the view's own, or what finds it; other methods get 405.
    """

    def around(view: View) -> View:
        @wraps(view)
        def answered(request: Request, *args: Any, **named: Any) -> HttpResponse:
            if request.method == "POST":
                return view(request, *args, **named)
            if callable(page):
                return page(request, *args, **named)
            query = request.META.get("QUERY_STRING", "")
            return redirect(f"{page}?{query}" if query else page)

        return require_http_methods(["GET", "HEAD", "POST"])(answered)

    return around
