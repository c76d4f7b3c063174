"""Putting a person's word in place of what was read of a task."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import transaction

from haidang import clock
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue
from haidang.ledger.commands import record
from haidang.orgs.models import Unit, UnitGroup, User
from haidang.plans import checks
from haidang.plans.changes import kept, standing
from haidang.plans.enums import Certainty
from haidang.plans.models import Owner, Task
from haidang.plans.owners import chosen, refuse_strangers, set_owners
from haidang.plans.turns import task_in_review


@transaction.atomic
def change_task(
    *,
    task: Task,
    by: User,
    seen: int | None = None,
    title: str | None = None,
    unit: Unit | None = None,
    group: UnitGroup | None = None,
    owners: Sequence[Owner] | None = None,
    nobody: bool = False,
    coordinators: Iterable[Unit] | None = None,
    due_on: dt.date | None = None,
    no_day: bool = False,
) -> Task:
    """Put a person's word in place of what was read; what is not given stays.

    `owners` takes the place of all who were to do it, in this order; so does one `unit`, one
    `group`, or `nobody`. `due_on`, or that it has `no_day`, is a deadline confirmed by `by`.
    Refuses with WrongState, NotAllowed or Incomplete, and with Overtaken where somebody changed
    the task after the version that was `seen`.
    """
    task = task_in_review(task, by, seen)
    before = standing(task)
    owners = chosen(owners, unit or group, nobody=nobody)
    coordinators = None if coordinators is None else list(coordinators)
    refuse_strangers(task.plan, [*(owners or []), *(coordinators or [])])
    if title is not None:
        task.title = _title(title)
    if due_on is not None or no_day:
        _confirm(task, due_on, by)
    if owners is not None:
        set_owners(task, owners)
        task.certainty = Certainty.HIGH
    if coordinators is not None:
        task.coordinators.set(other for other in coordinators if other not in task.owners)
    details = kept(task, before)
    owner = "; ".join(map(str, task.owners))
    record(
        "change_task",
        target=task,
        by=by,
        title=task.title,
        owner=owner,
        due_on=task.due_on,
        **details,
    )
    return task


@transaction.atomic
def confirm_deadline(
    *, task: Task, due_on: dt.date | None, by: User, seen: int | None = None
) -> Task:
    """Say by name until when a task is in time, or that it has no day.

    Refuses with WrongState, NotAllowed, Overtaken, and Incomplete for a day outside the plan.
    """
    task = task_in_review(task, by, seen)
    before = standing(task)
    _confirm(task, due_on, by)
    details = kept(task, before)
    phrase = task.deadline_phrase
    record("confirm_deadline", target=task, by=by, due_on=due_on, phrase=phrase, **details)
    return task


def _confirm(task: Task, due_on: dt.date | None, by: User) -> None:
    if issues := checks.before_confirming(task.plan, due_on):
        raise Incomplete(issues)
    if due_on != task.due_on:
        task.due_year_from = ""
    task.due_on, task.due_confirmed_at, task.due_confirmed_by = due_on, clock.now(), by


def _title(title: str) -> str:
    if not title.strip():
        raise Incomplete(
            [Issue("no-title", "Viết tên việc, ví dụ “Báo cáo kết quả năm”.", "title")]
        )
    if stamped := about_words(title, "title"):
        raise Incomplete(stamped)
    return title.strip()[:300]
