"""The page of one story: where it stands, its way so far, its languages, what may be done."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from haidang.ledger.models import Entry
from haidang.ledger.queries import history_of
from haidang.newsroom import writing_rules as rules
from haidang.newsroom.asked import facts_asked
from haidang.newsroom.models import Story
from haidang.newsroom.queries.links import dead_links
from haidang.newsroom.queries.states import states_of
from haidang.newsroom.queries.visible import sees_newest, titled, visible_stories
from haidang.newsroom.reading_ease import ease_of
from haidang.newsroom.story_facts import told
from haidang.newsroom.versions import newest_seen
from haidang.orgs.models import User
from haidang.web.request import Request
from haidang.web.views.desk import panels
from haidang.web.views.desk.deeds import in_words

OTHERS = ("title", "standfirst", "body", "sources", "pictures", "files", "content", "task")


@require_http_methods(["GET", "HEAD"])
def story(request: Request, pk: int) -> HttpResponse:
    row = story_seen(request.user, pk)
    return render(request, "desk/story.html", _page(request, row) | panels.of(request, row))


def story_seen(user: User, pk: int) -> Story:
    rows = visible_stories(user).select_related(
        "unit__acts_for", "locale", "latest_revision", "owner__unit", "planned__writer__unit"
    )
    found: Story | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def story_written(user: User, pk: int) -> Story:
    """A story whose newest words a person may see; there is none while others speak of them."""
    found = story_seen(user, pk)
    if not sees_newest(user, found):
        raise Http404
    return found


def _page(request: Request, row: Story) -> dict[str, Any]:
    page = newest_seen(row, request.user)
    words = told(page)
    return {
        "story": row,
        "page": page,
        "state": states_of([row])[row.pk],
        "facts": [words[name] for name in (*OTHERS[6:], *facts_asked(row.kind)) if name in words],
        "sources": list(page.sources.all()),
        "pictures": list(page.pictures.select_related("picture")),
        "files": list(page.files.select_related("file")),
        "ease": ease_of(
            page.title,
            page.standfirst,
            page.body,
            language=row.language,
            channels=channels_of(row),
        ),
        "dead_links": dead_links(page),
        "section": page.get_parent(),
        "languages": _languages(request.user, row),
        "deeds": [(entry, in_words(entry)) for entry in _way(row)],
        "may_edit": rules.may_edit(request.user, row) and sees_newest(request.user, row),
        "may_drop": rules.may_drop(request.user, row) and not row.submissions.exists(),
    }


def channels_of(row: Story) -> tuple[str, ...]:
    planned = getattr(row, "planned", None)
    return tuple(planned.channels.split()) if planned else ("portal",)


def _languages(user: User, row: Story) -> list[tuple[Story, str, object]]:
    key = row.translation_key
    seen = titled(user, visible_stories(user))
    rows = list(seen.filter(translation_key=key).select_related("locale"))
    states = states_of(rows)
    return [(one, one.language, states[one.pk]) for one in rows]


def _way(row: Story) -> list[Entry]:
    return list(history_of(row).select_related("by__unit")[:30])
