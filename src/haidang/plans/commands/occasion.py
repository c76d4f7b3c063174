"""Starting a task from an occasion, under the direction of a plan that asks for it."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from haidang import clock
from haidang.documents.stamps import about_words
from haidang.errors import Incomplete, Issue, NotAllowed, WrongState
from haidang.ledger.commands import record
from haidang.occasions.days import Day
from haidang.occasions.models import Confirmation
from haidang.occasions.queries import day_of
from haidang.occasions.rules import may_keep
from haidang.orgs.models import User
from haidang.plans import rules
from haidang.plans.enums import PlanStatus, TaskKind, TaskStatus
from haidang.plans.models import Assignment, OccasionTask, Owner, Plan, Task
from haidang.plans.owners import assignments_for, members_on, refuse_strangers, set_owners

LONGEST_TITLE = 300


@transaction.atomic
def start_from_occasion(
    *, day: Day, direction: Task, title: str, owners: Sequence[Owner], due_on: dt.date, by: User
) -> Task:
    """Give units a task for an occasion. It rests on the words of a direction of an adopted plan.

    The plan's words stay the ground of the task, and the occasion is kept beside it. Refuses with
    WrongState, NotAllowed, and Incomplete for a day outside the plan's year and strangers.
    """
    plan = (
        Plan.objects.select_for_update(no_key=True, of=("self",))
        .select_related("unit")
        .get(pk=direction.plan_id)
    )
    if plan.status != PlanStatus.ADOPTED or not _is_direction(direction):
        raise WrongState("Chỉ giao được việc theo phương hướng của kế hoạch đang thực hiện.")
    if not rules.may_adopt(by, plan):
        raise NotAllowed("Chỉ chuyên viên hoặc lãnh đạo của cơ quan mới được giao việc theo dịp.")
    if issues := _missing(plan, title.strip(), owners, due_on):
        raise Incomplete(issues)
    refuse_strangers(plan, owners)
    if _is_there(plan, day, title.strip()):
        raise WrongState("Nhiệm vụ này của dịp đã có trong kế hoạch.")
    task = _task(day, direction, title.strip(), due_on, by)
    task.take_first(owners)
    task.save(force_insert=True)
    set_owners(task, owners)
    Assignment.objects.bulk_create(assignments_for(task, members_on(clock.today())))
    OccasionTask.objects.create(task=task, occasion=day.occasion, year=day.on.year, on=day.on)
    words = "; ".join(map(str, owners))
    record("start_from_occasion", target=task, by=by, occasion=day.occasion.name, owner=words)
    return task


@transaction.atomic
def move_with_occasion(*, said: Confirmation, by: User) -> list[Task]:
    """Let the tasks that were started from a festival follow the day that was announced for it.

    Each as it is for the authority whose plan it stands in: one below may have said another day.
    Deadlines stay as somebody set them. Refuses with NotAllowed.
    """
    if by.seat != said.authority or not may_keep(by):
        raise NotAllowed("Chỉ người giữ lịch của cơ quan mới được xác nhận ngày.")
    rows = OccasionTask.objects.filter(
        occasion=said.occasion,
        year=said.year,
        task__status=TaskStatus.ACCEPTED,
        task__plan__unit__path__startswith=said.authority.path,
    )
    moved = []
    for row in rows.select_related("task__plan__unit").order_by("task"):
        day = day_of(row.task.plan.unit, said.occasion, said.year)
        if day and day.on != row.on:
            OccasionTask.objects.filter(pk=row.pk).update(on=day.on)
            record("move_with_occasion", target=row.task, by=by, on=str(day.on))
            moved.append(row.task)
    return moved


def _task(day: Day, direction: Task, title: str, due_on: dt.date, by: User) -> Task:
    return Task(
        plan_id=direction.plan_id,
        kind=TaskKind.DUTY,
        status=TaskStatus.ACCEPTED,
        label=direction.label,
        title=title,
        text=direction.text,
        start=direction.start,
        end=direction.end,
        window_from=min(day.begin_on, due_on),
        window_until=due_on,
        due_on=due_on,
        due_confirmed_at=clock.now(),
        due_confirmed_by=by,
    )


def _is_direction(task: Task) -> bool:
    return task.kind == TaskKind.DIRECTION and task.status == TaskStatus.ACCEPTED


def _missing(plan: Plan, title: str, owners: Sequence[Owner], due_on: dt.date) -> list[Issue]:
    found = about_words(title, "title")
    if not 0 < len(title) <= LONGEST_TITLE:
        message = f"Ghi tên việc, không quá {LONGEST_TITLE} ký tự."
        found.append(Issue("no_title", message, "title"))
    if not owners:
        found.append(Issue("no_unit", "Chọn đơn vị thực hiện.", "owner"))
    if due_on.year != plan.year:
        message = f"Hạn phải trong năm {plan.year}, là năm của kế hoạch."
        found.append(Issue("other_year", message, "due_on"))
    return found


def _is_there(plan: Plan, day: Day, title: str) -> bool:
    started = OccasionTask.objects.filter(task__plan=plan, occasion=day.occasion)
    return started.filter(year=day.on.year, task__title=title).exists()
