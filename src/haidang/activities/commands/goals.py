"""Saying how much of an indicator a unit is to reach: by hand, or spread from a plan's target.

Several goals at once take every lock before the first line of the ledger, units in the order of
their keys: whoever logs something at one of these units meanwhile waits, and nobody waits on both.
"""

from collections.abc import Iterable, Sequence
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
from haidang.plans.rates import whole_of

Put = tuple[Goal, Decimal | None]  # a goal as it stands now, and its quantity before


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
    also over the word of an authority above, and with Incomplete for a quantity or a period that
    cannot be.
    """
    _lock([unit], by)
    word = Goal(indicator=indicator, unit=unit, year=year, quarter=quarter, quantity=quantity)
    word.task, word.target = task, target
    put = _put(word, by)
    _tell([put], by)
    return put[0]


@transaction.atomic
def set_goals(
    *,
    unit: Unit,
    year: int,
    quantities: Iterable[tuple[Indicator, Decimal | None]],
    by: User,
    quarter: int | None = None,
) -> int:
    """Say for one unit and period how much of several indicators, and how many goals changed.

    None takes a goal back: nothing is planned then, which is not the same as nothing to do.
    Refuses as set_goal does, and then changes none of them.
    """
    _lock([unit], by)
    # In the order of the catalogue, which is locked in that order where rows of it are moved.
    words = sorted(quantities, key=lambda word: (word[0].position, word[0].code))
    emptied = [row for row, quantity in words if quantity is None]
    dropped = _dropped(emptied, by, unit=unit, year=year, quarter=quarter)
    puts = [
        _put(Goal(indicator=row, unit=unit, year=year, quarter=quarter, quantity=quantity), by)
        for row, quantity in words
        if quantity is not None
    ]
    _tell(puts, by)
    for goal in dropped:
        record("drop_goal", target=goal, by=by, quantity=goal.quantity, **_facts(goal))
        goal.delete()
    return len(puts) + len(dropped)


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

    What the text wants each month is cut twelve times: goals are of a year.
    Equally unless weights are given (what each did the year before). Refuses as set_goal does, and
    with Incomplete where there is nothing to cut or nobody to have it.
    """
    if issues := goal_checks.before_spreading(target, units):
        raise Incomplete(issues)
    if weights is not None and len(weights) != len(units):
        raise Incomplete([Issue("weights", "Mỗi đơn vị cần một phần. Tải lại trang.", "how")])
    _lock(units, by)
    parts = parts_of(whole_of(target), weights or [1] * len(units))
    words = [
        Goal(indicator=indicator, unit=unit, year=year, quantity=part, task=target.task,
             target=target)
        for unit, part in zip(units, parts, strict=True)
    ]  # fmt: skip
    puts = [_put(word, by) for word in words]
    _tell(puts, by)
    return [goal for goal, _ in puts]


def _lock(units: Sequence[Unit], by: User) -> None:
    """Let two people at the goals of one unit come one after the other. Refuses with NotAllowed."""
    rows = Unit.objects.filter(pk__in=[unit.pk for unit in units]).order_by("pk")
    for unit in rows.select_for_update(no_key=True):
        if not goal_rules.may_set_goals(by, unit):
            raise NotAllowed(
                "Chỉ chuyên viên hoặc lãnh đạo của cơ quan cấp trên mới đặt mức phải đạt."
            )


def _put(word: Goal, by: User) -> Put:
    if issues := goal_checks.before_setting(word.indicator, word.year, word.quarter, word.quantity):
        raise Incomplete(issues)
    of_year = Goal.objects.filter(indicator=word.indicator, unit=word.unit, year=word.year)
    standing = {goal.quarter: goal for goal in of_year.select_related("set_by__unit__acts_for")}
    found = standing.get(word.quarter)
    # The word for a year comes before what its quarters add up to.
    over = list(standing.values()) if word.quarter is None else [found] if found else []
    _refuse_over(over, by)
    goal, before = found or word, found.quantity if found else None
    goal.quantity, goal.task, goal.target = word.quantity, word.task, word.target
    goal.set_at, goal.set_by = clock.now(), by
    goal.save()
    return goal, before


def _dropped(
    rows: Sequence[Indicator], by: User, *, unit: Unit, year: int, quarter: int | None
) -> list[Goal]:
    goals = Goal.objects.filter(indicator__in=rows, unit=unit, year=year, quarter=quarter)
    related = goals.select_related("indicator", "unit", "set_by__unit__acts_for").order_by("pk")
    found = list(related.select_for_update(no_key=True, of=("self",)))
    _refuse_over(found, by)
    return found


def _refuse_over(goals: Iterable[Goal], by: User) -> None:
    for goal in goals:
        if not goal_rules.may_change_goal(by, goal):
            raise NotAllowed(
                f"Mức của “{goal.indicator}” do {goal.set_by.seat} đặt: chỉ cơ quan ấy hoặc cấp "
                "trên của cơ quan ấy mới đổi được."
            )


def _tell(puts: Sequence[Put], by: User) -> None:
    for goal, before in puts:
        quantity = goal.quantity
        record("set_goal", target=goal, by=by, quantity=quantity, before=before, **_facts(goal))


def _facts(goal: Goal) -> dict[str, object]:
    return {
        "indicator": goal.indicator.code,
        "unit": str(goal.unit),
        "year": goal.year,
        "quarter": goal.quarter,
    }
