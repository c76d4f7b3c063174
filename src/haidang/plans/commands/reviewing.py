"""What a person decides of each proposed task and of each sentence, before a plan is adopted."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from haidang import clock
from haidang.errors import Incomplete, Issue
from haidang.ledger.commands import record
from haidang.orgs.models import User
from haidang.plans import checks, queries
from haidang.plans.changes import kept, standing
from haidang.plans.enums import Bucket, TaskStatus
from haidang.plans.following import follow_bucket
from haidang.plans.models import Item, Plan, Task
from haidang.plans.turns import plan_in_review, refuse_late, task_in_review


@transaction.atomic
def accept_task(*, task: Task, by: User, seen: int | None = None) -> Task:
    """Take a proposed task as read, which confirms its deadline by name.

    Refuses with WrongState, NotAllowed, Overtaken where somebody changed it after the version that
    was `seen`, and Incomplete where a duty has nobody to do it.
    """
    task = task_in_review(task, by, seen)
    if issues := checks.before_accepting(task):
        raise Incomplete(issues)
    details = _accept(task, by)
    due_on, phrase = task.due_on, task.deadline_phrase
    record("accept_task", target=task, by=by, due_on=due_on, phrase=phrase, **details)
    return task


@transaction.atomic
def accept_tasks(*, plan: Plan, by: User, seen: Mapping[int, int] | None = None) -> list[Task]:
    """Accept all tasks that need no second look, and return them. Refuses as `accept_task` does.

    With `seen`, the versions by key that the person saw, tasks that are not among them or were
    changed since are left alone.
    """
    plan_in_review(plan.pk, by)
    certain = queries.certain_tasks(plan).with_owners().select_for_update(no_key=True, of=("self",))
    tasks = [task for task in certain if seen is None or seen.get(task.pk) == task.version]
    touched = {task.pk: _accept(task, by) for task in tasks}
    labels = [task.label for task in tasks]
    record("accept_tasks", target=plan, by=by, labels=labels, touched=touched)
    return tasks


def _accept(task: Task, by: User) -> dict[str, Any]:
    before = standing(task)
    task.status, task.refusal_reason = TaskStatus.ACCEPTED, ""
    if task.due_on and not task.due_confirmed_at:
        task.due_confirmed_at, task.due_confirmed_by = clock.now(), by
    return kept(task, before)


@transaction.atomic
def refuse_task(*, task: Task, reason: str, by: User, seen: int | None = None) -> Task:
    """Drop a proposed task, saying why.

    Refuses with WrongState, NotAllowed, Overtaken, and Incomplete without a reason.
    """
    task = task_in_review(task, by, seen)
    if issues := checks.before_refusing(reason):
        raise Incomplete(issues)
    before = standing(task)
    task.status, task.refusal_reason = TaskStatus.REFUSED, reason.strip()[:300]
    details = kept(task, before)
    record("refuse_task", target=task, by=by, reason=task.refusal_reason, **details)
    return task


@transaction.atomic
def classify_item(*, item: Item, bucket: Bucket, by: User, seen: int | None = None) -> Item:
    """Put a sentence into another bucket; the tasks that rest on it follow.

    Refuses with WrongState, NotAllowed, Overtaken, and Incomplete for what is no sentence of the
    body.
    """
    plan = plan_in_review(item.plan_id, by)
    item = Item.objects.select_for_update(no_key=True).get(pk=item.pk)
    refuse_late(item, seen, by)
    if not item.is_sentence:
        raise Incomplete([Issue("no-sentence", "Chỉ xếp loại câu của phần nội dung.", "bucket")])
    before, stood = item.bucket, standing(item)
    item.bucket = bucket
    details = kept(item, stood)
    touched = follow_bucket(plan, item)
    acts = {"before": before, "after": bucket, "touched": touched, **details}
    record("classify_item", target=item, by=by, **acts)
    return item
