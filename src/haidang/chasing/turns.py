"""What every way of reminding does: one after the other, of what is lacking now, written down."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from uuid import UUID

from haidang import clock
from haidang.chasing import checks, rules
from haidang.chasing.choosing import Chosen, choose
from haidang.chasing.enums import Channel
from haidang.chasing.models import Reminder
from haidang.chasing.queries.lacks import Lacking, lacks_of
from haidang.chasing.queries.sources import reports, scope_of
from haidang.chasing.words import said
from haidang.documents.models import Edition
from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User


def hold_authority(by: User) -> None:
    """Let one reminding of an authority follow the other, so that a double click is seen as one.

    Refuses with NotAllowed.
    """
    if not rules.may_remind(by):
        raise NotAllowed("Chỉ chuyên viên tổng hợp hoặc lãnh đạo của cơ quan mới được nhắc.")
    Unit.objects.select_for_update(no_key=True).get(pk=by.seat.pk)


def chosen_of(units: Sequence[Unit], by: User, *, kind: str, again: bool) -> Chosen:
    """The units with what they lack now; their reports stand still until this act is done.

    Refuses as `remind_units`.
    """
    day = clock.today()
    if issues := checks.before_reminding(units, day):
        raise Incomplete(issues)
    scope = scope_of(by, day)
    if strangers := checks.outsiders(units, scope):
        raise NotAllowed(f"Cơ quan này không giao việc gì cho {strangers[0]}.")
    keys = [unit.pk for unit in units]
    list(
        reports(scope)
        .filter(unit__in=keys)
        .select_for_update(no_key=True, of=("self",))
        .values_list("pk")
    )
    lacks = [one for one in lacks_of(by, day, list(units)) if kind in ("", one.kind)]
    return choose(units, lacks, again=again)


def write_reminders(
    rows: Iterable[Lacking],
    *,
    channel: Channel,
    by: User,
    batch: UUID,
    edition: Edition | None = None,
    mailed: AbstractSet[int] = frozenset(),
) -> None:
    """Write a row for each thing of each unit, and one line of the ledger for them all.

    `mailed` are the units that get a mail beside the notice.
    """
    now, authority = clock.now(), by.seat
    made = [
        Reminder(
            batch=batch,
            authority=authority,
            unit=row.unit,
            kind=lack.kind,
            ref=lack.ref,
            words=said(lack)[:500],
            channel=Channel.MAIL if row.unit.pk in mailed else channel,
            edition=edition,
            at=now,
            by=by,
        )
        for row in rows
        for lack in row.lacks
    ]
    Reminder.objects.bulk_create(made, batch_size=500)
    units = sorted({one.unit_id for one in made})
    record(
        "remind_units",
        target=authority,
        by=by,
        batch=str(batch),
        channel=channel,
        units=units,
        rows=len(made),
    )
