"""Who lacks what: the units of a page, each with all that it lacks.

The number of questions is the same whatever the number of units.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from haidang.chasing.lack import Lack
from haidang.chasing.models import Reminder
from haidang.chasing.queries import plan_sources, sources
from haidang.chasing.queries.reach import EVERYTHING, Reach, Wish, reach_of, standing, units_of
from haidang.chasing.queries.sources import Scope, scope_of
from haidang.orgs.models import Unit, User

Units = QuerySet[Unit] | list[Unit]


@dataclass(frozen=True, slots=True)
class Lacking:
    """A unit and what it lacks, the nearest deadline first."""

    unit: Unit
    lacks: Sequence[Lack]

    @property
    def due_on(self) -> dt.date | None:
        """The nearest of its deadlines."""
        return min((one.due_on for one in self.lacks if one.due_on), default=None)

    @property
    def days_late(self) -> int:
        """By how many days the oldest of them is over."""
        return max((one.days_late for one in self.lacks), default=0)

    @property
    def last_reminded(self) -> Reminder | None:
        """The last reminder that the unit got of any of them."""
        reminded = (one.last_reminded for one in self.lacks)
        return max((last for last in reminded if last), key=lambda last: last.on, default=None)

    @property
    def in_draft(self) -> Reminder | None:
        """A letter in draft that speaks of one of them."""
        return next((one.in_draft for one in self.lacks if one.in_draft), None)

    @property
    def to_say(self) -> Sequence[Lack]:
        """What a reminder speaks of: what presses, or all where nothing does."""
        return [one for one in self.lacks if one.is_pressing] or self.lacks

    @property
    def is_to_remind(self) -> bool:
        """Whether it is worth a reminder now: late or soon due, and not reminded of it today."""
        return any(one.is_pressing and not one.is_reminded_today for one in self.lacks)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many units lack something, how many are late, and how many are late or due soon."""

    every: int
    late: int
    pressing: int


def lacks_of(user: User, day: dt.date, units: Units | None = None) -> list[Lack]:
    """All that the units lack which the person's authority asked for; the late ones first.

    Of `units` alone where they are given; others than those of the authority's business have no
    lacks. Refuses with NotAllowed who has no unit.
    """
    scope = scope_of(user, day)
    return lacks_in(scope, scope.units if units is None else units)


def lacks_in(scope: Scope, units: Units) -> list[Lack]:
    """The same of a scope, each with its reminders."""
    found = [
        *sources.report_lacks(scope, units),
        *sources.task_lacks(scope, units),
        *plan_sources.silence_lacks(scope, units),
        *plan_sources.amendment_lacks(scope, units),
    ]
    reminders = _reminders(scope, units)
    lacks = [replace(one, reminders=reminders[one.key]) for one in found]
    return sorted(lacks, key=lambda one: (one.due_on is None, one.due_on, one.unit.pk))


def units_lacking(user: User, day: dt.date, wish: Wish = EVERYTHING) -> QuerySet[Unit]:
    """The units that lack something of what is wanted: the late ones first, then what is near.

    Each has its `urgency`: LATE, NEAR (due within seven days) or 0.
    """
    scope = scope_of(user, day)
    return units_of(scope, reach_of(scope, wish))


def tally_of(user: User, day: dt.date) -> Tally:
    """How many units lack something, how many are late with it, and how many of it press."""
    return tally_in(reach_of(scope_of(user, day)))


def tally_in(reach: Reach) -> Tally:
    """The same of a reach."""
    return Tally(len(reach.dues), len(reach.late), len(reach.near))


def lacking(user: User, day: dt.date, units: Units, kind: str = "") -> list[Lacking]:
    """Some units in their order, each with what it lacks; those that lack nothing are left out."""
    return lacking_in(scope_of(user, day), units, kind)


def lacking_in(scope: Scope, units: Units, kind: str = "") -> list[Lacking]:
    """The same of a scope."""
    by_unit: dict[int, list[Lack]] = defaultdict(list)
    for lack in lacks_in(scope, units):
        if kind in ("", lack.kind):
            by_unit[lack.unit.pk].append(lack)
    return [Lacking(unit, by_unit[unit.pk]) for unit in units if by_unit[unit.pk]]


def _reminders(scope: Scope, units: Units) -> dict[tuple[int, str, int], list[Reminder]]:
    found: dict[tuple[int, str, int], list[Reminder]] = defaultdict(list)
    rows = standing(scope).filter(unit__in=units).select_related("by__unit", "edition")
    for row in rows.order_by("at", "pk"):
        found[row.unit_id, row.kind, row.ref].append(row)
    return found
