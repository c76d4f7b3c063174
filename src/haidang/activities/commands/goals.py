"""Saying how much of an indicator a unit is to reach: by hand, or spread from a plan's target."""

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction

from haidang import clock
from haidang.activities import goal_checks, goal_rules
from haidang.activities.models import Goal, Indicator
from haidang.activities.spreading import parts_of
from haidang.errors import Incomplete, Issue, NotAllowed
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, User
from haidang.plans.models import Target, Task


@transaction.atomic
def set_goal(
    *,
    indicator: Indicator,
    unit: Unit,
    year: int,
    quantity: Decimal,
    by: User,
    quarter: int | None = None,
    task: Task | None = None,
    target: Target | None = None,
) -> Goal:
    """Say how much of an indicator a unit is to reach in a year, or in one quarter of it.

    Said again, the later word stands and the ledger keeps the earlier. Refuses with NotAllowed,
    and with Incomplete for a quantity or a period that cannot be.
    """
    # Two people at one unit's goals: one after the other.
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    if not goal_rules.may_set_goals(by, unit):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan cấp trên mới đặt mức phải đạt.")
    if issues := goal_checks.before_setting(indicator, year, quarter, quantity):
        raise Incomplete(issues)

    found = Goal.objects.filter(indicator=indicator, unit=unit, year=year, quarter=quarter).first()
    before = found.quantity if found else None
    goal = found or Goal(indicator=indicator, unit=unit, year=year, quarter=quarter)
    goal.quantity, goal.task, goal.target = quantity, task, target
    goal.set_at, goal.set_by = clock.now(), by
    goal.save()
    facts = {"indicator": indicator.code, "unit": str(unit), "year": year, "quarter": quarter}
    record("set_goal", target=goal, by=by, quantity=quantity, before=before, **facts)
    return goal


@transaction.atomic
def drop_goal(*, goal: Goal, by: User) -> None:
    """Take a goal back: nothing is planned then, which is not the same as nothing to do.

    Refuses with NotAllowed.
    """
    goal = (
        Goal.objects.select_for_update(of=("self",))
        .select_related("unit", "indicator")
        .get(pk=goal.pk)
    )
    if not goal_rules.may_set_goals(by, goal.unit):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan cấp trên mới bỏ mức phải đạt.")
    facts = {"indicator": goal.indicator.code, "unit": str(goal.unit), "year": goal.year}
    record("drop_goal", target=goal, by=by, quantity=goal.quantity, quarter=goal.quarter, **facts)
    goal.delete()


@transaction.atomic
def spread_target(
    *,
    target: Target,
    indicator: Indicator,
    units: Sequence[Unit],
    year: int,
    by: User,
    weights: Sequence[Decimal | int] | None = None,
) -> list[Goal]:
    """Cut the quantity of a plan's target over units, which adds up to exactly that quantity.

    Equally unless weights are given (what each did the year before). Refuses with NotAllowed, and
    with Incomplete where there is nothing to cut or nobody to have it.
    """
    if issues := goal_checks.before_spreading(target, units):
        raise Incomplete(issues)
    if weights is not None and len(weights) != len(units):
        raise Incomplete([Issue("weights", "Mỗi đơn vị cần một phần. Tải lại trang.", "how")])
    assert target.quantity is not None  # checked before
    parts = parts_of(target.quantity, weights or [1] * len(units))
    return [
        set_goal(
            indicator=indicator,
            unit=unit,
            year=year,
            quantity=part,
            by=by,
            task=target.task,
            target=target,
        )
        for unit, part in zip(units, parts, strict=True)
    ]
