"""Questions to the log."""

from haidang.activities.queries.log import (
    indicators_of,
    journal,
    last_activity,
    recent_acts,
    totals_of,
)
from haidang.activities.queries.tasks import (
    Work,
    counts_by_task,
    last_tasks,
    loggable_tasks,
    suggested_task,
    work_on,
)
from haidang.activities.queries.values import Contribution, entries_behind, logged_values

__all__ = [
    "Contribution",
    "Work",
    "counts_by_task",
    "entries_behind",
    "indicators_of",
    "journal",
    "last_activity",
    "last_tasks",
    "loggable_tasks",
    "logged_values",
    "recent_acts",
    "suggested_task",
    "totals_of",
    "work_on",
]
