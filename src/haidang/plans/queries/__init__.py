"""Questions about plans. Nothing here writes."""

from haidang.plans.queries.bases import Basis, bases_of
from haidang.plans.queries.coverage import (
    Coverage,
    coverage_of,
    detailed_of,
    silences_of,
    units_covering,
)
from haidang.plans.queries.habits import habits_of
from haidang.plans.queries.history import (
    changes_since,
    history_of_answer,
    history_of_item,
    history_of_task,
)
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
from haidang.plans.queries.waiting import Awaited, awaited_of

__all__ = [
    "Awaited",
    "Basis",
    "Coverage",
    "Progress",
    "assignments_of",
    "awaited_of",
    "bases_of",
    "certain_tasks",
    "changes_since",
    "coverage_of",
    "detailed_of",
    "habits_of",
    "history_of_answer",
    "history_of_item",
    "history_of_task",
    "meanings_of",
    "page_count",
    "places_of",
    "plan_of_file",
    "progress_of",
    "report_task",
    "silences_of",
    "targets_of",
    "uncarried_targets",
    "units_covering",
    "unowned_directions",
]
