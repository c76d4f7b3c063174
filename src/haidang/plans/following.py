"""What becomes of tasks when a person says that a sentence is something else than was read."""

from typing import Any

from haidang.plans.changes import kept, standing
from haidang.plans.enums import Bucket, Certainty, TaskKind, TaskStatus
from haidang.plans.models import Item, Plan, Task
from haidang.plans.titles import short_title

KINDS = {Bucket.TASK: TaskKind.DUTY, Bucket.DIRECTION: TaskKind.DIRECTION}


def follow_bucket(plan: Plan, item: Item) -> dict[int, dict[str, Any]]:
    """Let the tasks on a sentence follow its bucket: another kind, dropped, or proposed anew.

    Returns what became of each, by its key, as the ledger keeps it.
    """
    tasks = list(plan.tasks.filter(start__lt=item.end, end__gt=item.start))
    if not tasks and item.bucket in KINDS:
        return {_propose(plan, item).pk: {"version": 0, "changes": []}}
    return {task.pk: _follow(plan, task) for task in tasks}


def _follow(plan: Plan, task: Task) -> dict[str, Any]:
    before = standing(task)
    under = plan.items.filter(is_sentence=True, start__lt=task.end, end__gt=task.start)
    kinds = {KINDS[Bucket(item.bucket)] for item in under if item.bucket in KINDS}
    if not kinds:
        names = sorted({item.get_bucket_display() for item in under})
        task.status, task.refusal_reason = (
            TaskStatus.REFUSED,
            f"Câu được xếp là {', '.join(names)}.",
        )
    else:
        task.kind = TaskKind.DUTY if TaskKind.DUTY in kinds else TaskKind.DIRECTION
        task.status, task.refusal_reason = TaskStatus.PROPOSED, ""
    return kept(task, before)


def _propose(plan: Plan, item: Item) -> Task:
    whole = plan.revision.text[item.start : item.end]
    text = whole.strip(" \t\r\n-–+•*")
    start = item.start + whole.index(text)
    task = Task.objects.create(
        plan=plan,
        kind=KINDS[Bucket(item.bucket)],
        label=_next_label(plan, item.section),
        title=short_title(text),
        text=" ".join(text.replace("**", "").split()),
        start=start,
        end=start + len(text),
        certainty=Certainty.LOW,
    )
    plan.targets.filter(task=None, start__lt=item.end, end__gt=item.start).update(task=task)
    return task


def _next_label(plan: Plan, section: str) -> str:
    taken = set(plan.tasks.values_list("label", flat=True))
    letters = [f"{section}.{letter}".lstrip(".") for letter in "abcdđeghiklmnopqrstuvxy"]
    return next((label for label in letters if label not in taken), f"{section}.+")[:40]
