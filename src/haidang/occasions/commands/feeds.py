"""Opening and revoking the private addresses of calendars."""

from django.db import transaction

from haidang import clock
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.occasions import checks, rules
from haidang.occasions.models import Feed
from haidang.occasions.secret import hash_of, new_token
from haidang.orgs.models import User


@transaction.atomic
def open_feed(*, by: User, for_unit: bool = False) -> tuple[Feed, str]:
    """Open an address for a person, or for their unit; the token is told here and never again.

    Refuses with NotAllowed, and Incomplete while too many are open.
    """
    if not (rules.may_open_for_unit(by) if for_unit else rules.may_open(by)):
        raise NotAllowed("Tài khoản này không mở được địa chỉ lịch.")
    token = new_token()
    feed = Feed(
        token_hash=hash_of(token),
        person=None if for_unit else by,
        unit=by.unit if for_unit else None,
        made_at=clock.now(),
        made_by=by,
    )
    if issues := checks.before_opening(checks.living_of(feed)):
        raise Incomplete(issues)
    feed.save(force_insert=True)
    record("open_feed", target=feed, by=by, for_unit=for_unit)
    return feed, token


@transaction.atomic
def revoke_feed(*, feed: Feed, by: User) -> Feed:
    """Close an address for good. Refuses with WrongState and NotAllowed."""
    feed = Feed.objects.select_for_update(no_key=True, of=("self",)).get(pk=feed.pk)
    if feed.revoked_at is not None:
        raise WrongState("Địa chỉ này đã thu hồi.")
    if not rules.may_revoke(by, feed):
        raise NotAllowed("Chỉ người có địa chỉ này mới được thu hồi.")
    feed.revoked_at, feed.revoked_by = clock.now(), by
    feed.save(update_fields=["revoked_at", "revoked_by"])
    record("revoke_feed", target=feed, by=by)
    return feed
