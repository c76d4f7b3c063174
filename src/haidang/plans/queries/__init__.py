"""Questions about plans. Nothing here writes."""

from haidang.plans.queries.history import changes_since, history_of_item, history_of_task
from haidang.plans.queries.tasks import (
    Progress,
    assignments_of,
    certain_tasks,
    plan_of_file,
    progress_of,
    report_task,
    unowned_directions,
)

__all__ = [
    "Progress",
    "assignments_of",
    "certain_tasks",
    "changes_since",
    "history_of_item",
    "history_of_task",
    "plan_of_file",
    "progress_of",
    "report_task",
    "unowned_directions",
]
