"""The card of a public story: the picture that a link to it brings along."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from haidang.newsroom.card import drawn_card
from haidang.newsroom.enums import Section
from haidang.newsroom.gate import is_public
from haidang.newsroom.queries.places import NEVER
from haidang.newsroom.queries.shown import stories_in
from haidang.web.views.portal.reading import around_of


@require_safe
def card(request: HttpRequest, language: str, pk: str) -> HttpResponse:
    """The card in the language of its story. Refuses with 404 what its portal does not show."""
    around = around_of(request, language)
    # An address that was shared stays, though lists of a unit that is no more end with it.
    everything = replace(around.paths, before=NEVER)
    story = stories_in(everything, Section).filter(pk=pk).first()
    if story is None or not is_public(story):
        raise Http404
    drawn = drawn_card(
        title=story.title, place=around.place, host=request.get_host(), language=language
    )
    return HttpResponse(drawn, content_type="image/png")
