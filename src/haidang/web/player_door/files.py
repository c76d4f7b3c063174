"""Weeks and their sound, for the players of the station whose they are."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from haidang.broadcast.packing import package_of
from haidang.broadcast.queries.outlook import Caller, release_for
from haidang.documents.models import StoredFile
from haidang.web.player_door.answers import refused
from haidang.web.player_door.shelf import Shelf
from haidang.web.ranges import ranged

NOT_YOURS = "Không có tệp này cho đài, cụm loa của máy."


def week(request: HttpRequest, asking: Caller, shelf: Shelf, name: str) -> HttpResponseBase:
    """Hand out a sealed week."""
    release = release_for(asking.station, name)
    if release is None:
        return refused(HTTPStatus.NOT_FOUND, NOT_YOURS)
    return HttpResponse(package_of(release), content_type="application/json")


def sound(request: HttpRequest, asking: Caller, shelf: Shelf, name: str) -> HttpResponseBase:
    """Hand out sound, or a range of it, that belongs to this station's weeks and emergencies."""
    file = None
    if name in shelf.outlook(asking).sounds:
        file = StoredFile.objects.filter(pk=name).first()
    if file is None:
        return refused(HTTPStatus.NOT_FOUND, NOT_YOURS)
    return ranged(request, file)
