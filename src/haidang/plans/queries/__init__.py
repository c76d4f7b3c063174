"""Questions about plans. Nothing here writes."""

from haidang.plans.queries.amendments import (
    amended_parts,
    amended_since,
    answer_counts,
    answer_history,
    answers_by_unit,
    asked_before,
    asked_of,
    comparison_of,
    going_on,
    in_force_until,
    items_in_force,
    plan_on,
    replaced_by,
    sentences_changed,
    standing_tasks,
    tasks_in_force,
    tasks_on,
    unanswered,
    versions_of,
)
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
from haidang.plans.queries.occasion import (
    asking_for_occasions,
    directions_for_occasions,
    started_from,
)
from haidang.plans.queries.original import page_count, places_of
from haidang.plans.queries.targets import targets_of, uncarried_targets
from haidang.plans.queries.tasks import (
    Progress,
    assignments_of,
    certain_tasks,
    given_to,
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
    "amended_parts",
    "amended_since",
    "answer_counts",
    "answer_history",
    "answers_by_unit",
    "asked_before",
    "asked_of",
    "asking_for_occasions",
    "assignments_of",
    "awaited_of",
    "bases_of",
    "certain_tasks",
    "changes_since",
    "comparison_of",
    "coverage_of",
    "detailed_of",
    "directions_for_occasions",
    "given_to",
    "going_on",
    "habits_of",
    "history_of_answer",
    "history_of_item",
    "history_of_task",
    "in_force_until",
    "items_in_force",
    "meanings_of",
    "page_count",
    "places_of",
    "plan_of_file",
    "plan_on",
    "progress_of",
    "replaced_by",
    "report_task",
    "sentences_changed",
    "silences_of",
    "standing_tasks",
    "started_from",
    "targets_of",
    "tasks_in_force",
    "tasks_on",
    "unanswered",
    "uncarried_targets",
    "units_covering",
    "unowned_directions",
    "versions_of",
]
