"""Questions to the log."""

from haidang.activities.queries.log import (
    by_use,
    indicators_of,
    journal,
    last_activity,
    recent_acts,
    totals_of,
)
from haidang.activities.queries.partners import (
    Named,
    doers_of,
    near_to,
    partners_named,
    partners_of,
    successors_of,
    usual_partners,
)
from haidang.activities.queries.suggesting import (
    Near,
    Usual,
    loggable_with_occasions,
    occasions_among,
    suggested_task,
    usual_tasks,
)
from haidang.activities.queries.tasks import (
    counts_by_task,
    is_loggable,
    loggable_tasks,
)
from haidang.activities.queries.values import (
    Contribution,
    distinct_total,
    entries_behind,
    logged_values,
)

__all__ = [
    "Contribution",
    "Named",
    "Near",
    "Usual",
    "by_use",
    "counts_by_task",
    "distinct_total",
    "doers_of",
    "entries_behind",
    "indicators_of",
    "is_loggable",
    "journal",
    "last_activity",
    "loggable_tasks",
    "loggable_with_occasions",
    "logged_values",
    "near_to",
    "occasions_among",
    "partners_named",
    "partners_of",
    "recent_acts",
    "successors_of",
    "suggested_task",
    "totals_of",
    "usual_partners",
    "usual_tasks",
]
