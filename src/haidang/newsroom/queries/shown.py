"""The stories of a portal's lists: its own, and what the portals above share with it."""

import datetime as dt
from collections.abc import Iterable
from itertools import chain, islice
from uuid import UUID

from django.db.models import BooleanField, Case, Q, QuerySet, When
from django.db.models.functions import Substr

from haidang import clock
from haidang.newsroom.enums import Section, StoryKind
from haidang.newsroom.models import Story, StoryPicture
from haidang.newsroom.queries.places import NEVER, Paths, places_in
from haidang.newsroom.queries.public import appearing
from haidang.prepared import prepared

NEWEST_FIRST = ("-first_published_at", "-pk")
NEWS = [section.value for section in Section if section != Section.ABOUT]
# What a list says of a story.
LISTED = (
    *("title", "slug", "standfirst", "byline", "kind", "path", "url_path", "translation_key"),
    *("first_published_at", "locale__language_code"),
)
UP_TO_SECTION = 4 * Story.steplen  # signs of a story's place that are the place of its section


def stories_in(paths: Paths, keys: Iterable[str]) -> QuerySet[Story]:
    """The public stories of sections, the newest first; of portals above what these share."""
    own, shared = places_in(paths, keys)
    return _below(clock.now(), paths.before, own, shared)


def news(paths: Paths) -> QuerySet[Story]:
    """All stories of a portal but the pages that stand for good."""
    return stories_in(paths, NEWS).exclude(kind=StoryKind.FIXED)


def keys_in(paths: Paths, key: Section) -> list[int]:
    """The numbers of the public stories of a section, the newest first; under news, of all."""
    is_news = key == Section.NEWS
    own, shared = places_in(paths, NEWS if is_news else [key])
    return _keys(clock.now(), paths.before, own, shared, is_news=is_news)


def listed(keys: list[int]) -> list[Story]:
    """Stories as a list shows them, in the order of their numbers here, which are public."""
    by_key = {story.pk: story for story in _listed(keys)}
    return [by_key[key] for key in keys if key in by_key]


def read_next(paths: Paths, key: str, story: Story, most: int) -> list[Story]:
    """What is offered after a story: the newest of its section, then of the others."""
    near = [key] if key in NEWS else []
    far = [other for other in NEWS if other not in near]
    rounds = (_others(paths, keys, story.translation_key, most) for keys in (near, far))
    return list(islice(chain.from_iterable(rounds), most))


def fixed_pages(by_language: dict[str, Paths]) -> list[Story]:
    """The pages that the law asks of a portal: in the first language that each is written in."""
    order = list(by_language)
    about = (places_in(paths, [Section.ABOUT]) for paths in by_language.values())
    own = [place for places, _ in about for place in places]
    stories = sorted(_fixed(clock.now(), own), key=lambda story: order.index(story.language))
    firsts: dict[object, Story] = {}
    for story in stories:
        firsts.setdefault(story.translation_key, story)
    return list(firsts.values())


def front_stories(
    by_language: dict[str, Paths], *, newest: int, sea: int
) -> tuple[list[Story], list[Story]]:
    """What a front page shows, in one question: the newest stories, and those on the sea.

    Where there is none in the first language, those in the next one stand in.
    """
    others = [key for key in NEWS if key != Section.SEA]
    places = [
        place
        for paths in by_language.values()
        for keys in (others, [Section.SEA])
        for place in places_in(paths, keys)
    ]
    before = next(iter(by_language.values())).before
    stories = _front(clock.now(), before, *places, newest=newest, sea=sea)
    return (
        _in_first([story for story in stories if story.is_news], by_language),
        _in_first([story for story in stories if not story.is_news], by_language),
    )


def _in_first(stories: list[Story], languages: Iterable[str]) -> list[Story]:
    """The stories in the first language that has any."""
    written = ([story for story in stories if story.language == one] for one in languages)
    return next(filter(None, written), [])


def first_picture(story: Story) -> StoryPicture | None:
    """The picture that a list shows of a story."""
    return next(iter(_first_pictures(story.pk)), None)


def _others(paths: Paths, keys: list[str], key: UUID, most: int) -> list[Story]:
    own, shared = places_in(paths, keys)
    if not own and not shared:
        return []
    return _newest_but(clock.now(), paths.before, own, shared, key, most=most)


def _below(
    now: dt.datetime, before: dt.datetime, own: list[str], shared: list[str]
) -> QuerySet[Story]:
    """The stories public now at some places, and the shared ones at others, out before a moment."""
    # Stories of portals above that are not shared never leave the database.
    stories = appearing(now).alias(section=Substr("path", 1, UP_TO_SECTION))
    there = Q(section__in=own) | Q(section__in=shared, is_shared=True)
    found = stories.filter(there, first_published_at__lt=before)
    ordered: QuerySet[Story] = found.select_related("locale").order_by(*NEWEST_FIRST)
    return ordered


@prepared
def _front(
    now: dt.datetime, before: dt.datetime, *places: list[str], newest: int, sea: int
) -> QuerySet[Story]:
    # For each language the places of news, own and shared, then those of the sea.
    news_of, sea_of = Q(), Q()
    for own, shared, own_sea, shared_sea in zip(*(places[at::4] for at in range(4)), strict=True):
        written = _below(now, before, own, shared).exclude(kind=StoryKind.FIXED)
        news_of |= Q(pk__in=written.values("pk")[:newest])
        sea_of |= Q(pk__in=_below(now, before, own_sea, shared_sea).values("pk")[:sea])
    is_news = Case(When(news_of, then=True), default=False, output_field=BooleanField())
    rows = Story.objects.filter(news_of | sea_of).annotate(is_news=is_news)
    shown: QuerySet[Story] = rows.select_related("locale").only(*LISTED)
    return shown.order_by(*NEWEST_FIRST)


@prepared
def _newest_but(
    now: dt.datetime,
    before: dt.datetime,
    own: list[str],
    shared: list[str],
    key: UUID,
    *,
    most: int,
) -> QuerySet[Story]:
    found = _below(now, before, own, shared).exclude(kind=StoryKind.FIXED).only(*LISTED)
    return found.exclude(translation_key=key)[:most]


@prepared
def _keys(
    now: dt.datetime, before: dt.datetime, own: list[str], shared: list[str], *, is_news: bool
) -> QuerySet[Story, int]:
    found = _below(now, before, own, shared)
    found = found.exclude(kind=StoryKind.FIXED) if is_news else found
    return found.select_related(None).values_list("pk", flat=True)


@prepared
def _listed(keys: list[int]) -> QuerySet[Story]:
    rows: QuerySet[Story] = Story.objects.filter(pk__in=keys)
    return rows.select_related("locale").only(*LISTED)


@prepared
def _fixed(now: dt.datetime, own: list[str]) -> QuerySet[Story]:
    found = _below(now, NEVER, own, []).only(*LISTED)
    return found.order_by("path")


@prepared
def _first_pictures(story: int) -> QuerySet[StoryPicture]:
    pictures: QuerySet[StoryPicture] = StoryPicture.objects.filter(story=story)
    return pictures.select_related("picture").order_by("sort_order", "pk")[:1]
