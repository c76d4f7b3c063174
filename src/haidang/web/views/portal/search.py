"""Searching a portal (S26): without marks, the newest first."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from haidang.newsroom.around import Around
from haidang.newsroom.enums import Section
from haidang.newsroom.finding import found
from haidang.newsroom.queries.in_languages import with_versions
from haidang.newsroom.queries.shown import stories_in

PER_PAGE = 20


def search(request: HttpRequest, around: Around) -> HttpResponse:
    """The stories of the portal, and those shared with it, that hold the words asked for."""
    asked = request.GET.get("q", "").replace("\0", "").strip()
    number = request.GET.get("trang", "1")
    keys = found(asked, around.language, [around.portal, *around.above])
    stories = stories_in(around.paths, Section).filter(pk__in=keys).order_by("-pk")
    leaves = Paginator(stories, PER_PAGE)
    if not number.isdecimal() or not 1 <= int(number) <= leaves.num_pages:
        raise Http404
    leaf = leaves.page(int(number))
    context = {"around": around, "asked": asked, "leaf": leaf, "stories": with_versions(leaf)}
    context["is_blank"] = "q" in request.GET and not asked
    return render(request, "newsroom/search.html", context)
