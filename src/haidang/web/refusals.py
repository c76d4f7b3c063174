"""Turns refusals, of commands and of methods, into pages, or a notice for a part of a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from haidang.errors import Incomplete, Refused


class RefusalMiddleware:
    """Answers a command that refused with its status, its words, and a way back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; a method that an address does not take is answered in words."""
        response = self.get_response(request)
        if response.status_code != 405 or response.content:
            return response
        context = {"back": request.headers.get("Referer", "")}
        page = render(request, "405.html", context, status=405)
        page["Allow"] = response["Allow"]
        return page

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a refusal; anything else goes on to the log and the 500 page."""
        if not isinstance(error, Refused):
            return None
        context = {
            "message": error.message,
            "issues": error.issues if isinstance(error, Incomplete) else (),
            "back": request.headers.get("Referer", ""),
        }
        if getattr(request, "htmx", False):
            response = render(request, "kit/notice_swap.html", context)
            response["HX-Retarget"], response["HX-Reswap"] = "#notices", "innerHTML"
            return response
        return render(request, f"{error.status}.html", context, status=error.status)
