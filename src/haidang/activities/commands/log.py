"""Logging an activity, alone or together with other units."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from haidang import clock
from haidang.activities import rules
from haidang.activities.entering import columns, set_partners, set_quantities, sound
from haidang.activities.enums import Language
from haidang.activities.facts import Facts
from haidang.activities.models import Activity, Kind
from haidang.activities.models.closing import closed_on
from haidang.activities.telling import tell_partners
from haidang.errors import NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task
from haidang.prepared import prepared


@transaction.atomic
def log_activity(
    *,
    id: UUID,  # noqa: A002 - the identifier made on the device is the id of the row
    unit: Unit,
    kind: Kind,
    title: str,
    on: dt.date,
    by: User,
    quantities: Mapping[str, int],
    language: str = Language.VIETNAMESE,
    task: Task | None = None,
    link: str = "",
    together: Sequence[Unit] = (),
    is_simulated: bool = False,
    is_made_by_act: bool = False,
) -> Activity:
    """Enter what a unit did, alone or `together` with others, for each of which it then counts.

    The same identifier again is the same activity: nothing is doubled. What falls into closed days
    is taken and marked. What an act of another room writes of itself (`is_made_by_act`, promise
    N7) asks no right to log: that room has asked. Refuses with NotAllowed, with WrongState where
    the identifier is another unit's, and with Incomplete.
    """
    # Copies of one sending may come at the same time: a unit's entries are written one by one.
    (unit,) = _locked(unit.pk)
    if not (is_made_by_act or rules.may_log(by, unit)):
        raise NotAllowed(
            f"Chỉ người của {unit}, hoặc chuyên viên nhập thay, mới được ghi cho đơn vị này."
        )
    for logged in _logged_as(id):
        return _same(logged, unit)
    facts = sound(unit, Facts(kind, title, on, quantities, language, task, link, tuple(together)))

    activity = Activity(id=id, unit=unit, logged_at=clock.now(), logged_by=by, **columns(facts))
    activity.is_simulated = is_simulated
    activity.is_after_closing = bool(closed_on([unit.pk, *(u.pk for u in facts.together)], on))
    if not _saved(activity):
        return _same(Activity.objects.get(pk=id), unit)
    set_quantities(activity, facts.quantities)
    set_partners(activity, facts.together)
    tell_partners(activity, facts.together, by)
    marks = {"is_after_closing": True} if activity.is_after_closing else {}
    record("log_activity", target=activity, by=by, unit=str(unit), **facts.plain, **marks)
    return activity


@prepared
def _locked(unit: int) -> QuerySet[Unit, Unit]:
    return Unit.objects.select_for_update(no_key=True).filter(pk=unit)


@prepared
def _logged_as(id: UUID) -> QuerySet[Activity, Activity]:  # noqa: A002
    return Activity.objects.filter(pk=id)


def _saved(activity: Activity) -> bool:
    # Another unit may take the identifier after it was asked for.
    try:
        with transaction.atomic():
            activity.save(force_insert=True)
    except IntegrityError:
        return False
    else:
        return True


def _same(logged: Activity, unit: Unit) -> Activity:
    if logged.unit_id != unit.pk:
        raise WrongState("Mã này đã dùng cho hoạt động của đơn vị khác. Mở lại trang rồi ghi lại.")
    return logged
