"""The first page of a portal in a language (S25)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from haidang.newsroom.around import Around
from haidang.newsroom.enums import Section
from haidang.newsroom.models import FrontPage
from haidang.newsroom.queries.in_languages import is_foreign, with_versions
from haidang.newsroom.queries.portals import fronts_of
from haidang.newsroom.queries.shown import first_picture, front_stories
from haidang.newsroom.section_words import DOORS, NAMES

NEWEST, SEA = 5, 3


def front(request: HttpRequest, around: Around) -> HttpResponse:
    """Three doors, the newest stories, the sea and islands, listening again, contacts."""
    written = {page.language: page for page in fronts_of(around.portal)}
    page = written.get(around.language)
    if page is None:
        raise Http404
    is_unsigned = page.written_in != page.language
    context = {"page": page, "around": around, "is_unsigned": is_unsigned}
    context |= front_context(around)
    # Words that nobody signed off are no language that a door opens in.
    context["door_languages"] = [
        (one.language, one.language_name)
        for one in written.values()
        if one.written_in == one.language
    ]
    return render(request, FrontPage.template, context)


def front_context(around: Around) -> dict[str, object]:
    """What a front page shows beside its own words."""
    newest, sea = front_stories(around.by_language, newest=NEWEST, sea=SEA)
    with_versions([*newest, *sea])
    return {
        "is_newest_foreign": is_foreign(newest, around.language),
        "is_sea_foreign": is_foreign(sea, around.language),
        "lead": newest[0] if newest else None,
        "lead_picture": first_picture(newest[0]) if newest else None,
        "newest": newest[1:],
        "sea": sea,
        "doors": [(NAMES[key], DOORS[key], key.value, DRAWINGS[key]) for key in DOORS],
    }


DRAWINGS = {
    Section.INVEST: "newsroom/drawings/invest.html",
    Section.VISIT: "newsroom/drawings/culture.html",
    Section.OVERSEAS: "newsroom/drawings/overseas.html",
}
