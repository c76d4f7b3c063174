"""Single entries and acts: the last of a unit, and what happened lately."""

import datetime as dt
from collections.abc import Collection, Iterable

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from haidang import clock
from haidang.activities.models import (
    Activity,
    Evidence,
    Indicator,
    Kind,
    Measure,
    Participation,
    Quantity,
)
from haidang.ledger.models import Entry
from haidang.orgs.models import Unit, User
from haidang.plans.models import Task
from haidang.prepared import prepared

FEW = 30  # units whose entries are fetched one by one


def last_activity(unit: Unit, kind: Kind | None = None) -> Activity | None:
    """Return what a unit logged last, of one kind if told: the model for "Lặp lại lần trước"."""
    found = _last(unit.pk) if kind is None else _last_of(unit.pk, kind.pk)
    return next(iter(found), None)


@prepared
def _last(unit: int) -> QuerySet[Activity]:
    logged = Activity.objects.standing().filter(unit=unit).select_related("kind", "task")
    return logged.prefetch_related("quantities__measure").order_by("-logged_at", "-on")[:1]


@prepared
def _last_of(unit: int, kind: str) -> QuerySet[Activity]:
    logged = Activity.objects.standing().filter(unit=unit, kind=kind)
    logged = logged.select_related("kind", "task").prefetch_related("quantities__measure")
    return logged.order_by("-logged_at", "-on")[:1]


def by_use(unit: Unit, kinds: Iterable[Kind]) -> list[Kind]:
    """Return kinds with those first that a unit logged most in a year; the others as they stand."""
    since = clock.today() - dt.timedelta(days=366)
    times = dict(_times(unit.pk, since))
    return sorted(kinds, key=lambda kind: -times.get(kind.pk, 0))


@prepared
def _times(unit: int, since: dt.date) -> QuerySet[Activity, tuple[str, int]]:
    used = Activity.objects.filter(unit=unit, on__gte=since).order_by()
    return used.values("kind").annotate(number=Count("*")).values_list("kind", "number")


def recent_acts(user: User, events: Collection[str]) -> QuerySet[Entry]:
    """Return acts of these names by people of the units that a person may see, newest first."""
    acts = Entry.objects.filter(event__in=events).select_related("by").order_by("-seq")
    if user.sees_everything():
        return acts
    if user.unit_id is None:
        return acts.none()
    seen = User.objects.filter(unit__in=Unit.objects.visible_to(user)).values("pk")
    return acts.filter(by__in=seen)


def journal(
    user: User,
    *,
    unit: Unit | None = None,
    kind: Kind | None = None,
    task: Task | None = None,
    has_photo: bool = False,
    is_withdrawn: bool = False,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> QuerySet[Activity]:
    """Return the entries that a person may see, newest day first, narrowed by what is given.

    Entries that were taken back are left out, or are the only ones where they are asked for.
    """
    entries = _seen_by(user, unit).filter(withdrawn_at__isnull=not is_withdrawn)
    wanted = {"kind": kind, "on__gte": since, "on__lte": until}
    for name, value in wanted.items():
        if value is not None:
            entries = entries.filter(**{name: value})
    if task is not None:  # also what was logged before it was amended
        standing = Task.objects.filter(Q(pk=task.pk) | Q(current=task))
        entries = entries.filter(task__in=list(standing.values_list("pk", flat=True)))
    if has_photo:
        entries = entries.filter(Exists(Evidence.objects.filter(activity=OuterRef("pk"))))
    return entries.select_related("kind", "unit", "task", "logged_by").prefetch_related(
        "quantities__measure", "evidence", "participations"
    )


def _seen_by(user: User, unit: Unit | None) -> QuerySet[Activity]:
    """Entries of one unit, or of all that a person sees; each way by an index of its own.

    Of few units the keys are given, so that the database goes to their rows; of many, whose
    entries lie everywhere, it walks the days and leaves out the others.
    """
    if unit is None and user.sees_everything():
        return Activity.objects.all()
    own = Q(pk=user.unit_id) | Q(path__startswith=user.seat.path) if user.unit_id else Q(pk=None)
    seen = Unit.objects.all() if user.sees_everything() else Unit.objects.filter(own)
    few = list(seen.filter(pk=unit.pk) if unit else seen.order_by()[: FEW + 1])
    if len(few) > FEW:
        return Activity.objects.by_any_of(seen.order_by())
    joint = Participation.objects.filter(unit__in=few).values_list("activity", flat=True)
    return Activity.objects.filter(Q(unit__in=few) | Q(pk__in=list(joint)))


def totals_of(entries: QuerySet[Activity]) -> list[tuple[str, str, int]]:
    """Return each quantity of some entries with its unit of measure and its sum."""
    found = Quantity.objects.filter(activity__in=entries.order_by().values("pk"), amount__gt=0)
    sums = dict(found.order_by().values_list("measure").annotate(Sum("amount")))
    measures = Measure.objects.filter(pk__in=sums)
    return [(measure.name, measure.unit_name, sums[measure.pk]) for measure in measures]


def indicators_of(activity: Activity) -> list[Indicator]:
    """Return the indicators that count an activity."""
    counted = Indicator.objects.filter(Q(language="") | Q(language=activity.language))
    measured = {q.measure_id for q in activity.quantities.all() if q.amount}
    kinds = counted.filter(kinds=activity.kind_id)
    return [row for row in kinds if row.measure_id is None or row.measure_id in measured]
