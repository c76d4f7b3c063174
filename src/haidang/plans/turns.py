"""One person at a time: locks a plan, a task or a sentence, and refuses who comes too late."""

from haidang.errors import NotAllowed, WrongState
from haidang.orgs.models import User
from haidang.plans import queries, rules
from haidang.plans.enums import PlanStatus
from haidang.plans.models import Item, Plan, Task
from haidang.plans.overtaking import Overtaken

BESIDE = ("plan__unit", "plan__revision__edition", "unit", "group")


def plan_in_review(plan_id: int, by: User) -> Plan:
    """Lock a plan for a decision. Refuses with WrongState and NotAllowed."""
    plan = (
        Plan.objects.select_for_update(no_key=True, of=("self",))
        .select_related("unit")
        .get(pk=plan_id)
    )
    if plan.status == PlanStatus.WITHDRAWN:
        raise WrongState("Kế hoạch này đã được rút, không rà soát nữa.")
    if plan.status != PlanStatus.IN_REVIEW:
        raise WrongState("Kế hoạch đã đưa vào thực hiện, không rà soát lại được nữa.")
    if not rules.may_review(by, plan):
        raise NotAllowed("Chỉ chuyên viên của cơ quan ban hành mới được rà soát kế hoạch này.")
    return plan


def task_in_review(task: Task, by: User, seen: int | None) -> Task:
    """Lock a task for a decision. Refuses with WrongState, NotAllowed, and Overtaken."""
    plan_in_review(task.plan_id, by)
    locked = Task.objects.select_for_update(no_key=True, of=("self",))
    task = locked.select_related(*BESIDE).get(pk=task.pk)
    refuse_late(task, seen, by)
    return task


def refuse_late(thing: Task | Item, seen: int | None, by: User) -> None:
    """Refuse with Overtaken where somebody changed a thing after the version that was seen."""
    if seen is not None and seen != thing.version:
        raise Overtaken(queries.changes_since(thing, seen), thing.version, by)
