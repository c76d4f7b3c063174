"""Where sections stand in the tree: those of a portal, and those above that share with it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from haidang.newsroom.models import Portal, SectionPage
from haidang.prepared import prepared

NEVER = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)
LAST = "Z" * 2 * Portal.steplen  # no section below a portal stands behind it


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the stories of a portal's lists stand in a language, and before when they came out."""

    before: dt.datetime = NEVER
    by_section: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)
    """By section: a place, and whether it is the portal's own."""


def section_paths(
    portal: Portal, above: Iterable[Portal], languages: Iterable[str], *, before: dt.datetime
) -> dict[str, Paths]:
    """The places of each section by language: this portal's, and those of the portals above.

    `before`: when the lists end, where the portal's unit is no more; else `NEVER`.
    """
    roots = [portal.path, *(other.path for other in above)]
    found: dict[str, Paths] = {language: Paths(before) for language in languages}
    bounds = [bound for root in roots for bound in (root, f"{root}{LAST}")]
    for path, key, code in _sections(list(found), *bounds):
        found[code].by_section.setdefault(key, []).append((path, path.startswith(portal.path)))
    return found


def places_in(paths: Paths, keys: Iterable[str]) -> tuple[list[str], list[str]]:
    """The places of sections: the portal's own, and those of which only what is shared is shown."""
    places = [place for key in keys for place in paths.by_section.get(key, ())]
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
