"""The newest stories of a portal for those who follow it: RSS, Atom and JSON Feed."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import feedgenerator
from django.utils.translation import override
from django.views.decorators.http import require_safe

from haidang.newsroom.around import Around
from haidang.newsroom.models import Story
from haidang.newsroom.queries.portals import home
from haidang.newsroom.queries.shown import news
from haidang.newsroom.relative import relative
from haidang.web.views.portal.reading import around_of

NEWEST = 30
KINDS = {"rss": feedgenerator.Rss201rev2Feed, "atom": feedgenerator.Atom1Feed}
TYPES = {"rss": "application/rss+xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8"}
JSON = "https://jsonfeed.org/version/1.1"


@require_safe
def feed(request: HttpRequest, language: str, ending: str) -> HttpResponse:
    """The newest stories in a language, with their summaries; the text stands on the page."""
    around = around_of(request, language)
    with override(language):
        base = home(around.portal)
        stories = list(news(around.paths)[:NEWEST])
        if ending == "json":
            return JsonResponse(
                _json(around, base, stories),
                content_type="application/feed+json",
                json_dumps_params={"ensure_ascii": False},
            )
        made = _xml(KINDS[ending], around, base, stories)
        return HttpResponse(made.writeString("utf-8"), content_type=TYPES[ending])


def _xml(
    kind: type[feedgenerator.SyndicationFeed], around: Around, base: str, stories: list[Story]
) -> feedgenerator.SyndicationFeed:
    made = kind(
        title=around.portal.unit.name,
        link=f"{base}{around.start}",
        description=around.ended or around.place,
        language=around.language,
        feed_url=f"{base}{around.start}tin.{'atom' if 'Atom' in kind.__name__ else 'rss'}",
    )
    for story in stories:
        made.add_item(
            title=story.title,
            link=f"{base}{relative(story)}",
            description=story.standfirst,
            pubdate=story.first_published_at,
            updateddate=story.last_published_at,
            unique_id=f"{base}{relative(story)}",
        )
    return made


def _json(around: Around, base: str, stories: list[Story]) -> dict[str, Any]:
    return {
        "version": JSON,
        "title": around.portal.unit.name,
        "home_page_url": f"{base}{around.start}",
        "feed_url": f"{base}{around.start}tin.json",
        "language": around.language,
        "description": around.ended or around.place,
        "expired": around.ended_on is not None,
        "items": [
            {
                "id": f"{base}{relative(story)}",
                "url": f"{base}{relative(story)}",
                "title": story.title,
                "content_text": story.standfirst,
                "date_published": story.first_published_at,
                "date_modified": story.last_published_at,
            }
            for story in stories
        ],
    }
