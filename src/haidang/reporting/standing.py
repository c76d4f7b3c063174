"""How far a unit is with a task: the one meaning of done, under way, not begun and overdue.

Nobody types a state. It follows from the unit's report where a round asks one for the task, from
the unit's own plan where the task asks for one, else from what the unit logged, and from the day.
What is answered by a report is due when the report is; a unit that only helps is never late.
"""

import datetime as dt
from dataclasses import dataclass

from haidang.plans.enums import DetailedStatus, Part
from haidang.plans.models import Task
from haidang.reporting.enums import ReportStatus

DONE, RUNNING, NONE, LATE = "ok", "run", "none", "late"
WITH_ITS_UNIT = frozenset({ReportStatus.NOT_STARTED, ReportStatus.DRAFT, ReportStatus.RETURNED})
WITH_THE_READER = frozenset({ReportStatus.SUBMITTED, ReportStatus.IN_REVIEW})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one unit's part in one task."""

    count: int = 0  # of activities in the log
    report: ReportStatus | None = None
    report_due: dt.date | None = None
    own_plan: DetailedStatus | None = None

    @property
    def has_result(self) -> bool:
        """Whether there is something to show: an activity, a report that was sent, a plan."""
        is_sent = self.report is not None and self.report not in WITH_ITS_UNIT
        return self.count > 0 or is_sent or self.own_plan == DetailedStatus.ISSUED


NOTHING = Known()


def standing_of(task: Task, year: int, part: Part | None, known: Known, day: dt.date) -> str:
    """How far a unit is with a task on a day; the same as `parts_of` tells in the database."""
    report, due_on = known.report, known.report_due or task.due_on
    is_past = bool(due_on and due_on < day and part not in {None, Part.COORDINATE})
    if report == ReportStatus.ACCEPTED or known.own_plan == DetailedStatus.ISSUED:
        return DONE
    if report and report in WITH_THE_READER:
        return RUNNING
    if is_past and (report or not known.count):
        return LATE
    if report:
        return NONE if report == ReportStatus.NOT_STARTED else RUNNING
    if not known.count:
        return RUNNING if known.own_plan else NONE
    # Work without a day is never finished while the year of its plan runs.
    return DONE if task.due_on or day.year > year else RUNNING
