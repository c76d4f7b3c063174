"""Rows of the plans room."""

from haidang.plans.models.amendment import AmendedItem, Amendment, Asked
from haidang.plans.models.detailed import Answer, Detailed, OwnItem
from haidang.plans.models.habits import Habits
from haidang.plans.models.occasion import OccasionTask
from haidang.plans.models.original import Original
from haidang.plans.models.plan import Item, Plan
from haidang.plans.models.target import Target
from haidang.plans.models.task import Assignment, FurtherOwner, Owner, Task, TaskQuerySet

__all__ = [
    "AmendedItem",
    "Amendment",
    "Answer",
    "Asked",
    "Assignment",
    "Detailed",
    "FurtherOwner",
    "Habits",
    "Item",
    "OccasionTask",
    "Original",
    "OwnItem",
    "Owner",
    "Plan",
    "Target",
    "Task",
    "TaskQuerySet",
]
