"""A flash report: sent up at once by the unit that saw it, seen by a leader."""

from uuid import UUID

from django.db import IntegrityError, transaction

from haidang import clock
from haidang.activities.facts import one_line
from haidang.documents.stamps import refuse_stamped
from haidang.errors import Incomplete, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.reporting import flash_checks, rules
from haidang.reporting.enums import RegimeKind
from haidang.reporting.models import Flash, Regime


@transaction.atomic
def send_flash(
    *,
    id: UUID,  # noqa: A002 - the permanent id of the report
    regime: Regime,
    unit: Unit,
    title: str,
    words: str,
    place: str,
    happened: str,
    by: User,
    no_secret: bool,
    proposal: str = "",
) -> Flash:
    """Send word of an event to the authority of an ad hoc regime, with a receipt.

    The same `id` again is the same report: nothing is doubled on a bad line. The ledger keeps that
    it was sent, not what it says. Refuses with NotAllowed, with WrongState where the regime is out
    of use or not ad hoc, or the `id` is another unit's, and with Incomplete.
    """
    if not rules.may_send_flash(by, regime, unit):
        raise NotAllowed("Chỉ người của đơn vị được giao báo cáo nhanh mới gửi được.")
    if (there := _sent(id, unit)) is not None:
        return there
    if (
        regime.kind != RegimeKind.AD_HOC
        or not Regime.objects.in_use().filter(pk=regime.pk).exists()
    ):
        raise WrongState("Chế độ báo cáo này không nhận báo cáo nhanh.")
    refuse_stamped(title=title, place=place, happened=happened, proposal=proposal)
    lines = "\n".join(one_line(line) for line in words.splitlines()).strip()
    said = flash_checks.Said(lines, *map(one_line, (title, place, happened, proposal)))
    if issues := flash_checks.before_sending(said, no_secret=no_secret):
        raise Incomplete(issues)
    flash = Flash(id=id, regime=regime, unit=unit, **said.columns(), at=clock.now(), by=by)
    flash.receipt = f"BCN-{flash.at:%Y%m%d}-{id.hex[:8].upper()}"
    try:
        with transaction.atomic():
            flash.save(force_insert=True)
    except IntegrityError:
        # The same form was sent twice at once, and the other one came first.
        if (there := _sent(id, unit)) is None:
            raise
        return there
    record("send_flash", target=flash, by=by, receipt=flash.receipt, unit=unit.pk)
    return flash


@transaction.atomic
def see_flash(*, flash: Flash, by: User) -> Flash:
    """Note that a leader of the receiver has seen it, who and when; once.

    Refuses with NotAllowed who is not a leader of the receiving authority.
    """
    flash = (
        Flash.objects.select_for_update(no_key=True, of=("self",))
        .select_related("regime")
        .get(pk=flash.pk)
    )
    if not rules.may_see_flash(by, flash):
        raise NotAllowed("Chỉ lãnh đạo cơ quan nhận mới xác nhận đã xem.")
    if flash.seen_at:
        return flash
    flash.seen_at, flash.seen_by = clock.now(), by
    flash.save(update_fields=["seen_at", "seen_by"])
    record("see_flash", target=flash, by=by, receipt=flash.receipt)
    return flash


def _sent(id: UUID, unit: Unit) -> Flash | None:  # noqa: A002 - the permanent id of the report
    there = Flash.objects.filter(pk=id).first()
    if there is not None and there.unit_id != unit.pk:
        raise WrongState("Mã báo cáo nhanh này đã có đơn vị khác dùng; hãy mở lại biểu nhập.")
    return there
