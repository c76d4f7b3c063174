"""The numbers a leader takes in at a glance, each of which opens to its entries.

Which of them stand there is data (`headlines_of`).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from haidang import clock
from haidang.activities.models import Activity, Indicator, Participation
from haidang.activities.queries import distinct_total
from haidang.activities.queries.goals import headlines_of
from haidang.orgs.models import Unit, User
from haidang.plans.enums import PlanStatus, TaskStatus
from haidang.plans.models import Assignment
from haidang.reporting.enums import ReportStatus
from haidang.reporting.models import Report
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
    glance, at = kept(user, units, key, lambda: _glance(units, indicators, window))
    return replace(glance, at=at)


def progress_of(units: QuerySet[Unit]) -> Progress:
    """How far units are with the tasks of this year's plans: two questions."""
    given = _given(units)
    today = clock.today()
    late = Q(is_shown=False, task__due_on__lt=today)
    counts = given.aggregate(
        given=Count("pk"),
        done=Count("pk", filter=Q(is_shown=True)),
        late=Count("pk", filter=late),
    )
    by_unit = given.filter(late).values_list("unit").annotate(Count("pk")).order_by()
    return Progress(counts["done"], counts["given"], counts["late"], dict(by_unit))


def _given(units: QuerySet[Unit]) -> QuerySet[Assignment]:
    # Also what was logged for a task that this one goes on from.
    its = Q(task=OuterRef("task")) | Q(task__current=OuterRef("task"))
    logged = Activity.objects.standing().filter(its, unit=OuterRef("unit"))
    theirs = Q(activity__task=OuterRef("task")) | Q(activity__task__current=OuterRef("task"))
    joined = Participation.objects.filter(
        theirs, unit=OuterRef("unit"), activity__withdrawn_at=None
    )
    reported = Report.objects.filter(
        round__task=OuterRef("task"), unit=OuterRef("unit"), status=ReportStatus.ACCEPTED
    )
    given = Assignment.objects.filter(
        unit__in=units.order_by().values("pk"),
        task__status=TaskStatus.ACCEPTED,
        task__plan__status=PlanStatus.ADOPTED,
        task__plan__year=clock.today().year,
    )
    return given.annotate(is_shown=Exists(logged) | Exists(joined) | Exists(reported))


def _glance(units: QuerySet[Unit], indicators: Sequence[Indicator], window: Window) -> Glance:
    progress = progress_of(units)
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
    late = Number(progress.late, "việc quá hạn", "Chưa ghi kết quả", f"{link('matrix')}?qua-han=1")
    return Glance(progress, [*numbers, late])


def _earlier(day: dt.date) -> dt.date:
    """The same day a year before; 29/2 becomes 28/2."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)
