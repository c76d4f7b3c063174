"""Reading what a unit or a person was told."""

from django.db import transaction

from haidang import clock
from haidang.chasing import rules
from haidang.chasing.models import Notice
from haidang.errors import NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import User


@transaction.atomic
def read_notice(*, notice: Notice, by: User) -> Notice:
    """Note who opened a notice first, and when; opening it again changes nothing.

    Refuses with NotAllowed whoever it is not for.
    """
    notice = Notice.objects.select_for_update(no_key=True, of=("self",)).get(pk=notice.pk)
    if not rules.may_read(by, notice):
        raise NotAllowed("Thông báo này gửi cho đơn vị khác.")
    if notice.read_at:
        return notice
    notice.read_at, notice.read_by = clock.now(), by
    notice.save(update_fields=["read_at", "read_by"])
    record("read_notice", target=notice, by=by)
    return notice
