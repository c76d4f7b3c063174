"""Changing the key by which an authority seals what its stations play."""

from django.db import transaction

from haidang import clock
from haidang.broadcast import keys, player_rules, seal
from haidang.broadcast.models import SigningKey
from haidang.errors import NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User


@transaction.atomic
def rotate_key(*, unit: Unit, by: User | None) -> SigningKey:
    """Put a new key in use for an authority; the old one says that it follows.

    Players take it over by that word and drop the old one some days later. Refuses with
    NotAllowed; with KeyLost where the old key cannot be read any more: then `replace_key`.
    """
    seat = _held(unit, by)
    old = keys.key_in_use(seat)
    private, now = seal.new_key(), clock.passing()
    word = {
        "format": seal.KEY,
        "key": seal.public_of(private),
        "old": old.public,
        "old_until": (now + keys.OLD_IS_GOOD).isoformat(),
    }
    new = keys.made_key(seat, seal.seal(word, keys.private_half(old)), private)
    return _changed(new, old, by, "rotate_key")


@transaction.atomic
def replace_key(*, unit: Unit, by: User | None) -> SigningKey:
    """Put a new key in use that nothing vouches for: the old one was lost, or others have it.

    Every player has to be told of the new key by hand. Refuses with NotAllowed.
    """
    seat = _held(unit, by)
    SigningKey.objects.filter(unit=seat).exclude(endorsement="").update(endorsement="")
    old = keys.key_in_use(seat)
    return _changed(keys.made_key(seat), old, by, "replace_key")


def _held(unit: Unit, by: User | None) -> Unit:
    seat = Unit.objects.select_for_update(no_key=True, of=["self"]).get(pk=unit.seat.pk)
    if not player_rules.may_change_keys(by, seat):
        raise NotAllowed("Chỉ quản trị hoặc lãnh đạo của cơ quan, hoặc cấp trên, mới đổi khóa.")
    return seat


def _changed(new: SigningKey, old: SigningKey, by: User | None, event: str) -> SigningKey:
    now = clock.passing()
    older = SigningKey.objects.filter(unit=new.unit).exclude(pk=new.pk)
    if event == "rotate_key":
        older.filter(retired_at=None).update(retired_at=now)
    else:  # what was lost or stolen is good for nothing from now on
        older.update(retired_at=now - keys.OLD_IS_GOOD)
    record(event, target=new, by=by, key=new.public, instead_of=old.public)
    return new
