"""Setting how an authority reads its own words."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans import rules
from haidang.plans.models import Habits


@transaction.atomic
def set_habits(
    *,
    unit: Unit,
    includes_named_day: bool,
    by: User,
    days_off: Iterable[dt.date] = (),
    workdays: Iterable[dt.date] = (),
) -> Habits:
    """Say how an authority reads "trước ngày …", and which days it rests or works besides.

    Holds for what is read in from now on; a day that was confirmed stays. Refuses with NotAllowed,
    and with Incomplete a day that would be both.
    """
    if not rules.may_set_habits(by):
        raise NotAllowed("Chỉ người quản trị mới được đặt cách hiểu văn bản của cơ quan.")
    off, on = sorted(set(days_off)), sorted(set(workdays))
    if both := set(off) & set(on):
        words = f"Ngày {min(both):%d/%m/%Y} không thể vừa nghỉ vừa làm bù."
        raise Incomplete([Issue("day-twice", words, "workdays")])
    habits, _ = Habits.objects.update_or_create(
        unit=unit,
        defaults={
            "includes_named_day": includes_named_day,
            "days_off": [day.isoformat() for day in off],
            "workdays": [day.isoformat() for day in on],
        },
    )
    facts = {"days_off": habits.days_off, "workdays": habits.workdays}
    record("set_habits", target=unit, by=by, includes_named_day=includes_named_day, **facts)
    return habits
