"""Programmes of bulletins that somebody may not see: they keep their place, without their name."""

from collections.abc import Collection, Iterable

from haidang.broadcast.models import Bulletin, Part
from haidang.broadcast.queries.bulletins import cleared_of
from haidang.broadcast.queries.heard import visible_bulletins
from haidang.orgs.models import User

VEILED = "Bản tin chưa công bố"


def unseen_among(asked: Collection[int], user: User) -> set[int]:
    """The numbers of those of some bulletins that are drafts of others, or between two people (K4).

    What is cleared as it stands is on its way to everybody. No question where none is asked.
    """
    if not asked:
        return set()
    seen = set(visible_bulletins(user).filter(pk__in=asked).values_list("pk", flat=True))
    if seen >= set(asked):
        return set()
    cleared = cleared_of(Bulletin.objects.filter(pk__in=asked)).values_list("pk", flat=True)
    return set(asked) - seen - set(cleared)


def veil(parts: Iterable[Part], user: User, airable: Collection[int] = ()) -> None:
    """Take the names off such programmes, in memory alone; what is airable is asked no more."""
    rows = [part for part in parts if part.bulletin_id and part.bulletin_id not in airable]
    unseen = unseen_among({part.bulletin_id for part in rows if part.bulletin_id}, user)
    for part in rows:
        if part.bulletin_id in unseen:
            part.title = VEILED
