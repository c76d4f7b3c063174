"""An address of a portal where nothing stands, said in three languages, the reader's first."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override

from haidang.newsroom.around import Around

NOWHERE = 404


def missing(request: HttpRequest, around: Around) -> HttpResponse:
    """Say so, and show the ways on: searching, the sections, the first pages."""
    fronts = sorted(settings.LANGUAGES, key=lambda named: named[0] != around.language)
    said_in = [code for code, _ in fronts if _is_signed(around, code)]
    context = {"around": around, "fronts": fronts, "said_in": said_in}
    return render(request, "newsroom/missing.html", context, status=NOWHERE)


def _is_signed(around: Around, language: str) -> bool:
    """Whether somebody answers for the words of a portal in a language."""
    with override(language):
        return not Around(around.portal, language).is_waiting
