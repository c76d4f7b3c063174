"""The request as our views see it: someone is signed in, and may have asked for a number."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from haidang.orgs.models import User


class Request(HttpRequest):
    """A request by a person with an account."""

    user: User
    htmx: HtmxDetails


def number_asked(text: str) -> int | None:
    """The number that an address asks for; None where it is none, or longer than any of ours."""
    return int(text) if text.isdecimal() and len(text) < 10 else None
