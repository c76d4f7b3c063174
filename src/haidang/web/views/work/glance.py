"""The numbers a leader takes in at a glance, each of which opens to its entries.

Which of them stand there is data (`headlines_of`).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from haidang import clock
from haidang.activities.models import Indicator
from haidang.activities.queries import distinct_total
from haidang.activities.queries.goals import headlines_of
from haidang.orgs.models import Unit, User
from haidang.plans.enums import PlanStatus, TaskStatus
from haidang.plans.models import Task
from haidang.reporting.queries.standing import parts_of
from haidang.reporting.standing import LATE
from haidang.web.kept import kept
from haidang.web.views.work.rows import link

Window = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the parts that units were given have something to show."""

    done: int
    given: int
    late: int
    late_by_unit: dict[int, int]

    @property
    def percent(self) -> int:
        """The share in whole per cent."""
        return 100 * self.done // self.given if self.given else 0


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the page, what it counts, what it was a year before, and where it comes from."""

    value: Decimal | int
    words: str
    detail: str
    url: str
    before: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Glance:
    """All of it, as of one moment."""

    progress: Progress
    numbers: Sequence[Number]
    at: dt.datetime | None = None  # of what moment, where it is not of now


def glance_of(user: User, window: Window) -> Glance:
    """What a person's authority comes to, up to now or to a minute ago."""
    units = Unit.objects.visible_to(user)
    indicators = headlines_of(user.seat if user.unit_id else None)
    key = f"glance:{window[0]}:{window[1]}:{','.join(row.code for row in indicators)}"
    glance, at = kept(user, units, key, lambda: _glance(user, units, indicators, window))
    return replace(glance, at=at)


def progress_of(user: User, units: QuerySet[Unit]) -> Progress:
    """How far units are with what this year's plans give them: a few questions."""
    given = given_parts(user, units)
    late = Q(state=LATE)
    done = Q(has_result=True)
    counts = given.aggregate(
        given=Count("pk"), done=Count("pk", filter=done), late=Count("pk", filter=late)
    )
    by_unit = given.filter(late).values_list("unit").annotate(Count("pk")).order_by()
    return Progress(counts["done"], counts["given"], counts["late"], dict(by_unit))


def given_parts(user: User, units: QuerySet[Unit]) -> QuerySet[Any]:
    """What units were given by the plans of this year of a person's authority and of those above.

    What a unit set itself in its own detailed plan answers a part that was given to it, and is not
    counted once more.
    """
    tasks = Task.objects.filter(
        status=TaskStatus.ACCEPTED,
        plan__status=PlanStatus.ADOPTED,
        plan__year=clock.today().year,
    )
    if not user.sees_everything():
        above = [int(pk) for pk in user.seat.path.split("/") if pk] if user.unit_id else []
        tasks = tasks.filter(plan__unit__in=above)
    given = parts_of(tasks).filter(unit__in=units.order_by().values("pk"))
    return given.exclude(unit=F("task__plan__unit"))


def _glance(
    user: User, units: QuerySet[Unit], indicators: Sequence[Indicator], window: Window
) -> Glance:
    progress = progress_of(user, units)
    since, until = window
    now = distinct_total(units=units, indicators=indicators, data_from=since, data_to=until)
    before = distinct_total(
        units=units, indicators=indicators, data_from=_earlier(since), data_to=_earlier(until)
    )
    numbers = [
        Number(
            now[row.pk],
            row.unit_name,
            f"{row.group.partition('. ')[2] or row.group}: {row.name[:1].lower()}{row.name[1:]}",
            f"{link('indicator', row.code)}?tu={since}&den={until}",
            before[row.pk] or None,  # nothing in the log of that year: not known, not nought
        )
        for row in indicators
    ]
    late = Number(progress.late, "việc quá hạn", "Chưa ghi kết quả", link("late-parts"))
    return Glance(progress, [*numbers, late])


def _earlier(day: dt.date) -> dt.date:
    """The same day a year before; 29/2 becomes 28/2."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
