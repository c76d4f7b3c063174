"""Telling the units that an amendment asks something of them."""

from collections import Counter
from uuid import NAMESPACE_URL, uuid5

from django.db import transaction
from django.urls import reverse

from haidang import clock
from haidang.chasing import notices
from haidang.chasing.models import Notice
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Plan
from haidang.plans.queries import unanswered
from haidang.plans.rules import may_adopt


@transaction.atomic
def tell_of_amendment(*, plan: Plan, by: User) -> int:
    """Leave a notice at each unit that owes answers to an amendment; how many were told.

    A unit is told once of one amendment. Refuses with WrongState before it is in force, and with
    NotAllowed whoever may not put it into force.
    """
    if plan.amends is None or plan.status != PlanStatus.ADOPTED:
        raise WrongState("Bản sửa đổi này chưa áp dụng.")
    if not may_adopt(by, plan):
        raise NotAllowed("Chỉ người của cơ quan ban hành mới báo cho các đơn vị.")
    batch = uuid5(NAMESPACE_URL, f"amendment:{plan.pk}")
    told = Notice.objects.filter(batch=batch).values("unit")
    waiting = unanswered(plan=plan).exclude(unit__in=told)
    owed = Counter(waiting.values_list("unit", flat=True))
    units = list(Unit.objects.filter(pk__in=owed))
    Notice.objects.bulk_create(
        [
            Notice(
                unit=unit,
                words=_words(plan, owed[unit.pk]),
                url=reverse("amendment", args=[plan.pk]),
                batch=batch,
                at=clock.now(),
                by=by,
            )
            for unit in units
        ],
        batch_size=500,
    )
    if notices.with_addresses(units):
        notices.mail_reminded.enqueue(str(batch))
    record("tell_of_amendment", target=plan, by=by, units=len(units))
    return len(units)


def _words(plan: Plan, owed: int) -> str:
    until = plan.amendment.answer_by
    by_then = f", chậm nhất ngày {until:%d/%m/%Y}" if until else ""
    return f"{plan} sửa đổi {plan.amends}: đơn vị trả lời {owed} mục đã đổi{by_then}."[:500]
