"""Every write of the plans room: reading in, reviewing, adopting, assigning."""

from haidang.plans.commands.adopting import adopt_plan, assign_direction
from haidang.plans.commands.amended import adopt_amendment, answer_amendment
from haidang.plans.commands.amending import amend_by_sentence, begin_amendment, match_items
from haidang.plans.commands.answering import answer_item, take_back_answers, take_up_items
from haidang.plans.commands.changing import change_task, confirm_deadline
from haidang.plans.commands.detailed_writing import adopt_detailed_plan, write_detailed_plan
from haidang.plans.commands.detailing import start_detailed_plan
from haidang.plans.commands.habits import set_habits
from haidang.plans.commands.occasion import move_with_occasion, start_from_occasion
from haidang.plans.commands.own_items import add_own_item, drop_own_item
from haidang.plans.commands.reading import read_in, read_in_by_steps
from haidang.plans.commands.reviewing import (
    accept_task,
    accept_tasks,
    classify_item,
    refuse_task,
)
from haidang.plans.commands.targets import assign_target
from haidang.plans.commands.withdrawing import withdraw_plan

__all__ = [
    "accept_task",
    "accept_tasks",
    "add_own_item",
    "adopt_amendment",
    "adopt_detailed_plan",
    "adopt_plan",
    "amend_by_sentence",
    "answer_amendment",
    "answer_item",
    "assign_direction",
    "assign_target",
    "begin_amendment",
    "change_task",
    "classify_item",
    "confirm_deadline",
    "drop_own_item",
    "match_items",
    "move_with_occasion",
    "read_in",
    "read_in_by_steps",
    "refuse_task",
    "set_habits",
    "start_detailed_plan",
    "start_from_occasion",
    "take_back_answers",
    "take_up_items",
    "withdraw_plan",
    "write_detailed_plan",
]
