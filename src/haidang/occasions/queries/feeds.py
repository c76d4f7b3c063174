"""Calendar feeds: found by the secret in their address, listed for whom they belong to."""

from django.db.models import Q, QuerySet

from haidang.occasions.models import Feed
from haidang.occasions.secret import hash_of
from haidang.orgs.models import User


def feed_of(token: str) -> Feed | None:
    """The feed of an address, revoked or not; None where there never was one."""
    feeds = Feed.objects.select_related("person__unit__acts_for", "unit__acts_for")
    return feeds.filter(token_hash=hash_of(token)).first()


def feeds_of(user: User) -> QuerySet[Feed]:
    """The living feeds of a person and of their unit, oldest first."""
    own = Q(person=user)
    if user.unit_id is not None:
        own |= Q(unit=user.unit_id)
    living = Feed.objects.filter(own, revoked_at=None)
    return living.select_related("unit", "person", "made_by__unit").order_by("pk")
