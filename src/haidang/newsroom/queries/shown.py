"""The stories of a portal's lists: its own, and what the portals above share with it."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import BooleanField, Case, Q, QuerySet, When

from haidang.newsroom.enums import Section, StoryKind
from haidang.newsroom.models import Portal, SectionPage, Story, StoryPicture
from haidang.newsroom.queries.public import appearing

NEWEST_FIRST = ("-first_published_at", "-pk")
Paths = dict[str, list[tuple[str, bool]]]


def section_paths(
    portal: Portal, above: Iterable[Portal], languages: Iterable[str]
) -> dict[str, Paths]:
    """The places in the tree of each section by language: this portal's, and those above."""
    roots = [portal.path, *(other.path for other in above)]
    within = reduce(or_, (Q(path__startswith=root) for root in roots))
    found: dict[str, Paths] = {language: {} for language in languages}
    pages = SectionPage.objects.filter(within, locale__language_code__in=found)
    for path, key, code in pages.values_list("path", "key", "locale__language_code"):
        found[code].setdefault(key, []).append((path, path.startswith(portal.path)))
    return found


def stories_in(paths: Paths, keys: Iterable[str]) -> QuerySet[Story]:
    """The public stories of sections, the newest first; of portals above what these share."""
    places = [place for key in keys for place in paths.get(key, ())]
    if not places:
        return appearing().none()
    within = reduce(or_, (_below(path, is_own=is_own) for path, is_own in places))
    found = appearing().filter(within).select_related("locale")
    return found.order_by(*NEWEST_FIRST)


def news(paths: Paths) -> QuerySet[Story]:
    """All stories of a portal but the pages that stand for good."""
    keys = [section for section in Section if section != Section.ABOUT]
    return stories_in(paths, keys).exclude(kind=StoryKind.FIXED)


def read_next(paths: Paths, key: str, story: Story, most: int) -> QuerySet[Story]:
    """What is offered after a story: the newest of its section, then of the others."""
    places = paths.get(key) or [("-", True)]
    near = reduce(or_, (Q(path__startswith=path) for path, _ in places))
    others = news(paths).exclude(translation_key=story.translation_key)
    far = Case(When(near, then=0), default=1)
    ordered: QuerySet[Story] = others.annotate(far=far).order_by("far", *NEWEST_FIRST)
    return ordered[:most]


def fixed_pages(by_language: dict[str, Paths]) -> list[Story]:
    """The pages that the law asks of a portal: in the first language that each is written in."""
    order = list(by_language)
    about = [paths.get(Section.ABOUT, ()) for paths in by_language.values()]
    own = [place for places in about for place in places if place[1]]
    stories = list(stories_in({Section.ABOUT: own}, [Section.ABOUT]).order_by("path"))
    stories.sort(key=lambda story: order.index(story.language))
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
    keys = [key for key in Section if key not in {Section.ABOUT, Section.SEA}]
    news_of, sea_of = Q(pk=None), Q(pk=None)
    for paths in by_language.values():
        found = stories_in(paths, keys).exclude(kind=StoryKind.FIXED)
        news_of |= Q(pk__in=found.values("pk")[:newest])
        sea_of |= Q(pk__in=stories_in(paths, [Section.SEA]).values("pk")[:sea])
    is_news = Case(When(news_of, then=True), default=False, output_field=BooleanField())
    rows = Story.objects.filter(news_of | sea_of).annotate(is_news=is_news)
    stories = list(rows.select_related("locale").order_by(*NEWEST_FIRST))
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
    pictures = StoryPicture.objects.filter(story=story).select_related("picture")
    first: StoryPicture | None = pictures.order_by("sort_order", "pk").first()
    return first


def _below(path: str, *, is_own: bool) -> Q:
    here = Q(path__startswith=path)
    return here if is_own else here & Q(is_shared=True)
