"""Saying what was aired where no player says it, or where it says too little: a word of a person.

A word is never changed: a later one on the same part holds, and the earlier stays to be seen.
"""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID, uuid5

from django.db import transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.broadcast import rules
from haidang.broadcast.commands.entering import enter_aired
from haidang.broadcast.enums import How
from haidang.broadcast.matching import Outcome
from haidang.broadcast.models import Aired, Slot, Station
from haidang.broadcast.queries.sittings import sitting_on
from haidang.broadcast.tick_checks import Word, before_ticking
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import User

MOST_PARTS = 100  # of one sitting


@transaction.atomic
def tick(
    *,
    id: UUID,  # noqa: A002 - the identifier made on the device is that of the rows
    station: Station,
    slot: Slot,
    on: dt.date,
    by: User,
    parts: Sequence[str] = (),
    missed: str = "",
    note: str = "",
    seconds: int | None = None,
) -> list[Aired]:
    """Say of a sitting, or of some `parts` of it, that it was aired, or why it was not.

    `seconds` says of one part that it was aired no longer. The same identifier again says nothing
    more. What was aired enters the log of activities by itself, and a later word corrects that.
    Refuses with NotAllowed, with Incomplete, and with WrongState where there is no such sitting.
    """
    station = _held(station)
    if not rules.may_tick(by, station):
        raise NotAllowed(f"Chỉ người của {station.unit} mới đánh dấu buổi phát của {station}.")
    said = _said(id, station)
    if said:
        return said
    refuse_stamped(note=note)
    word = Word(tuple(parts), missed, one_line(note)[:200], seconds)
    chosen = _chosen(sitting_on(station, slot, on), word.parts)
    if issues := before_ticking(on, chosen, word):
        raise Incomplete(issues)
    names = (uuid5(id, str(number)) for number in range(len(chosen)))
    rows = [_row(*one, station, word, by) for one in zip(names, chosen, strict=True)]
    Aired.objects.bulk_create(rows)
    about = {"missed": word.missed} if word.missed else {}
    titles = ", ".join(outcome.planned.title for outcome in chosen)
    record("tick", target=station, by=by, on=on.isoformat(), slot=slot.name, parts=titles, **about)
    enter_aired(station=station, first=on, last=on, by=by)
    return rows


def _held(station: Station) -> Station:
    """The station, held with the one that it counts for, in the order in which orders hold them."""
    rows = Station.objects.select_for_update(no_key=True, of=("self",)).order_by("pk")
    found = {row.pk: row for row in rows.filter(pk__in=[station.pk, station.within_id])}
    return found[station.pk]


def _said(id: UUID, station: Station) -> list[Aired]:  # noqa: A002
    """What was said under this identifier already: rows of one word bear names made from it."""
    names = [uuid5(id, str(number)) for number in range(MOST_PARTS)]
    return list(Aired.objects.filter(pk__in=names, station=station))


def _chosen(outcomes: Sequence[Outcome], parts: Sequence[str]) -> list[Outcome]:
    return [one for one in outcomes if not parts or one.planned.part in parts][:MOST_PARTS]


def _row(name: UUID, outcome: Outcome, station: Station, word: Word, by: User) -> Aired:
    planned = outcome.planned
    length = planned.expected if word.seconds is None else word.seconds
    return Aired(
        id=name,
        station=station,
        release_id=planned.release,
        part=planned.part,
        how=How.PERSON,
        kind=planned.kind,
        title=planned.title,
        language=planned.language,
        sha256="" if word.missed else planned.sha256,
        started_at=planned.starts_at,
        seconds=0 if word.missed else round(length, 3),
        missed=word.missed,
        note=word.note,
        by=by,
        received_at=clock.now(),
    )
