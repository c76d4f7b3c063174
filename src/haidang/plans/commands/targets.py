"""Giving a target of an adopted plan that nobody carries to a unit, a group, or several."""

from collections.abc import Sequence

from django.db import transaction

from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, UnitGroup, User
from haidang.plans import rules
from haidang.plans.commands.adopting import assign_direction
from haidang.plans.enums import PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Owner, Target, Task
from haidang.plans.owners import chosen, refuse_strangers


@transaction.atomic
def assign_target(
    *,
    target: Target,
    by: User,
    unit: Unit | None = None,
    group: UnitGroup | None = None,
    owners: Sequence[Owner] | None = None,
) -> Task:
    """Let somebody carry a target that nobody carries yet (promise N6); returns the task.

    The direction it rests on is given, where there is one; else a direction is made of the target's
    own words and place. Refuses with WrongState, NotAllowed, and Incomplete for a unit of another
    authority or for nobody.
    """
    locked = Target.objects.select_for_update(no_key=True, of=("self",))
    target = locked.select_related("plan__unit", "task", "item").get(pk=target.pk)
    if target.plan.status != PlanStatus.ADOPTED or _is_carried(target):
        raise WrongState(
            "Chỉ giao được chỉ tiêu chưa đơn vị nào nhận, của kế hoạch đang thực hiện."
        )
    if not rules.may_assign(by, target.plan):
        raise NotAllowed("Chỉ lãnh đạo của cơ quan mới được giao chỉ tiêu cho đơn vị.")
    given = chosen(owners, unit or group)
    if not given:
        words = "Chọn một đơn vị, hoặc nhóm đơn vị, của cơ quan."
        raise Incomplete([Issue("no-unit", words, "owner")])
    refuse_strangers(target.plan, given)
    task = target.task if target.task and _may_be_given(target.task) else _task_of(target)
    target.task = task
    target.save(update_fields=["task"])
    task = assign_direction(task=task, by=by, owners=given)
    owner = "; ".join(map(str, given))
    record("assign_target", target=target, by=by, owner=owner, task=task.pk)
    return task


def _is_carried(target: Target) -> bool:
    task = target.task
    return task is not None and task.status != TaskStatus.REFUSED and task.has_owner


def _may_be_given(task: Task) -> bool:
    return task.status == TaskStatus.ACCEPTED and task.kind == TaskKind.DIRECTION


def _task_of(target: Target) -> Task:
    text = " ".join(target.text.split())
    return Task.objects.create(
        plan=target.plan,
        kind=TaskKind.DIRECTION,
        label=(target.item.section if target.item else "") or "Chỉ tiêu",
        title=text[:300],
        text=text,
        start=target.start,
        end=target.end,
        status=TaskStatus.ACCEPTED,
    )
