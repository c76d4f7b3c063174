"""An address of a portal where nothing stands, said in three languages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from haidang.newsroom.around import Around

NOWHERE = 404


def missing(request: HttpRequest, around: Around) -> HttpResponse:
    """Say so, and show the ways on: searching, the sections, the first page."""
    return render(request, "newsroom/missing.html", {"around": around}, status=NOWHERE)
