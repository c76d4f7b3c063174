"""Logging an activity, and correcting what was logged."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from haidang import clock
from haidang.activities import checks, rules
from haidang.activities.enums import Language
from haidang.activities.facts import Facts, changes_between, facts_of, tidied
from haidang.activities.models import Activity, Kind, Quantity
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task


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
    is_simulated: bool = False,
) -> Activity:
    """Enter what a unit did. The same identifier again is the same activity: nothing is doubled.

    Refuses with NotAllowed, with WrongState where the identifier is another unit's, and with
    Incomplete.
    """
    # Copies of one sending may come at the same time: a unit's entries are written one by one.
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if not rules.may_log(by, unit):
        raise NotAllowed(
            f"Chỉ người của {unit}, hoặc chuyên viên nhập thay, mới được ghi cho đơn vị này."
        )
    if logged := Activity.objects.filter(pk=id).first():
        return _same(logged, unit)
    facts = _sound(unit, Facts(kind, title, on, quantities, language, task, link))

    entered = {"is_simulated": is_simulated, "logged_at": clock.now(), "logged_by": by}
    # Another unit may take the identifier between the question above and this line.
    activity, is_new = Activity.objects.get_or_create(
        pk=id, defaults={"unit": unit, **entered, **_columns(facts)}
    )
    if not is_new:
        return _same(activity, unit)
    _set_quantities(activity, facts.quantities)
    record("log_activity", target=activity, by=by, unit=str(unit), **facts.plain)
    return activity


@transaction.atomic
def correct_activity(*, activity: Activity, facts: Facts, by: User) -> Activity:
    """Change what was logged; each change stays in the ledger, as it was and as it is now.

    Refuses with NotAllowed, and with Incomplete, also where nothing would change.
    """
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    if not rules.may_correct(by, activity):
        raise NotAllowed("Chỉ người của đơn vị, hoặc chuyên viên, mới được sửa hoạt động này.")
    facts = _sound(activity.unit, facts)
    changes = changes_between(facts_of(activity), facts)
    if not changes:
        raise Incomplete([Issue("nothing_changed", "Chưa có gì thay đổi so với bản đã lưu.")])

    for name, value in _columns(facts).items():
        setattr(activity, name, value)
    activity.save()
    activity.quantities.all().delete()
    _set_quantities(activity, facts.quantities)
    record("correct_activity", target=activity, by=by, changes=changes)
    return activity


def _sound(unit: Unit, facts: Facts) -> Facts:
    # A stamp stands on a line of its own, so it is looked for before lines are joined.
    stamped = about_words(facts.title, "title")
    facts = tidied(facts)
    if issues := [*stamped, *checks.before_logging(unit, facts)]:
        raise Incomplete(issues)
    return facts


def _same(logged: Activity, unit: Unit) -> Activity:
    if logged.unit_id != unit.pk:
        raise WrongState("Mã này đã dùng cho hoạt động của đơn vị khác. Mở lại trang rồi ghi lại.")
    return logged


def _columns(facts: Facts) -> dict[str, Any]:
    return {
        "kind": facts.kind,
        "title": facts.title,
        "on": facts.on,
        "language": facts.language,
        "task": facts.task,
        "link": facts.link,
    }


def _set_quantities(activity: Activity, quantities: Mapping[str, int]) -> None:
    Quantity.objects.bulk_create(
        Quantity(activity=activity, measure_id=code, amount=amount)
        for code, amount in quantities.items()
    )
