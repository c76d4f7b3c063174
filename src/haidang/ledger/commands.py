"""The one write to the ledger. Every command of every room calls it in its own transaction."""

import json
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models, transaction
from django.db.models import QuerySet

from haidang import clock
from haidang.ledger.chain import START, entry_hash, seal
from haidang.ledger.models import Entry, Head
from haidang.prepared import prepared


@transaction.atomic
def record(
    event: str,
    *,
    target: models.Model,
    by: AbstractBaseUser | None,
    **details: Any,
) -> Entry:
    """Add one act to the ledger: its name, the row it was on, who did it, and facts worth keeping.

    `by` is None for what the installation does by itself. `details` must be plain values that
    JSON can hold; dates and numbers that are not whole become text.
    """
    head = next(iter(_heads(1)), None) or _first_head()
    entry = Entry(
        seq=head.seq + 1,
        at=clock.now(),
        by_id=by.pk if by is not None else None,
        by_name=by.get_username() if by is not None else "",
        event=event,
        target_type=target._meta.label_lower,
        target_id=str(target.pk),
        details=json.dumps(details, ensure_ascii=False, sort_keys=True, default=str),
        previous=head.hash,
    )
    entry.hash = entry_hash(entry)
    entry.save(force_insert=True)
    head.seq, head.hash, head.seal = entry.seq, entry.hash, seal(entry.seq, entry.hash)
    head.save()
    return entry


@prepared
def _heads(pk: int) -> QuerySet[Head, Head]:
    # Every command asks this, so it is put into SQL once.
    return Head.objects.select_for_update(no_key=True).filter(pk=pk)


def _first_head() -> Head:
    head, _ = Head.objects.select_for_update(no_key=True).get_or_create(
        pk=1, defaults={"seq": 0, "hash": START, "seal": seal(0, START)}
    )
    return head
