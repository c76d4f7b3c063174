"""Reminding units of what they lack, and taking back what was only copied."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction
from django.urls import reverse

from haidang import clock
from haidang.chasing import notices, rules
from haidang.chasing.choosing import Reminded
from haidang.chasing.enums import Channel
from haidang.chasing.models import Notice, Reminder
from haidang.chasing.queries.lacks import Lacking
from haidang.chasing.turns import chosen_of, hold_authority, write_reminders
from haidang.chasing.words import reminder_words
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User


@transaction.atomic
def remind_units(
    *,
    units: Sequence[Unit],
    channel: Channel,
    by: User,
    batch: UUID | None = None,
    kind: str = "",
    again: bool = False,
) -> Reminded:
    """Remind units of all that they lack at this moment (of one `kind` alone where it is given).

    A unit whose report has just come is left out, and so is what it was reminded of today, unless
    `again`. The same `batch` twice is one reminding. Refuses with NotAllowed, with Incomplete
    nobody, too many or an ended unit, with WrongState where nobody is left to be reminded.
    """
    if channel == Channel.LETTER:
        raise WrongState("Nhắc bằng công văn thì lập dự thảo công văn đôn đốc.")
    hold_authority(by)
    batch = batch or uuid4()
    if done := _reminded(batch, by):
        return done
    chosen = chosen_of(units, by, kind=kind, again=again)
    without_people = [] if channel == Channel.COPIED else _without_people(chosen.rows)
    rows = [row for row in chosen.rows if row.unit not in without_people]
    if not rows:
        raise WrongState("Chưa ai ở các đơn vị này có tài khoản; hãy sao chép lời nhắc.")
    if channel == Channel.COPIED:
        write_reminders(rows, channel=channel, by=by, batch=batch)
    else:
        _tell(rows, batch, by)
    return Reminded(batch, [row.unit for row in rows], chosen.came, chosen.already, without_people)


@transaction.atomic
def take_back_reminders(*, batch: UUID, by: User) -> int:
    """Undo the entry that words were copied, where they were not sent after all.

    Refuses with NotAllowed whoever did not enter it, with WrongState what went out or is undone.
    """
    rows = list(Reminder.objects.select_for_update(no_key=True).filter(batch=batch))
    if not rows or not rules.may_take_back(by, rows[0]):
        raise NotAllowed("Chỉ người ghi lời nhắc mới hoàn tác được.")
    if rows[0].channel != Channel.COPIED:
        raise WrongState("Lời nhắc đã gửi đi thì không rút lại được.")
    if rows[0].taken_back_at:
        raise WrongState("Lời nhắc này đã được hoàn tác.")
    count = Reminder.objects.filter(batch=batch).update(taken_back_at=clock.now())
    record("take_back_reminders", target=rows[0].authority, by=by, batch=str(batch), rows=count)
    return count


def _reminded(batch: UUID, by: User) -> Reminded | None:
    rows = Reminder.objects.filter(batch=batch, authority=by.seat).select_related("unit")
    units = {row.unit_id: row.unit for row in rows.order_by("pk")}
    return Reminded(batch, list(units.values())) if units else None


def _without_people(rows: Sequence[Lacking]) -> list[Unit]:
    keys = [row.unit.pk for row in rows]
    people = User.objects.filter(unit__in=keys, is_active=True)
    with_people = set(people.values_list("unit", flat=True))
    return [row.unit for row in rows if row.unit.pk not in with_people]


def _tell(rows: Sequence[Lacking], batch: UUID, by: User) -> None:
    now = clock.now()
    told = [
        Notice(
            unit=row.unit,
            words=reminder_words(row.lacks),
            url=row.lacks[0].url if len(row.lacks) == 1 else reverse("work"),
            batch=batch,
            at=now,
            by=by,
        )
        for row in rows
    ]
    Notice.objects.bulk_create(told, batch_size=500)
    mailed = notices.with_addresses([row.unit for row in rows])
    write_reminders(rows, channel=Channel.NOTICE, by=by, batch=batch, mailed=mailed)
    if mailed:
        notices.mail_reminded.enqueue(str(batch))
