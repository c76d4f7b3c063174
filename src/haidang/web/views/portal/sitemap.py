"""What search engines ask first: where they may go, and every public page in its languages."""

from collections import defaultdict
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from haidang.newsroom.enums import Section
from haidang.newsroom.models import Portal, Story
from haidang.newsroom.queries.portals import home
from haidang.newsroom.queries.public import appearing
from haidang.newsroom.relative import relative
from haidang.web.views.portal.reading import around_of
from haidang.web.views.portal.standing import PAGES

PER_FILE = 2_000
LANGUAGES = ("vi", "en", "km")
XML = "application/xml; charset=utf-8"
ROBOTS = """User-agent: *
Disallow: /cms/
Disallow: /dang-nhap/
Disallow: /*/tim/
Sitemap: {home}/sitemap.xml
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything that is public may be read by anybody."""
    words = ROBOTS.format(home=home(around_of(request, "vi").portal))
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """The index of the files below: one with the pages that always stand, others with stories."""
    portal = around_of(request, "vi").portal
    leaves = Paginator(_stories(portal), PER_FILE)
    context = {"home": home(portal), "files": range(leaves.num_pages + 1)}
    return render(request, "newsroom/sitemap_index.xml", context, content_type=XML)


@require_safe
def sitemap_file(request: HttpRequest, number: int) -> HttpResponse:
    """One file: addresses, with the same page in other languages beside each."""
    portal = around_of(request, "vi").portal
    leaves = Paginator(_stories(portal), PER_FILE)
    if number > leaves.num_pages:
        raise Http404
    groups = _groups(list(leaves.page(number))) if number else _standing()
    context = {"home": home(portal), "groups": groups}
    return render(request, "newsroom/sitemap.xml", context, content_type=XML)


def _stories(portal: Portal) -> QuerySet[Story]:
    own = appearing().filter(path__startswith=portal.path).select_related("locale")
    shown = own.only("url_path", "translation_key", "last_published_at", "locale")
    return shown.order_by("translation_key", "pk")


def _groups(stories: list[Story]) -> list[list[tuple[str, str, object]]]:
    together: dict[UUID, list[tuple[str, str, object]]] = defaultdict(list)
    for story in stories:
        row = (story.language, relative(story), story.last_published_at)
        together[story.translation_key].append(row)
    return list(together.values())


def _standing() -> list[list[tuple[str, str, object]]]:
    paths = ["", *(f"{section.value}/" for section in Section), *(f"{name}/" for name in PAGES)]
    return [[(code, f"/{code}/{path}", None) for code in LANGUAGES] for path in paths]
