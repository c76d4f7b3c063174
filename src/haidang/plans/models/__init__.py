"""Rows of the plans room."""

from haidang.plans.models.plan import Item, Plan
from haidang.plans.models.task import Assignment, Task

__all__ = ["Assignment", "Item", "Plan", "Task"]
