"""Questions to the log."""

from haidang.activities.queries.log import last_activity, recent_acts
from haidang.activities.queries.tasks import counts_by_task, loggable_tasks, suggested_task
from haidang.activities.queries.values import Contribution, entries_behind, logged_values

__all__ = [
    "Contribution",
    "counts_by_task",
    "entries_behind",
    "last_activity",
    "loggable_tasks",
    "logged_values",
    "recent_acts",
    "suggested_task",
]
