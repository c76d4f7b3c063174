"""A story as the public will see it, for who may see it before."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from haidang.newsroom.around import Around
from haidang.newsroom.models import Story
from haidang.newsroom.queries.in_languages import with_versions
from haidang.newsroom.queries.portals import portal_around
from haidang.newsroom.queries.shown import read_next
from haidang.newsroom.versions import newest_seen
from haidang.web.request import Request
from haidang.web.views.desk.story import story_seen
from haidang.web.views.portal.article import NEXT, article_context, section_of


@require_safe
@never_cache
def preview_story(request: Request, pk: int) -> HttpResponse:
    story = story_seen(request.user, pk)
    page = newest_seen(story, request.user)
    portal = portal_around(story.path)
    if portal is None:
        raise Http404
    with override(story.language):
        around = Around(portal, story.language)
        after = with_versions(read_next(around.paths, section_of(page), page, NEXT))
        context = article_context(around, page, after) | {"is_preview": True}
        return render(request, Story.template, context)
