"""Where sections stand in the tree: those of a portal, and those above that share with it."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from haidang.newsroom.models import Portal, SectionPage
from haidang.prepared import prepared

Paths = dict[str, list[tuple[str, bool]]]  # by section: a place, and whether it is the portal's own
LAST = "Z" * 2 * Portal.steplen  # no section below a portal stands behind it


def section_paths(
    portal: Portal, above: Iterable[Portal], languages: Iterable[str]
) -> dict[str, Paths]:
    """The places of each section by language: this portal's, and those of the portals above."""
    roots = [portal.path, *(other.path for other in above)]
    found: dict[str, Paths] = {language: {} for language in languages}
    bounds = [bound for root in roots for bound in (root, f"{root}{LAST}")]
    for path, key, code in _sections(list(found), *bounds):
        found[code].setdefault(key, []).append((path, path.startswith(portal.path)))
    return found


def places_in(paths: Paths, keys: Iterable[str]) -> tuple[list[str], list[str]]:
    """The places of sections: the portal's own, and those of which only what is shared is shown."""
    places = [place for key in keys for place in paths.get(key, ())]
    own = [path for path, is_own in places if is_own]
    return own, [path for path, is_own in places if not is_own]


def page_of(portal: Portal, key: str, language: str) -> SectionPage | None:
    """The page of a section of a portal in a language."""
    return next(iter(_pages(portal.path, f"{portal.path}{LAST}", key, language)), None)


@prepared
def _pages(root: str, last: str, key: str, language: str) -> QuerySet[SectionPage]:
    pages: QuerySet[SectionPage] = SectionPage.objects.filter(
        path__gt=root, path__lt=last, live=True, key=key, locale__language_code=language
    )
    return pages.select_related("locale")[:1]


@prepared
def _sections(languages: list[str], *bounds: str) -> QuerySet[SectionPage, tuple[str, str, str]]:
    roots = zip(bounds[::2], bounds[1::2], strict=True)
    within = reduce(or_, (Q(path__gt=root, path__lt=last) for root, last in roots))
    pages = SectionPage.objects.filter(within, locale__language_code__in=languages)
    rows: QuerySet[SectionPage, tuple[str, str, str]] = pages.values_list(
        "path", "key", "locale__language_code"
    )
    return rows
