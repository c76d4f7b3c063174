"""The stories of a portal's lists: its own, and what the portals above share with it."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import BooleanField, Case, Q, QuerySet, When

from haidang.newsroom.enums import Section, StoryKind
from haidang.newsroom.models import Portal, SectionPage, Story, StoryPicture
from haidang.newsroom.queries.public import appearing

NEWEST_FIRST = ("-first_published_at", "-pk")
SPOKESPERSON = "nguoi-phat-ngon"
Paths = dict[str, list[tuple[str, bool]]]


def section_paths(portal: Portal, above: Iterable[Portal], language: str) -> Paths:
    """The places in the tree of each section in a language: this portal's, and those above."""
    roots = [portal.path, *(other.path for other in above)]
    within = reduce(or_, (Q(path__startswith=root) for root in roots))
    pages = SectionPage.objects.filter(within, locale__language_code=language)
    found: Paths = {}
    for path, key in pages.values_list("path", "key"):
        found.setdefault(key, []).append((path, path.startswith(portal.path)))
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


def fixed_pages(paths: Paths) -> QuerySet[Story]:
    """The pages that the law asks of a portal, in their order in the tree."""
    own = {Section.ABOUT: [place for place in paths.get(Section.ABOUT, ()) if place[1]]}
    return stories_in(own, own).order_by("path")


def spokesperson(paths: Paths) -> Story | None:
    """The page that names who speaks for the unit (NĐ 244/2026/NĐ-CP): it goes by its address."""
    return fixed_pages(paths).filter(slug=SPOKESPERSON).first()


def front_stories(paths: Paths, *, newest: int, sea: int) -> tuple[list[Story], list[Story]]:
    """What a front page shows, in one question: the newest stories, and those on the sea."""
    keys = [key for key in Section if key not in {Section.ABOUT, Section.SEA}]
    news = stories_in(paths, keys).exclude(kind=StoryKind.FIXED).values("pk")[:newest]
    sea_side = stories_in(paths, [Section.SEA]).values("pk")[:sea]
    is_news = Case(When(pk__in=news, then=True), default=False, output_field=BooleanField())
    found = Story.objects.filter(Q(pk__in=news) | Q(pk__in=sea_side)).annotate(is_news=is_news)
    stories = list(found.select_related("locale").order_by(*NEWEST_FIRST))
    return [s for s in stories if s.is_news], [s for s in stories if not s.is_news]


def first_picture(story: Story) -> StoryPicture | None:
    """The picture that a list shows of a story."""
    pictures = StoryPicture.objects.filter(story=story).select_related("picture")
    return pictures.order_by("sort_order", "pk").first()


def _below(path: str, *, is_own: bool) -> Q:
    here = Q(path__startswith=path)
    return here if is_own else here & Q(is_shared=True)
