"""Which units lack something, and by when: each source is asked once, the rest is counting.

For each unit the database gives one day. Everything else of a unit is fetched for a page alone.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, Min, Q, QuerySet, When
from django.db.models.functions import Coalesce

from haidang.chasing.enums import LackKind
from haidang.chasing.lack import SOON
from haidang.chasing.models import Reminder
from haidang.chasing.queries import plan_sources, sources
from haidang.chasing.queries.sources import KEPT, Scope
from haidang.orgs.models import Unit
from haidang.reporting.enums import ReportStatus

LATE, NEAR = 2, 1
Dated = Iterable[tuple[int, dt.date | None]]


@dataclass(frozen=True, slots=True)
class Wish:
    """Which units are wanted: those that lack one kind of thing, the late ones, the unreminded."""

    kind: str = ""
    late: bool = False
    unreminded: bool = False


EVERYTHING = Wish()


@dataclass(frozen=True, slots=True)
class Reach:
    """The units that lack something, each with the nearest day by which it is due, if any."""

    dues: Mapping[int, dt.date | None]
    day: dt.date

    @property
    def late(self) -> list[int]:
        """Those whose day is over."""
        return [pk for pk, due in self.dues.items() if due and due < self.day]

    @property
    def near(self) -> list[int]:
        """Those that are late, or due within seven days."""
        return [pk for pk, due in self.dues.items() if due and due <= self.day + SOON]


def reach_of(scope: Scope, wish: Wish = EVERYTHING, everything: Reach | None = None) -> Reach:
    """The units of a scope that lack what is wanted; one question for each source.

    Where `everything` is known already, what is wanted of all kinds is taken from it.
    """
    dues = dict(everything.dues) if everything and not wish.kind else _asked(scope, wish.kind)
    if wish.unreminded:
        for pk in standing(scope).order_by().values_list("unit", flat=True).distinct():
            dues.pop(pk, None)
    if wish.late:
        dues = {pk: due for pk, due in dues.items() if due and due < scope.day}
    return Reach(dues, scope.day)


def units_of(scope: Scope, reach: Reach) -> QuerySet[Unit]:
    """The units of a reach: the late ones first, then what is due soon; with their `urgency`."""
    late = reach.late
    urgency = Case(
        When(pk__in=late, then=LATE),
        When(pk__in=sorted({*reach.near} - {*late}), then=NEAR),
        default=0,
        output_field=IntegerField(),
    )
    units = scope.units.filter(pk__in=list(reach.dues)).annotate(urgency=urgency)
    return units.order_by("-urgency", "kind__rank", "pk")


def ordered(scope: Scope, reach: Reach) -> list[int]:
    """The keys of the units of a reach in the same order, for a page to be cut from."""
    late, near = {*reach.late}, {*reach.near}
    keys = scope.units.order_by("kind__rank", "pk").values_list("pk", flat=True)
    found = [pk for pk in keys if pk in reach.dues]
    return sorted(found, key=lambda pk: (pk not in late, pk not in near))


def standing(scope: Scope) -> QuerySet[Reminder]:
    """The reminders of an authority that were not taken back."""
    since = scope.day - KEPT
    return Reminder.objects.standing().filter(authority=scope.authority, at__date__gte=since)


def _asked(scope: Scope, kind: str) -> dict[int, dt.date | None]:
    dues: dict[int, dt.date | None] = {}
    for pk, due in _dated(scope, kind):
        known = dues.setdefault(pk, due)
        if due and (known is None or due < known):
            dues[pk] = due
    return dues


def _dated(scope: Scope, kind: str) -> Dated:
    if kind in ("", LackKind.REPORT, LackKind.RETURNED):
        yield from _of_reports(scope, kind)
    if kind in ("", LackKind.TASK):
        asked = sources.assignments(scope).filter(unit__in=scope.units)
        yield from _nearest(asked.order_by(), F("task__due_on"))
    if kind in ("", LackKind.AMENDMENT):
        open_ = plan_sources.open_amendments(scope).filter(unit__in=scope.units)
        yield from _nearest(open_.select_related(None).order_by(), F("due_on"))
    if kind in ("", LackKind.CASCADE):
        for task, units in plan_sources.silent_units(scope):
            keys = units.filter(pk__in=scope.units).order_by().values_list("pk", flat=True)
            yield from ((pk, task.due_on) for pk in keys)


def _of_reports(scope: Scope, kind: str) -> Dated:
    back = Q(status=ReportStatus.RETURNED)
    wanted = {LackKind.RETURNED.value: back, LackKind.REPORT.value: ~back}.get(kind, Q())
    found = sources.reports(scope).filter(wanted, unit__in=scope.units)
    return _nearest(found.order_by(), Coalesce("mend_by", "round__due_on"))


def _nearest(rows: QuerySet[Any], day: F | Coalesce) -> Dated:
    found: Dated = rows.values_list("unit").annotate(nearest=Min(day))
    return found
