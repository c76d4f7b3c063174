"""Loading what the product brings, adding days of one's own, changing and retiring days."""

import datetime as dt
from typing import Any

from django.db import transaction

from haidang.errors import Incomplete, NotAllowed
from haidang.ledger.commands import record
from haidang.occasions import checks, given, rules
from haidang.occasions.enums import Calendar, Kind
from haidang.occasions.models import Occasion
from haidang.occasions.models.occasion import LEAD
from haidang.orgs.models import User
from haidang.orgs.rules import may_set_up

_KEPT = ("name", "month", "day", "on", "length", "since_year", "lead_days", "source", "doubt")


@transaction.atomic
def load_occasions(by: User | None = None) -> int:
    """Add the days that the product brings and that are missing; what was edited stays.

    Returns how many were added. Refuses with NotAllowed.
    """
    if not may_set_up(by):
        raise NotAllowed("Chỉ người quản trị mới được nạp danh mục ngày lễ, kỷ niệm.")
    known = set(Occasion.objects.exclude(key=None).values_list("key", flat=True))
    missing = [occasion for occasion in given.occasions() if occasion.key not in known]
    for occasion in missing:
        occasion.save(force_insert=True)
    if missing:
        keys = [occasion.key for occasion in missing]
        record("load_occasions", target=missing[0], by=by, occasions=keys)
    return len(missing)


@transaction.atomic
def add_occasion(
    *,
    name: str,
    by: User,
    calendar: Calendar = Calendar.SOLAR,
    month: int | None = None,
    day: int | None = None,
    on: dt.date | None = None,
    length: int = 1,
    since_year: int | None = None,
    lead_days: int = LEAD,
    source: str = "",
    for_unit: bool = False,
) -> Occasion:
    """Add a day of the person's authority, or only of their unit (`for_unit`).

    Refuses with NotAllowed, and Incomplete for a day that no year has.
    """
    if not rules.may_keep(by) or by.unit is None:
        raise NotAllowed("Chỉ người giữ lịch của cơ quan mới được thêm ngày.")
    occasion = Occasion(
        owner=by.unit if for_unit else by.seat,
        name=name.strip(),
        kind=Kind.OWN,
        calendar=calendar,
        month=month,
        day=day,
        on=on,
        length=length,
        since_year=since_year,
        lead_days=lead_days,
        source=source.strip(),
    )
    if issues := checks.before_adding(occasion):
        raise Incomplete(issues)
    occasion.save(force_insert=True)
    record("add_occasion", target=occasion, by=by, **_facts(occasion))
    return occasion


@transaction.atomic
def change_occasion(*, occasion: Occasion, by: User, **changes: Any) -> Occasion:
    """Change the name, the day, the source and the like of an occasion, by the names of fields.

    Refuses with NotAllowed, and Incomplete for a day that no year has.
    """
    occasion = Occasion.objects.select_for_update(no_key=True, of=("self",)).get(pk=occasion.pk)
    if not rules.may_change(by, occasion):
        raise NotAllowed("Chỉ người giữ lịch này mới được sửa.")
    before = _facts(occasion)
    for field in _KEPT:
        if field in changes:
            setattr(occasion, field, changes[field])
    if issues := checks.before_adding(occasion):
        raise Incomplete(issues)
    occasion.save(update_fields=_KEPT)
    changed = {name: [was, _facts(occasion)[name]] for name, was in before.items()}
    kept = {name: both for name, both in changed.items() if both[0] != both[1]}
    record("change_occasion", target=occasion, by=by, **kept)
    return occasion


@transaction.atomic
def retire_occasion(*, occasion: Occasion, by: User) -> Occasion:
    """Take an occasion out of every calendar from now on. Refuses with NotAllowed."""
    occasion = Occasion.objects.select_for_update(no_key=True, of=("self",)).get(pk=occasion.pk)
    if not rules.may_change(by, occasion):
        raise NotAllowed("Chỉ người giữ lịch này mới được bỏ.")
    occasion.is_retired = True
    occasion.save(update_fields=["is_retired"])
    record("retire_occasion", target=occasion, by=by)
    return occasion


def _facts(occasion: Occasion) -> dict[str, Any]:
    facts = {field: getattr(occasion, field) for field in _KEPT}
    return facts | {"calendar": str(occasion.calendar), "on": str(occasion.on or "")}
