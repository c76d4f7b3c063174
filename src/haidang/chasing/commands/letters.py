"""The official letter of reminder, entered as a draft among the authority's documents."""

from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction

from haidang import clock
from haidang.chasing import rules
from haidang.chasing.enums import Channel
from haidang.chasing.letter import Matter, Sender, letter_of
from haidang.chasing.models import Reminder
from haidang.chasing.queries.matters import bases_of, group_of, subject_of
from haidang.chasing.turns import chosen_of, hold_authority, write_reminders
from haidang.documents.commands import draft_document
from haidang.documents.models import Revision
from haidang.errors import NotAllowed
from haidang.orgs.models import Unit, User


@transaction.atomic
def draft_reminder_letter(
    *,
    units: Sequence[Unit],
    by: User,
    batch: UUID | None = None,
    kind: str = "",
    again: bool = False,
) -> Revision:
    """Write the công văn đôn đốc to some units and enter it as a draft of the authority.

    It counts as a reminder from the day of its issue; until then it is said to lie in draft. The
    same `batch` twice is one letter. Refuses as `remind_units`.
    """
    hold_authority(by)
    if not rules.may_write_letter(by):
        raise NotAllowed("Chỉ chuyên viên của cơ quan mới được lập công văn đôn đốc.")
    batch = batch or uuid4()
    done = Reminder.objects.filter(batch=batch, by=by, edition__isnull=False)
    if (before := done.select_related("edition").first()) and before.edition:
        return before.edition.revisions.order_by("ordinal")[0]
    rows = chosen_of(units, by, kind=kind, again=again).rows
    lacks, day, authority = [one for row in rows for one in row.lacks], clock.today(), by.seat
    assert by.unit is not None  # who has no unit may not remind
    revision = draft_document(
        document=letter_of(
            rows,
            Matter(subject_of(lacks), bases_of(lacks)),
            Sender(authority, by.unit, day),
            group_of([row.unit for row in rows], authority, day),
        ),
        unit=authority,
        by=by,
        file_name="cong-van-don-doc.docx",
    )
    write_reminders(rows, channel=Channel.LETTER, by=by, batch=batch, edition=revision.edition)
    return revision
