"""Every write of the plans room: reading in, reviewing, adopting, assigning."""

from haidang.plans.commands.adopting import adopt_plan, assign_direction
from haidang.plans.commands.changing import change_task, confirm_deadline
from haidang.plans.commands.habits import set_habits
from haidang.plans.commands.reading import read_in, read_in_by_steps
from haidang.plans.commands.reviewing import (
    accept_task,
    accept_tasks,
    classify_item,
    refuse_task,
)
from haidang.plans.commands.withdrawing import withdraw_plan

__all__ = [
    "accept_task",
    "accept_tasks",
    "adopt_plan",
    "assign_direction",
    "change_task",
    "classify_item",
    "confirm_deadline",
    "read_in",
    "read_in_by_steps",
    "refuse_task",
    "set_habits",
    "withdraw_plan",
]
