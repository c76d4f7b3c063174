"""Sums over many units: of a small authority until somebody acts, of a large one for a minute.

Every act is a line of the ledger, in the transaction that it belongs to. While the ledger ends
where it did, on the same day, a sum is what it was: whoever of a small authority reads it next
need not wait for it, and what was logged shows at once. In a large one somebody acts all the time:
its sums are kept for a minute, and pages say of what moment they are (decision 0024).

Sums stand in files beside the database, so that every worker process reads what one added up.
"""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from django.core.cache import caches
from django.db.models import QuerySet

from haidang import clock
from haidang.ledger.queries import end
from haidang.orgs.models import Unit, User
from haidang.prepared import counted, number, prepared

T = TypeVar("T")
FEW = 40  # units of a small authority
KEPT = 60  # seconds


def kept(
    user: User, units: QuerySet[Unit], key: str, make: Callable[[], T]
) -> tuple[T, dt.datetime | None]:
    """What `make` gives, and of what moment it is where it was kept from before or for others."""
    if is_small(user) or units.count() <= FEW:
        return as_it_stands(user, key, make), None
    name = f"kept:{_whose(user)}:{key}"
    found: tuple[T, dt.datetime] | None = recalled(name)
    if found is None:
        found = make(), clock.now()
        remember(name, found)
    return found


def as_it_stands(user: User, key: str, make: Callable[[], T]) -> T:
    """What `make` gives for the authority of a person, made anew once anybody acted."""
    standing = end()
    if not standing:
        return make()
    name = f"stands:{_whose(user)}:{clock.today()}:{standing}:{key}"
    found: tuple[T] | None = recalled(name)
    if found is None:
        found = (make(),)
        remember(name, found)
    return found[0]


def recalled(name: str) -> Any:
    """What any worker process kept under a name within the last minute, or None."""
    with suppress(OSError):
        return caches["sums"].get(name)
    return None


def remember(name: str, value: object) -> None:
    """Keep something for a minute and for all worker processes; on a full disk, for nobody."""
    with suppress(OSError):
        caches["sums"].set(name, value, KEPT)


def forget_sums() -> None:
    """Let go of what processes kept that may have run other code, or been cut off in writing."""
    caches["sums"].clear()


def is_small(user: User) -> bool:
    """Whether few units stand below the authority of a person."""
    if user.sees_everything():
        return number(_all()) <= FEW
    return user.unit_id is None or number(_below(user.seat.path)) <= FEW


def _whose(user: User) -> str:
    if user.sees_everything():
        return "all"
    return str(user.seat.pk) if user.unit_id else "none"


@prepared
def _below(path: str) -> QuerySet[Any, int]:
    return counted(Unit.objects.filter(path__startswith=path))


@prepared
def _all() -> QuerySet[Any, int]:
    return counted(Unit.objects.all())
