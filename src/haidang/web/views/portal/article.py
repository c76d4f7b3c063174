"""A story as readers get it (S26): whole, as a summary, or the notice that it was withdrawn."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from haidang.newsroom.addresses import address_of
from haidang.newsroom.around import Around
from haidang.newsroom.contacts import contact_in
from haidang.newsroom.enums import Finding, Section
from haidang.newsroom.glance import glance_of
from haidang.newsroom.models import Story
from haidang.newsroom.queries.in_languages import is_summary, versions_of, with_versions
from haidang.newsroom.queries.notes import notes_of
from haidang.newsroom.queries.reading import Found, story_at
from haidang.newsroom.queries.shown import read_next
from haidang.newsroom.reading_time import minutes
from haidang.newsroom.section_words import CONTACT_TITLES, FINDINGS, NAMES

NEXT = 3
GONE = 410
ORIGINAL = settings.LANGUAGE_CODE  # the language that all is written in


def article(request: HttpRequest, around: Around, key: Section, slug: str) -> HttpResponse:
    """The story at an address; in a language without it, its summary and where it can be read."""
    found = _found(around, key.value, slug)
    if found is None:
        raise Http404
    story = found.story
    if found.notice is not None:
        return _withdrawn(request, around, found)
    after = read_next(around.paths, section_of(story), story, NEXT)
    found_in = versions_of([story, *after])
    versions = found_in.get(story.translation_key, [])
    here = next((one for one in versions if one.language == around.language), None)
    if story.language != around.language and here is not None:
        return redirect(here.address)
    context = article_context(around, story, with_versions(after, found_in))
    context["versions"] = versions
    if not found.is_own or story.language != around.language:
        context["canonical"] = address_of(story)
    return render(request, Story.template, context)


def article_context(around: Around, story: Story, after: list[Any]) -> dict[str, object]:
    """What the page of a story needs; also of one that nobody may read yet (the desk's preview)."""
    key = section_of(story)
    return {
        "page": story,
        "story": story,
        "around": around,
        "key": key.value,
        "section_name": NAMES[key],
        "contact": contact_in(story.contact, around.contact),
        "contact_title": CONTACT_TITLES.get(key, "Liên hệ"),
        "is_foreign": story.language != around.language,
        "is_summary": is_summary(story),
        "minutes": minutes(story.title, story.standfirst, story.body),
        "finding": FINDINGS[Finding(story.finding)] if story.finding else "",
        "notes": notes_of(story) if story.pk else None,
        "next": after,
        "glance": glance_of(around) if key == Section.INVEST else [],
        **_parts(story),
    }


def section_of(story: Story) -> Section:
    """The section that a story stands in, by its address."""
    return Section(story.url_path.split("/")[3])


def _parts(story: Story) -> Mapping[str, object]:
    parts = {name: list(getattr(story, name).all()) for name in ("pictures", "files", "sources")}
    prefetch_related_objects(parts["pictures"], "picture")
    prefetch_related_objects(parts["files"], "file")
    return parts


def _found(around: Around, key: str, slug: str) -> Found | None:
    """What stands at an address; the original where that is a translation that nobody asked for."""
    found = story_at(around.portal, around.above, around.language, key, slug)
    if found is None or found.notice is not None:
        return found
    if found.story.language in {around.language, ORIGINAL}:
        return found
    versions = versions_of([found.story]).get(found.story.translation_key, [])
    original = next((one.address for one in versions if one.language == ORIGINAL), None)
    if original is None:
        return found
    _, _, key, slug, _ = original.split("/")
    return story_at(around.portal, around.above, around.language, key, slug) or found


def _withdrawn(request: HttpRequest, around: Around, found: Found) -> HttpResponse:
    key = section_of(found.story)
    context = {
        "page": found.story,
        "story": found.story,
        "around": around,
        "key": key.value,
        "section_name": NAMES[key],
        "notice": found.notice,
        "home": around.start,
    }
    return render(request, "newsroom/withdrawn.html", context, status=GONE)
