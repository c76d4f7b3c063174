"""Questions about plans. Nothing here writes."""

from haidang.plans.queries.bases import Basis, bases_of
from haidang.plans.queries.habits import habits_of
from haidang.plans.queries.history import changes_since, history_of_item, history_of_task
from haidang.plans.queries.meanings import meanings_of
from haidang.plans.queries.original import page_count, places_of
from haidang.plans.queries.targets import targets_of, uncarried_targets
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
    "Basis",
    "Progress",
    "assignments_of",
    "bases_of",
    "certain_tasks",
    "changes_since",
    "habits_of",
    "history_of_item",
    "history_of_task",
    "meanings_of",
    "page_count",
    "places_of",
    "plan_of_file",
    "progress_of",
    "report_task",
    "targets_of",
    "uncarried_targets",
    "unowned_directions",
]
