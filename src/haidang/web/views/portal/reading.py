"""Every page of a portal that is not a file or a list for machines."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.newsroom.models import FrontPage, Portal
from haidang.newsroom.queries import portals


@require_safe
def read(request: HttpRequest, path: str) -> HttpResponse:
    """The page at an address of the portal that answers on this host."""
    portal = portals.portal_on(request.get_host().partition(":")[0])
    if portal is None:
        raise Http404
    language, *rest = path.strip("/").split("/")
    if rest:
        raise Http404
    return front(request, portal, language)


def front(request: HttpRequest, portal: Portal, language: str) -> HttpResponse:
    """The first page in a language."""
    fronts = portals.fronts_of(portal)
    page = next((front for front in fronts if front.language == language), None)
    if page is None:
        raise Http404
    context = {"page": page, "unit": portal.unit, "languages": fronts}
    return render(request, FrontPage.template, context)
