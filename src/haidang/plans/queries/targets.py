"""Questions about the targets (chỉ tiêu) of a plan."""

from django.db.models import Prefetch, Q, QuerySet

from haidang.plans.enums import TaskStatus
from haidang.plans.models import Plan, Target, Task


def targets_of(plan: Plan) -> QuerySet[Target]:
    """The targets of a plan in the order of its text, each with its task and who carries it."""
    tasks = Prefetch("task", Task.objects.with_owners())
    return plan.targets.prefetch_related(tasks)


def uncarried_targets(plan: Plan) -> QuerySet[Target]:
    """The targets that no unit carries: no task rests there, or it was dropped or is nobody's."""
    unowned = Q(task__unit=None, task__group=None)
    return plan.targets.filter(Q(task=None) | Q(task__status=TaskStatus.REFUSED) | unowned)
