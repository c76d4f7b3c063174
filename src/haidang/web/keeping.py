"""Whose page an answer is: no shared cache keeps it, and the browser's own store knows whose."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PERSON = "Haidang-Person"


class PersonsOwn:
    """Marks what a signed-in person is shown as theirs alone; a view may say otherwise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, and mark the answer."""
        response = self.get_response(request)
        if response.get("Cache-Control", "").startswith("public"):
            return response  # the same for everybody: who asks is not even looked at
        if request.user.is_authenticated:
            response.setdefault("Cache-Control", "private, no-store")
            response[PERSON] = str(request.user.pk)
        return response
