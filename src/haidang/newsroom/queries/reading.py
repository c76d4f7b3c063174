"""Which story stands at an address of a portal: its own, or one shared from above."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from haidang.newsroom import gate
from haidang.newsroom.models import Portal, Publication, Story
from haidang.newsroom.queries.notes import last_notice
from haidang.newsroom.queries.parts import with_parts
from haidang.prepared import prepared

LANGUAGES = [code for code, _ in settings.LANGUAGES]


@dataclass(frozen=True, slots=True)
class Found:
    """A story at an address: in its language, in another one, or withdrawn with a notice."""

    story: Story
    is_own: bool
    notice: Publication | None = None


def story_at(
    portal: Portal, above: Sequence[Portal], language: str, section: str, slug: str
) -> Found | None:
    """What the public finds at an address, in that language before the others; else nothing.

    What a portal above shares is found under the same address; what it does not is not.
    """
    portals = [portal, *above]
    order = [language, *(code for code in LANGUAGES if code != language)]
    paths = [f"{p.url_path}{code}/{section}/{slug}/" for code in order for p in portals]
    by_path = {story.url_path: story for story in _stories_at(slug, paths)}
    there = (by_path[path] for path in paths if path in by_path)
    return next(_public(there, portal), None)


def _public(stories: Iterable[Story], portal: Portal) -> Iterator[Found]:
    for story in stories:
        is_own = story.path.startswith(portal.path)
        if not (is_own or story.is_shared):
            continue
        if gate.is_public(with_parts(story)):
            yield Found(story, is_own)
        elif not story.live and (notice := last_notice(story)):
            yield Found(story, is_own, notice)


@prepared
def _stories_at(slug: str, paths: list[str]) -> QuerySet[Story]:
    rows: QuerySet[Story] = Story.objects.filter(slug=slug, url_path__in=paths)
    return rows.select_related("locale", "unit")
