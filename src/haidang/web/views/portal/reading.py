"""Every page of a portal that is not a file or a list for machines: our view before Wagtail's."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from haidang.newsroom.around import Around
from haidang.newsroom.enums import Section
from haidang.newsroom.queries.portals import portal_on
from haidang.web.views.portal.article import article
from haidang.web.views.portal.front import front
from haidang.web.views.portal.missing import missing
from haidang.web.views.portal.search import search
from haidang.web.views.portal.section import section
from haidang.web.views.portal.standing import PAGES, standing

Page = Callable[..., HttpResponse]


def around_of(request: HttpRequest, language: str) -> Around:
    """The portal that answers on the host that was asked. Refuses with 404 where none does."""
    portal = portal_on(request.get_host().rpartition(":")[0] or request.get_host())
    if portal is None:
        raise Http404
    return Around(portal, language)


@require_safe
def read(request: HttpRequest, path: str) -> HttpResponse:
    """The page at an address of the portal that answers on this host."""
    language, *rest = path.strip("/").split("/")
    around = around_of(request, language)
    with override(language):
        try:
            return _page(request, around, rest)
        except Http404:
            return missing(request, around)


def _page(request: HttpRequest, around: Around, rest: list[str]) -> HttpResponse:
    match rest:
        case []:
            return front(request, around)
        case ["tim"]:
            return search(request, around)
        case [name] if name in PAGES:
            return standing(request, around, name)
        case [key] if key in Section:
            return section(request, around, Section(key))
        case [key, slug] if key in Section:
            return article(request, around, Section(key), slug)
    raise Http404
