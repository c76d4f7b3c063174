"""Adopting a reviewed plan, which gives its tasks to units, and giving a direction to one later."""

from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, UnitGroup, User
from haidang.plans import checks, rules
from haidang.plans.changes import kept, standing
from haidang.plans.enums import PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Assignment, Owner, Plan, Task
from haidang.plans.owners import assignments_for, chosen, members_on, refuse_strangers, set_owners


@transaction.atomic
def adopt_plan(*, plan: Plan, by: User) -> Plan:
    """Give the accepted tasks of a plan to their units; a group becomes one assignment a member.

    Refuses with WrongState, NotAllowed, and Incomplete while anything waits for a decision.
    """
    plan = (
        Plan.objects.select_for_update(no_key=True, of=("self",))
        .select_related("unit")
        .get(pk=plan.pk)
    )
    if not plan.can_become(PlanStatus.ADOPTED):
        raise WrongState(f"Kế hoạch này {plan.get_status_display()}.")
    if plan.amends_id is not None:
        raise WrongState("Kế hoạch này sửa đổi một kế hoạch khác: xem bản so sánh rồi mới áp dụng.")
    if not rules.may_adopt(by, plan):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan mới được đưa vào thực hiện.")
    if issues := checks.before_adopting(plan):
        raise Incomplete(issues)
    accepted = plan.tasks.filter(status=TaskStatus.ACCEPTED).with_owners()
    members = members_on(plan.first_day)
    rows = [row for task in accepted for row in assignments_for(task, members)]
    Assignment.objects.bulk_create(rows)
    plan.status, plan.adopted_at, plan.adopted_by = PlanStatus.ADOPTED, clock.now(), by
    plan.save(update_fields=["status", "adopted_at", "adopted_by"])
    record("adopt_plan", target=plan, by=by, tasks=accepted.count(), assignments=len(rows))
    return plan


@transaction.atomic
def assign_direction(
    *,
    task: Task,
    by: User,
    unit: Unit | None = None,
    group: UnitGroup | None = None,
    owners: Sequence[Owner] | None = None,
) -> Task:
    """Give a direction of an adopted plan that nobody carries yet to a unit, a group, or several.

    Refuses with WrongState, NotAllowed, and Incomplete for a unit of another authority.
    """
    task = (
        Task.objects.select_for_update(no_key=True, of=("self",))
        .select_related("plan__unit")
        .get(pk=task.pk)
    )
    is_open = task.kind == TaskKind.DIRECTION and task.status == TaskStatus.ACCEPTED
    if task.plan.status != PlanStatus.ADOPTED or not is_open or task.has_owner:
        raise WrongState(
            "Chỉ giao được phương hướng chưa đơn vị nào nhận, của kế hoạch đang thực hiện."
        )
    if not rules.may_assign(by, task.plan):
        raise NotAllowed("Chỉ lãnh đạo của cơ quan mới được giao phương hướng cho đơn vị.")
    given = chosen(owners, unit or group)
    if not given:
        raise Incomplete(
            [Issue("no-unit", "Chọn một đơn vị, hoặc nhóm đơn vị, của cơ quan.", "owner")]
        )
    refuse_strangers(task.plan, given)
    before = standing(task)
    set_owners(task, given)
    details = kept(task, before)
    Assignment.objects.bulk_create(assignments_for(task, members_on(task.plan.first_day)))
    owner = "; ".join(map(str, given))
    record("assign_direction", target=task, by=by, owner=owner, **details)
    return task
