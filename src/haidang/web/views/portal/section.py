"""A section of a portal in a language, page by page."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from haidang.newsroom.around import Around
from haidang.newsroom.enums import Section
from haidang.newsroom.queries.in_languages import is_foreign, with_versions
from haidang.newsroom.queries.places import page_of
from haidang.newsroom.queries.shown import keys_in, listed
from haidang.newsroom.section_words import CONTACT_TITLES, DOORS, NAMES

PER_PAGE = 20


def section(request: HttpRequest, around: Around, key: Section) -> HttpResponse:
    """The stories of a section; under news, all of them. Refuses with 404 a page that is not."""
    page = page_of(around.portal, key.value, around.language)
    number = request.GET.get("trang", "1")
    if page is None or not number.isdecimal():
        raise Http404
    leaves = Paginator(keys_in(around.paths, key), PER_PAGE)
    if not leaves.count and around.paths is not around.original_paths:
        leaves = Paginator(keys_in(around.original_paths, key), PER_PAGE)
    if not 1 <= int(number) <= leaves.num_pages:
        raise Http404
    leaf = leaves.page(int(number))
    stories = with_versions(listed(list(leaf)))
    context = {
        "page": page,
        "around": around,
        "key": key.value,
        "name": NAMES[key],
        "words": DOORS.get(key, ""),
        "contact_title": CONTACT_TITLES.get(key, ""),
        "leaf": leaf,
        "stories": stories,
        "is_foreign": is_foreign(stories, around.language),
    }
    return render(request, "newsroom/section.html", context)
