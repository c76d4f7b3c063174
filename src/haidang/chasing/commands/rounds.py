"""Telling units of a deadline that was moved, and leaders of a flash report."""

from uuid import UUID, uuid4

from django.db import transaction
from django.urls import reverse

from haidang import clock
from haidang.chasing import notices
from haidang.chasing.models import Notice
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.enums import Role
from haidang.orgs.models import Unit, User
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Flash, Round
from haidang.reporting.rules import may_open_round

NOT_WAITING = (ReportStatus.ACCEPTED, ReportStatus.HANDED_OVER)


@transaction.atomic
def tell_of_deadline(*, round: Round, by: User) -> int:
    """Leave a notice at each unit whose report is not accepted yet; how many were told.

    Refuses with NotAllowed whoever may not move it, and with WrongState where it was not moved.
    """
    if not may_open_round(by, round.regime):
        raise NotAllowed("Chỉ chuyên viên tổng hợp của cơ quan nhận mới báo dời hạn.")
    if round.first_due_on is None:
        raise WrongState("Hạn của kỳ này chưa dời.")
    reports = round.reports.exclude(status__in=NOT_WAITING).select_related("unit")
    batch, units = uuid4(), [report.unit for report in reports]
    words = (
        f"{round.title}: hạn gửi nay là hết ngày {round.due_on:%d/%m/%Y}. "
        f"Lý do: {round.moved_because}"
    )
    Notice.objects.bulk_create(
        [
            Notice(
                unit=report.unit,
                words=words[:500],
                url=reverse("report", args=[report.pk]),
                batch=batch,
                at=clock.now(),
                by=by,
            )
            for report in reports
        ],
        batch_size=500,
    )
    _mail(batch, units)
    record("tell_of_deadline", target=round, by=by, due_on=round.due_on, units=len(units))
    return len(units)


@transaction.atomic
def tell_of_flash(*, flash: Flash, by: User) -> int:
    """Leave a notice at once for each leader of the authority that it was sent to; once.

    The notice and the mail say that there is something to read, not what. How many were told.
    Refuses with NotAllowed whoever did not send it.
    """
    if by.pk != flash.by_id or by.has_role(Role.AUDITOR):
        raise NotAllowed("Báo cáo nhanh này do người khác gửi.")
    url = reverse("flash", args=[flash.pk])
    if Notice.objects.filter(url=url).exists():
        return 0
    leaders = [
        person
        for person in User.objects.filter(is_active=True, appointments__role=Role.LEADER)
        .filter(unit__in=[flash.regime.receiver_id, *_offices(flash.regime.receiver)])
        .distinct()
        if person.has_role(Role.LEADER) and person.seat.pk == flash.regime.receiver_id
    ]
    batch = uuid4()
    words = f"Báo cáo nhanh của {flash.unit}, gửi lúc {flash.at:%H:%M %d/%m/%Y}."
    Notice.objects.bulk_create(
        Notice(user=person, words=words, url=url, batch=batch, at=clock.now(), by=by)
        for person in leaders
    )
    if notices.with_addresses_of(leaders):
        notices.mail_told.enqueue(str(batch))
    record("tell_of_flash", target=flash, by=by, leaders=len(leaders))
    return len(leaders)


def _offices(receiver: Unit) -> list[int]:
    return list(receiver.offices.values_list("pk", flat=True))


def _mail(batch: UUID, units: list[Unit]) -> None:
    if notices.with_addresses(units):
        notices.mail_reminded.enqueue(str(batch))
