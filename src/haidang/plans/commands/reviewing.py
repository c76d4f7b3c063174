"""What a person decides of each proposed task and of each sentence, before a plan is adopted."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from haidang import clock
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, UnitGroup, User
from haidang.plans import checks, queries, rules
from haidang.plans.enums import Bucket, Certainty, PlanStatus, TaskStatus
from haidang.plans.following import follow_bucket
from haidang.plans.models import Item, Plan, Task


def _locked(task: Task, by: User) -> Task:
    _refuse_unless_in_review(task.plan_id, by)
    return Task.objects.select_for_update(of=("self",)).select_related("plan").get(pk=task.pk)


def _refuse_unless_in_review(plan_id: int, by: User) -> Plan:
    plan = Plan.objects.select_for_update(of=("self",)).select_related("unit").get(pk=plan_id)
    if plan.status != PlanStatus.IN_REVIEW:
        raise WrongState("Kế hoạch đã đưa vào thực hiện, không rà soát lại được nữa.")
    if not rules.may_review(by, plan):
        raise NotAllowed("Chỉ chuyên viên của cơ quan ban hành mới được rà soát kế hoạch này.")
    return plan


@transaction.atomic
def accept_task(*, task: Task, by: User) -> Task:
    """Take a proposed task as read, which confirms its deadline by name.

    Refuses with WrongState, NotAllowed, and Incomplete where a duty has nobody to do it.
    """
    task = _locked(task, by)
    if issues := checks.before_accepting(task):
        raise Incomplete(issues)
    _accept(task, by)
    record("accept_task", target=task, by=by, due_on=task.due_on, phrase=task.deadline_phrase)
    return task


@transaction.atomic
def accept_tasks(*, plan: Plan, by: User) -> list[Task]:
    """Accept all tasks that need no second look, and return them. Refuses as `accept_task` does."""
    _refuse_unless_in_review(plan.pk, by)
    tasks = list(queries.certain_tasks(plan).select_for_update(of=("self",)))
    for task in tasks:
        _accept(task, by)
    record("accept_tasks", target=plan, by=by, labels=[task.label for task in tasks])
    return tasks


def _accept(task: Task, by: User) -> None:
    task.status, task.refusal_reason = TaskStatus.ACCEPTED, ""
    if task.due_on and not task.due_confirmed_at:
        task.due_confirmed_at, task.due_confirmed_by = clock.now(), by
    task.save()


@transaction.atomic
def refuse_task(*, task: Task, reason: str, by: User) -> Task:
    """Drop a proposed task, saying why. Refuses with WrongState, NotAllowed or Incomplete."""
    task = _locked(task, by)
    if issues := checks.before_refusing(reason):
        raise Incomplete(issues)
    task.status, task.refusal_reason = TaskStatus.REFUSED, reason.strip()[:300]
    task.save(update_fields=["status", "refusal_reason"])
    record("refuse_task", target=task, by=by, reason=task.refusal_reason)
    return task


@transaction.atomic
def change_task(
    *,
    task: Task,
    by: User,
    title: str | None = None,
    unit: Unit | None = None,
    group: UnitGroup | None = None,
    nobody: bool = False,
    coordinators: Iterable[Unit] | None = None,
    due_on: dt.date | None = None,
    no_day: bool = False,
) -> Task:
    """Put a person's word in place of what was read; what is not given stays.

    `unit` takes the place of a group, `group` of a unit, and `nobody` of both; `due_on`, or that
    it has `no_day`, is a deadline confirmed by `by`. Refuses with WrongState, NotAllowed or
    Incomplete.
    """
    task = _locked(task, by)
    _refuse_strangers(task.plan, [unit, *(coordinators or [])], group)
    if title is not None and not title.strip():
        raise Incomplete(
            [Issue("no-title", "Viết tên việc, ví dụ “Báo cáo kết quả năm”.", "title")]
        )
    if title is not None:
        task.title = title.strip()[:300]
    if unit or group or nobody:
        task.unit, task.group, task.certainty = unit, group if not unit else None, Certainty.HIGH
    if due_on is not None or no_day:
        _confirm(task, due_on, by)
    task.save()
    if coordinators is not None:
        task.coordinators.set(other for other in coordinators if other != task.unit)
    owner = str(task.unit or task.group or "")
    record("change_task", target=task, by=by, title=task.title, owner=owner, due_on=task.due_on)
    return task


def _refuse_strangers(plan: Plan, units: Iterable[Unit | None], group: UnitGroup | None) -> None:
    strangers = [unit for unit in units if unit and not unit.is_under(plan.unit)]
    if strangers or (group and group.parent_id != plan.unit_id):
        words = f"{plan.unit} chỉ giao việc cho đơn vị của mình và đơn vị trực thuộc."
        raise Incomplete([Issue("stranger", words, "owner")])


@transaction.atomic
def confirm_deadline(*, task: Task, due_on: dt.date | None, by: User) -> Task:
    """Say by name until when a task is in time, or that it has no day.

    Refuses with WrongState, NotAllowed, and Incomplete for a day outside the plan.
    """
    task = _locked(task, by)
    _confirm(task, due_on, by)
    task.save()
    record("confirm_deadline", target=task, by=by, due_on=due_on, phrase=task.deadline_phrase)
    return task


def _confirm(task: Task, due_on: dt.date | None, by: User) -> None:
    if issues := checks.before_confirming(task.plan, due_on):
        raise Incomplete(issues)
    if due_on != task.due_on:
        task.due_year_from = ""
    task.due_on, task.due_confirmed_at, task.due_confirmed_by = due_on, clock.now(), by


@transaction.atomic
def classify_item(*, item: Item, bucket: Bucket, by: User) -> Item:
    """Put a sentence into another bucket; the tasks that rest on it follow.

    Refuses with WrongState, NotAllowed, and Incomplete for what is no sentence of the body.
    """
    plan = _refuse_unless_in_review(item.plan_id, by)
    item = Item.objects.select_for_update().get(pk=item.pk)
    if not item.is_sentence:
        raise Incomplete([Issue("no-sentence", "Chỉ xếp loại câu của phần nội dung.", "bucket")])
    before, item.bucket = item.bucket, bucket
    item.save(update_fields=["bucket"])
    follow_bucket(plan, item)
    record("classify_item", target=item, by=by, before=before, after=bucket)
    return item
