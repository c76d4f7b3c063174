"""What a unit says of one item of the plan above, before it is kept."""

import datetime as dt
from dataclasses import dataclass

from haidang.orgs.models import Unit
from haidang.plans.enums import Certainty, How, Part
from haidang.plans.models import Task


@dataclass(frozen=True, slots=True)
class Said:
    """How an item is answered; `words` and `reason` where it is adapted, `reason` where waived.

    `owner` is who does it in the unit, in its own words, `due_on` its own last day.
    """

    how: How
    words: str = ""
    owner: str = ""
    due_on: dt.date | None = None
    reason: str = ""


def is_certain(task: Task, unit: Unit, day: dt.date) -> bool:
    """Whether an item may be taken up without a second look: given to do, in time, and sure.

    Sure is what was read well, or whose deadline a person confirmed by name.

    Asks for the `assignments` of the unit, to be fetched before.
    """
    parts = {row.part for row in task.assignments.all() if row.unit_id == unit.pk}
    is_in_time = task.due_on is None or task.due_on >= day
    is_sure = task.certainty == Certainty.HIGH or task.due_confirmed_at is not None
    return bool(parts & {Part.LEAD, Part.DOES}) and is_sure and is_in_time
