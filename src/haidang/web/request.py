"""The request as our views see it: someone is signed in."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from haidang.orgs.models import User


class Request(HttpRequest):
    """A request by a person with an account."""

    user: User
    htmx: HtmxDetails
