"""Every write of the plans room: reading in, reviewing, adopting, assigning."""

from haidang.plans.commands.adopting import adopt_plan, assign_direction
from haidang.plans.commands.answering import answer_item, take_back_answers, take_up_items
from haidang.plans.commands.changing import change_task, confirm_deadline
from haidang.plans.commands.detailed_writing import adopt_detailed_plan, write_detailed_plan
from haidang.plans.commands.detailing import start_detailed_plan
from haidang.plans.commands.habits import set_habits
from haidang.plans.commands.own_items import add_own_item, drop_own_item
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
    "add_own_item",
    "adopt_detailed_plan",
    "adopt_plan",
    "answer_item",
    "assign_direction",
    "change_task",
    "classify_item",
    "confirm_deadline",
    "drop_own_item",
    "read_in",
    "read_in_by_steps",
    "refuse_task",
    "set_habits",
    "start_detailed_plan",
    "take_back_answers",
    "take_up_items",
    "withdraw_plan",
    "write_detailed_plan",
]
