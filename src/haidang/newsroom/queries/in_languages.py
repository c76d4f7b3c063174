"""In which languages stories can be read, and where."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import get_language

from haidang import clock
from haidang.newsroom.models import Story
from haidang.newsroom.queries.public import appearing
from haidang.newsroom.relative import relative
from haidang.prepared import prepared

NAMES = dict(settings.LANGUAGES)
ORDER = [code for code, _ in settings.LANGUAGES]


@dataclass(frozen=True, slots=True)
class Version:
    """A story in one language: a whole one, or its summary only."""

    language: str
    address: str
    pk: int
    is_summary: bool = False

    @property
    def name(self) -> str:
        """What its readers call the language."""
        return NAMES[self.language]


def versions_of(stories: Iterable[Story]) -> dict[UUID, list[Version]]:
    """The public versions of stories, in the order of languages; one question for all."""
    keys = {story.translation_key for story in stories}
    if not keys:
        return {}
    found: dict[UUID, list[Version]] = {}
    for story in _versions(clock.now(), list(keys)):
        version = Version(story.language, relative(story), story.pk, is_summary(story))
        found.setdefault(story.translation_key, []).append(version)
    return {key: sorted(all_, key=_place) for key, all_ in found.items()}


def is_summary(story: Story) -> bool:
    """Whether a story has nothing below its standfirst: it is a summary in its language."""
    return not (story.body or story.video)


def is_foreign(stories: Iterable[Story], language: str) -> bool:
    """Whether a list holds stories in another language, which its readers are told."""
    return any(story.language != language for story in stories)


def with_versions(
    stories: Iterable[Story], found: Mapping[UUID, list[Version]] | None = None
) -> list[Any]:
    """The stories with `versions` and, below the language of the page, their `address`.

    The address of a story that is not written in that language shows its summary. `found` where the
    caller has asked for `versions_of` them.
    """
    listed = list(stories)
    found = versions_of(listed) if found is None else found
    for story in listed:
        story.versions = found.get(story.translation_key, [])
        story.address = f"/{get_language()}/{relative(story).split('/', 2)[2]}"
    return listed


@prepared
def _versions(now: dt.datetime, keys: list[UUID]) -> QuerySet[Story]:
    rows = appearing(now).filter(translation_key__in=keys).select_related("locale")
    return rows.only(
        "url_path", "translation_key", "body", "kind", "video", "locale__language_code"
    )


def _place(version: Version) -> int:
    return ORDER.index(version.language)
