"""Closing days: the figures of a unit for them were accepted."""

import datetime as dt

from django.db import transaction

from haidang import clock
from haidang.activities import rules
from haidang.activities.models import Closing
from haidang.errors import NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User


@transaction.atomic
def close_days(
    *, unit: Unit, data_from: dt.date, data_to: dt.date, reason: str, by: User
) -> Closing:
    """Close the days of a unit whose figures were accepted; the same days again change nothing.

    From then on its entries of these days are amended with a reason, and new ones are marked.
    Refuses with NotAllowed.
    """
    # What the unit logs meanwhile comes before the closing, or is marked as after it.
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if not rules.may_close_days(by):
        raise NotAllowed("Chỉ chuyên viên tiếp nhận báo cáo mới được chốt số liệu của đơn vị.")
    closing, is_new = Closing.objects.get_or_create(
        unit=unit,
        data_from=data_from,
        data_to=data_to,
        defaults={"closed_at": clock.now(), "closed_by": by, "reason": reason[:200]},
    )
    if is_new:
        days = {"data_from": data_from, "data_to": data_to}
        record("close_days", target=unit, by=by, reason=closing.reason, **days)
    return closing
